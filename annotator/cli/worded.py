"""Commands that speak the catalogue's words where click has its own: their help and their mistakes."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from annotator.cli.layout import Context
from annotator.cli.mistakes import Mistake, meant, sentence
from annotator.words import say

Function = TypeVar("Function", bound=Callable[..., Any])


class Worded(click.Command):
    """A command. `key` names its words: `cli.help_<key>`, `usage.example_<key>` for a line that works, and
    where it reads a file of a `form` of its own, `usage.form_<key>` for the lines of that.
    """

    context_class = Context
    allow_extra_args = True  # click's own complaint does not say of what

    def __init__(self, name: str | None, *, key: str, form: bool = False, **settings: Any) -> None:
        super().__init__(name, **{**settings, "help": say(f"cli.help_{key}")})
        self.example = say(f"usage.example_{key}")
        self.form = say(f"usage.form_{key}") if form else ""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Understand the line; raises Mistake where that cannot be done."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            path = f"{parent.command_path} {info_name}" if parent else str(info_name)
            raise Mistake(sentence(error, self, self.example), path) from error

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the line to its end; raises Mistake for what is too much."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Mistake(say("usage.extra", words=" ".join(rest), example=self.example), ctx.command_path)
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, in our words."""
        if option := super().get_help_option(ctx):
            option.help = say("usage.help")
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write(f"{say('usage.usage')}{ctx.command_path} {pieces}\n")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What may follow the command's name."""
        self.options_metavar = say("usage.options")
        return super().collect_usage_pieces(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options."""
        options = (one for one in self.get_params(ctx) if isinstance(one, click.Option))
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section(say("usage.options_heading")):
            formatter.write_dl([record for record in records if record])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What stands in a file of the command's own form, then a line that works."""
        if self.form:
            formatter.write(f"\n{self.form}\n")
        formatter.write(f"\n{say('usage.example', example=self.example)}\n")


class WordedGroup(Worded, click.Group):
    """A command of commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the line up to the name of a command; without one, show the help where one is needed."""
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(2)
        return click.Group.parse_args(self, ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What may follow the group's name."""
        self.subcommand_metavar = say("usage.command")
        return super().collect_usage_pieces(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first; raises Mistake where there is none."""
        if not ctx.resilient_parsing and self.get_command(ctx, args[0]) is None:
            from difflib import get_close_matches  # noqa: PLC0415  (only for a mistake)

            close = get_close_matches(args[0], self.list_commands(ctx))
            raise Mistake(say("usage.no_command", name=args[0]) + meant(close), ctx.command_path)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with its line."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(say("cli.commands")):
            formatter.write_dl([(name, one.help or "") for name, one in found if one])


def command(name: str, *, form: bool = False) -> Callable[[Function], Worded]:
    """Make a command of `annotator`; `form` as for Worded."""
    return click.command(name, cls=Worded, key=name, form=form)


def argument(
    name: str, what: str, *, many: bool = False, required: bool = True, **settings: Any
) -> Callable[[Function], Function]:
    """An argument, told as `usage.<what>`."""
    told = say(f"usage.{what}") if required else f"[{say(f'usage.{what}')}]"
    metavar = f"{told}…" if many else told
    count = -1 if many else 1
    return click.argument(name, metavar=metavar, nargs=count, required=required, **settings)
