"""The screens, from their opening to the exit code."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from annotator import words
from annotator.cli.reviewer import system_user
from annotator.cli.settings import Settings, look
from annotator.errors import AnnotatorError
from annotator.flows.opening import met
from annotator.store import keyfile
from annotator.store.codebooks import codebook_of
from annotator.store.complaints import sentence_for
from annotator.store.project import Project
from annotator.tui.app import WAIT, AnnotatorApp
from annotator.tui.shell import Shell

T = TypeVar("T")


def work(path: Path, reviewer: str, found: Settings, faults: Sequence[AnnotatorError]) -> int:
    """Open the screens on a project and stay until the reviewer leaves; returns the exit code."""
    words.choose(words.language())  # for good: a key would ask the environment for it a hundred times
    with Project.open(path, wait=WAIT) as project:
        keys, wrong = _own_keys()
        near = met(project, reviewer)
        app = AnnotatorApp(
            project, codebook_of(project), reviewer, look(found), [*faults, *wrong, *near], own_keys=keys
        )
        _run(app, path)
        return app.return_code or 0


def _own_keys() -> tuple[dict[str, str], list[AnnotatorError]]:
    """Keys by command as the person's key file has them, or none and a sentence where it is wrong."""
    try:
        given = keyfile.read()
    except AnnotatorError as error:
        return {}, [error]
    if not given:
        return {}, []
    from annotator.tui.keymap import keymap  # noqa: PLC0415  (few people have such a file)

    try:
        return keymap(given), []
    except AnnotatorError as error:
        return {}, [error]


def introduce(found: Settings, faults: Sequence[AnnotatorError], name: str, whom: str) -> str:
    """Ask who is at work, once and for later starts, or, where they said `name`, once more because the file
    was made for `whom`; empty where the person leaves instead. `faults` are told: they may be why it is asked
    again.
    """
    from annotator.tui.start import StartApp  # noqa: PLC0415  (once in a life)

    answers = _run(StartApp(whom or system_user(), look(found), faults, name=name, whom=whom))
    return answers.reviewer if answers else ""


def _run(app: Shell[T], path: Path | None = None) -> T | None:
    """Run an application, on the project at `path`; raises AnnotatorError where it failed."""
    answer = app.run(mouse=app.look.mouse)
    if fault := app.fault:
        if isinstance(fault, AnnotatorError):
            raise fault
        if path and (sentence := sentence_for(fault, path)):
            raise sentence from fault
        raise AnnotatorError("cli.unexpected", kind=type(fault).__name__, reason=fault) from fault
    return answer
