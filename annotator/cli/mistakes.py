"""What is wrong with a command line, in a sentence: the one place where click's own words are replaced."""

from collections.abc import Iterable
from typing import Any

import click

from annotator.words import say
from annotator.words.plain import plain_lines


class Sentence(click.ClickException):
    """An error as one sentence on stderr, exit code 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print it, control characters made visible."""
        click.echo(plain_lines(say("cli.error", message=self.message)), err=True, file=file)


class Mistake(Sentence):
    """A command line that cannot be understood; `path` is the command whose help says more."""

    def __init__(self, message: str, path: str) -> None:
        super().__init__(message)
        self.path = path

    def show(self, file: Any = None) -> None:
        """Print the sentence, then where to read on."""
        super().show(file)
        click.echo(say("usage.more", command=self.path), err=True, file=file)


def sentence(error: click.UsageError, command: click.Command, example: str) -> str:
    """The sentence for what click says of a line for `command`."""
    match error:
        case click.MissingParameter(param=click.Argument(metavar=str(metavar))):
            return say("usage.missing", what=metavar.strip("[]…"), example=example)
        case click.NoSuchOption(option_name=name, possibilities=close):
            return say("usage.no_option", name=name) + meant(close or ())
        case click.BadOptionUsage(option_name=name):
            return _badly_used(name, command)
        case click.BadParameter(param=click.Option() as option):
            return _bad_value(option, error)
        case _:
            return error.format_message()


def _badly_used(name: str, command: click.Command) -> str:
    """An option with a value that it does not take, or without one that it needs."""
    options = (one for one in command.params if isinstance(one, click.Option) and name in one.opts)
    option = next(options, None)
    if option is None or option.is_flag:
        return say("usage.no_value", name=name)
    return say("usage.value_missing", name=name, what=option.metavar)


def _bad_value(option: click.Option, error: click.BadParameter) -> str:
    """A value that an option does not know."""
    match option.type:
        case click.Choice(choices=choices):
            return say("usage.choice", name=option.opts[0], choices=say("review.comma").join(choices))
        case click.IntRange(min=least):
            return say("usage.number", name=option.opts[0], least=least)
        case _:
            return error.format_message()


def meant(close: Iterable[str]) -> str:
    """The question whether something else was meant, where there is something close."""
    return say("usage.meant", names=say("review.comma").join(close)) if close else ""
