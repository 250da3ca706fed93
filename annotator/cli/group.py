"""The command `annotator`: which commands there are, and how errors reach the user."""

import gc
import io
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from annotator import __version__
from annotator.cli.looks import look_options
from annotator.cli.mistakes import Sentence
from annotator.cli.worded import WordedGroup
from annotator.errors import AnnotatorError, Busy, reason
from annotator.store import preferences
from annotator.words import say
from annotator.words.plain import plain_lines

GROUPS = {
    "work": {
        "import": "importing:import_",
        "status": "looking:status",
        "search": "searching:search",
        "export": "exporting:export",
        "ledger": "ledger:ledger",
        "join": "joining:join",
        "demo": "opening:demo",
    },
    "data": {
        "segment": "importing:segment",
        "recut": "recutting:recut",
        "repair": "repairing:repair",
        "document": "describing:document",
        "retire": "retiring:retire",
        "label": "labelling:label",
        "suggest": "suggesting:suggest",
        "codebook": "codebook:codebook",
        "units": "units:units",
    },
    "team": {
        "reviewers": "people:reviewers",
        "assign": "assigning:assign",
        "bundle": "merging:bundle",
        "hand-in": "merging:hand_in",
        "merge": "merging:merge",
        "agreement": "agreement:agreement",
        "adjudicate": "adjudicating:adjudicate",
        "report": "reporting:report",
        "log": "looking:log",
    },
    "care": {
        "verify": "keeping:verify",
        "backup": "keeping:backup",
        "restore": "keeping:restore",
        "keys": "keys:keys",
        "preferences": "preferring:preferences",
    },
}
"""The commands as help tells of them: the module of this package and the function in it."""

COMMANDS = {name: place for group in GROUPS.values() for name, place in group.items()}


class Lazy(WordedGroup):
    """A group that imports a command only to run it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the line; a project file in the place of a command is the project that is meant."""
        _, rest, _ = self.make_parser(ctx).parse_args(args=list(args))
        if rest and rest[0] not in COMMANDS and rest[0].lower().endswith(".db"):
            args = [*args[: len(args) - len(rest)], "--project", *rest]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, as help tells of them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"annotator.cli.{module}"), function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names with one line each, from the catalogue: nothing is imported for help."""
        rows = []
        for group, names in GROUPS.items():
            rows += [(say(f"usage.group_{group}"), "")]
            rows += [(f"  {name}", say(f"cli.help_{name}")) for name in names]
        with formatter.section(say("cli.commands")):
            formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How to begin, where it stays on the screen."""
        formatter.write(f"\n{say('usage.start')}\n")

    def invoke(self, ctx: click.Context) -> Any:
        """Run, and turn what a user can mend into a sentence."""
        try:
            return super().invoke(ctx)
        except Busy as error:
            raise Sentence(say("store.busy_now", **error.values)) from error
        except AnnotatorError as error:
            raise Sentence(f"{error}{_instead(error)}") from error
        except BrokenPipeError:
            # The reader has seen enough; what is still buffered must not complain at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return 0
        except MemoryError as error:
            raise Sentence(say("cli.memory")) from error


def _instead(error: AnnotatorError) -> str:
    """Behind the sentence on a project that is not there: those that are."""
    if error.key != "store.missing":
        return ""
    from annotator.cli.surroundings import projects_here  # noqa: PLC0415  (only for a mistake)

    names = say("review.comma").join(one.name for one in projects_here())
    return say("cli.projects_here", names=names) if names else ""


@click.group(
    "annotator",
    cls=Lazy,
    key="annotator",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message=f"annotator {__version__}", help=say("options.version"))
@click.option(
    "--project",
    type=click.Path(path_type=Path, readable=False),
    envvar="ANNOTATOR_PROJECT",
    metavar=say("usage.file"),
    help=say("options.project"),
)
@click.option(
    "--reviewer", envvar="ANNOTATOR_REVIEWER", metavar=say("usage.person"), help=say("options.reviewer")
)
@look_options
@click.pass_context
def annotator(
    ctx: click.Context, project: Path | None, reviewer: str | None, theme: str | None, linear: str | None
) -> None:
    """Open the working place, where no command is named; a command is loaded by now."""
    gc.freeze()  # what was loaded stays: garbage is collected from now on, but not looked for in that
    gc.enable()
    ctx.obj = {"project": project, "reviewer": reviewer, "theme": theme, "linear": linear}
    if ctx.invoked_subcommand is None:
        from annotator.cli.opening import begin  # noqa: PLC0415  (only to open the screens)

        begin(project)
        return
    for fault in preferences.read()[1]:
        click.echo(plain_lines(str(fault)), err=True)


def run() -> int:
    """Run the command line; the exit code. Whatever goes wrong ends in a sentence, never a traceback,
    unless ANNOTATOR_DEBUG asks for one.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal of another encoding
    try:
        code = annotator.main(prog_name="annotator", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as error:
        told = io.StringIO()
        error.show(told)  # it repeats what was given, as it was given
        click.echo(plain_lines(told.getvalue()), err=True, nl=False)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        tell_error(say("cli.stopped"))
        return 130
    except OSError as error:
        tell_error(say("cli.cannot_print", reason=reason(error)))
        return 2
    except Exception as error:
        if os.environ.get("ANNOTATOR_DEBUG"):
            raise
        tell_error(say("cli.unexpected", kind=type(error).__name__, reason=error))
        return 2
    return code if isinstance(code, int) else 0


def tell_error(message: str) -> None:
    """A sentence on stderr, if there is one to write to."""
    with suppress(OSError, AttributeError, ValueError):
        click.echo(plain_lines(say("cli.error", message=message)), err=True)
