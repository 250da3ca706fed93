"""The command `annotator`: which commands there are, and how errors reach the user."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from annotator import __version__
from annotator.errors import AnnotatorError
from annotator.words import say
from annotator.words.plain import plain_lines

COMMANDS = {
    "demo": "opening:demo",
    "import": "importing:import_",
    "segment": "importing:segment",
    "label": "labelling:label",
    "suggest": "labelling:suggest",
    "status": "looking:status",
    "search": "looking:search",
    "log": "looking:log",
    "verify": "keeping:verify",
    "backup": "keeping:backup",
    "restore": "keeping:restore",
    "codebook": "codebook:codebook",
    "units": "people:units",
    "reviewers": "people:reviewers",
    "agreement": "agreement:agreement",
    "export": "exporting:export",
}
"""Name of each command: the module of this package and the function in it, in the order of work."""


class Sentence(click.ClickException):
    """An error as one sentence on stderr, exit code 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print it, control characters made visible."""
        click.echo(plain_lines(say("cli.error", message=self.message)), err=True, file=file)


class Lazy(click.Group):
    """A group that imports a command only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of work."""
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
        with formatter.section(say("cli.commands")):
            formatter.write_dl([(name, say(f"cli.help_{name}")) for name in COMMANDS])

    def invoke(self, ctx: click.Context) -> Any:
        """Run, and turn what a user can mend into a sentence."""
        try:
            return super().invoke(ctx)
        except AnnotatorError as error:
            raise Sentence(str(error)) from error
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(0)
        except MemoryError as error:
            raise Sentence(say("cli.memory")) from error


@click.group(
    cls=Lazy,
    invoke_without_command=True,
    help=say("cli.about"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="annotator", help=say("cli.option_version"))
@click.option(
    "--project", type=click.Path(path_type=Path), envvar="ANNOTATOR_PROJECT", help=say("cli.option_project")
)
@click.option("--reviewer", envvar="ANNOTATOR_REVIEWER", help=say("cli.option_reviewer"))
@click.pass_context
def annotator(ctx: click.Context, project: Path | None, reviewer: str | None) -> None:
    """Open the screens, where no command is named."""
    ctx.obj = {"project": project, "reviewer": reviewer}
    if ctx.invoked_subcommand is None:
        from annotator.cli.opening import begin  # noqa: PLC0415  (only to open the screens)

        begin(project, reviewer)
