"""The working place in lines, from its opening to the exit code: prints, asks for a line, does it."""

import io
import signal
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from annotator import words
from annotator.cli import terminal
from annotator.cli.settings import Settings
from annotator.errors import AnnotatorError
from annotator.flows.opening import met
from annotator.flows.reviewing import Reviewing
from annotator.model.reviewer import proper
from annotator.store import preferences
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.linear.talk import Talk
from annotator.tui.resuming import resume
from annotator.words import LANGUAGES, say
from annotator.words.plain import plain_lines


def work(path: Path, reviewer: str, found: Settings, faults: Sequence[AnnotatorError]) -> int:
    """Work on a project until the reviewer leaves or the lines end. The exit code is 1 where lines come
    from a program and one of them could not be done.
    """
    _tolerate()
    with Project.open(path) as project:
        tell(map(str, [*faults, *met(project, reviewer)]))
        if not project.wal:
            tell([say("cli.no_wal", path=path)])
        reviewing = Reviewing(project, codebook_of(project), reviewer)
        desk = resume(reviewing)
        if desk is None:
            raise AnnotatorError("linear.empty", path=path)
        tell([say("linear.begin", path=path, reviewer=reviewing.reviewer)])
        talk, refused = Talk(desk), False
        try:
            tell(talk.begin())
            while not talk.over and (line := _line(talk.prompt)) is not None:
                tell(talk.answer(line))
                refused |= talk.refused
        except KeyboardInterrupt:
            tell(["", say("cli.stopped")])
            return 130
    return int(refused and not terminal())


def introduce(_: Settings, faults: Sequence[AnnotatorError], name: str, whom: str) -> str:
    """Ask who is at work, once and for later starts, or, where they said `name`, once more because the file
    was made for `whom`; empty where the person leaves instead. `faults` are told: they may be why it is asked
    again.
    """
    from annotator.cli.reviewer import system_user  # noqa: PLC0415  (once in a life)

    _tolerate()
    tell(map(str, faults))
    if name:
        tell([say("start.who_other", whom=whom, name=name)])
        return _named(whom, whom)
    language = _line(say("linear.ask_language", number=LANGUAGES.index(words.language()) + 1))
    if language is None:
        return ""
    if language.strip() in ("1", "2"):
        words.choose(LANGUAGES[int(language) - 1])
    if whom:
        tell([say("start.who_for", whom=whom)])
    if not (answer := _named(whom or system_user(), whom)):
        return ""
    # A name that is said for this file alone is not the person's for every file.
    mine = {} if whom not in ("", answer) else {"reviewer": answer}
    try:
        preferences.write({"language": words.language(), **mine})
    except AnnotatorError as error:
        tell([str(error)])
    return answer


def _named(proposed: str, whom: str) -> str:
    """The name that is said, asked for once more where the file is for another; empty at the end of lines."""
    asked = ""
    while (line := _line(say("linear.ask_name", name=asked or proposed))) is not None:
        name = proper(line.strip() or asked or proposed)
        if not name:
            tell([say("start.no_name")])
        elif whom in ("", name) or name == asked:
            return name
        else:
            asked = name
            tell([say("start.not_for", name=name, whom=whom)])
    return ""


def tell(lines: Iterable[str]) -> None:
    """Print lines, each as soon as it is known."""
    for line in lines:
        print(plain_lines(line), flush=True)  # noqa: T201  (there is no click here)


def _line(prompt: str) -> str | None:
    """A line that was typed; None at the end. The prompt is for people."""
    try:
        return input(plain_lines(prompt) if terminal() else "")
    except EOFError:
        return None


def _tolerate() -> None:
    """Take any encoding at both ends, and close the project when the terminal goes."""
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)
    for name in ("SIGTERM", "SIGHUP"):
        with suppress(AttributeError, ValueError):  # Windows has no SIGHUP; tests may run in a thread
            signal.signal(getattr(signal, name), lambda *_: sys.exit(0))
