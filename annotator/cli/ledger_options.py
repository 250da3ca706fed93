"""What `annotator export` can be asked for a ledger, and what does not go together with one."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from annotator.errors import AnnotatorError
from annotator.words import say

Command = TypeVar("Command", bound=Callable[..., Any])


def ledger_options(command: Command) -> Command:
    """The options themselves, in the order of the help."""
    file = click.Path(path_type=Path, readable=False)
    for option in (
        click.option("--simplified", is_flag=True, help=say("options.simplified")),
        click.option("--by-unit", is_flag=True, help=say("options.by_unit")),
        # Understood before the folder, which is asked for where there is no ledger.
        click.option(
            "--ledger", type=file, metavar=say("usage.file"), help=say("options.ledger"), is_eager=True
        ),
    ):
        command = option(command)
    return command


def out_or_ledger(context: click.Context, parameter: click.Parameter, out: Path | None) -> Path | None:
    """The folder; raises MissingParameter where neither it nor a ledger is named, AnnotatorError for both."""
    ledger = context.params.get("ledger")
    if out is None and ledger is None and not context.resilient_parsing:
        raise click.MissingParameter(ctx=context, param=parameter)
    if out is not None and ledger is not None:
        raise AnnotatorError("ledger.both", out=out)
    return out


def require_none_of(names: Iterable[str], otherwise: str) -> None:
    """Raises AnnotatorError, the sentence `otherwise`, where one of some options was written."""
    context = click.get_current_context()
    for name in names:
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise AnnotatorError(otherwise, option=f"--{name.replace('_', '-')}")
