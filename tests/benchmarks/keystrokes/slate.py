"""The same work in slate 1.1.3, the real program in a pty, in its best configuration for this work.

Two passes over each document, as one run has one scope. By lines (a clause a line): every code of type,
category and priority is a label on a key of its own, a further key goes down a line. By words (cut by jieba,
with spaces between): go to the unit, stretch the cursor over it, a key for its role. The way to a unit is the
shortest that the movement commands allow (steps, a number before a step, ends of lines, lines up and down,
stretching and shrinking); clauses without units are passed over at no key of their own.

What it cannot hold: which category is the primary one, that nothing applies, the organisation that a name
stands for. Its search takes only ASCII, so that no name can be searched for. Starting each pass (two a
document) is not counted.
"""

import re
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path
from string import ascii_letters

from annotator.model.cutting import ROLES
from annotator.tools.text.script import simplified
from annotator.tools.wordbreaks import breaks
from tests.benchmarks.keystrokes.sheet import BOOK, CODED, Answer
from tests.benchmarks.keystrokes.ways import MOVES, Span, Words, way
from tests.terminal import Terminal

VERSION = "1.1.3"
LEAVE = "!"
LABELS = [f"{name}.{code.id}" for name in CODED if (field := BOOK.field(name)) for code in field.codes]
CODE_KEYS = dict(zip(LABELS, ascii_letters, strict=False))
ROLE_KEYS: dict[str, str] = dict(zip(ROLES, "asdfg", strict=True))
Counts = dict[tuple[str, int], int]


def installed() -> bool:
    """Whether the version that is measured is here."""
    try:
        return version("slate-nlp") == VERSION
    except PackageNotFoundError:
        return False


def play(folder: Path, answers: Sequence[Answer]) -> Counts:
    """Keys for each clause; ends the program where the annotation files do not hold the sheet."""
    folder.mkdir()
    counts = dict.fromkeys(((one.document, one.number) for one in answers), 0)
    for document in sorted({one.document for one in answers}):
        clauses = [one for one in answers if one.document == document]
        for pass_over in (_by_lines, _by_words):
            for answer, keys in zip(clauses, pass_over(folder, clauses), strict=True):
                counts[document, answer.number] += len(keys)
    return counts


def _by_lines(folder: Path, clauses: Sequence[Answer]) -> list[list[str]]:
    """Type, category and priority: labels of lines."""
    down = {"move-down": "SPACE"}
    labels = {
        one.number: {f"{name}.{code}" for name, codes in one.codes.items() for code in codes}
        for one in clauses
    }
    keys = [[*(CODE_KEYS[label] for label in sorted(labels[one.number])), "space"] for one in clauses]
    keys[-1][-1] = LEAVE
    stored = _run(folder, "line", [one.text for one in clauses], (CODE_KEYS, down), keys)
    _require(stored, {str(number): labels[number] for number in labels})
    return keys


def _by_words(folder: Path, clauses: Sequence[Answer]) -> list[list[str]]:
    """Units: labels of words."""
    lines = [_words(one.text) for one in clauses]
    words, here = Words([len(line) for line in lines]), Span(0, 0)
    keys: list[list[str]] = []
    wanted: dict[str, set[str]] = {}
    for answer in clauses:
        keys.append([])
        for span, role in _spans(answer, lines[answer.number], words.first[answer.number]):
            keys[-1] += [*way(words, here, span), ROLE_KEYS[role]]
            wanted.setdefault(words.name(span), set()).add(role)
            here = span
    keys[-1].append(LEAVE)
    numbers = {"update-num": "0123456789"}
    stored = _run(
        folder, "token", [" ".join(line) for line in lines], (ROLE_KEYS, {**MOVES, **numbers}), keys
    )
    _require(stored, wanted)
    return keys


def _words(text: str) -> list[str]:
    """The words of a line."""
    ends = sorted(breaks(simplified(text)))
    cut = [text[start:end] for start, end in pairwise(ends)]
    return [word for piece in cut for word in piece.split()]


def _spans(answer: Answer, words: Sequence[str], first: int) -> list[tuple[Span, str]]:
    """The words that make up each unit, counted through the document, and its role."""
    text, past, found = "".join(words), 0, []
    starts = [sum(map(len, words[:n])) for n in range(len(words) + 1)]
    for mention in answer.mentions:
        past = text.index(mention.surface, past) + len(mention.surface)
        at = past - len(mention.surface)
        # A word that a unit shares with what stands beside it is marked whole.
        begin = max(n for n, start in enumerate(starts) if start <= at)
        end = min(n for n, start in enumerate(starts) if start >= past) - 1
        found.append((Span(first + begin, first + end), mention.role))
    return found


def inexact(answers: Sequence[Answer]) -> int:
    """How many units can only be marked with a part of what stands beside them."""
    return sum(
        "".join(words[span.start : span.end + 1]) != mention.surface
        for answer in answers
        for words in [_words(answer.text)]
        for mention, (span, _) in zip(answer.mentions, _spans(answer, words, 0), strict=True)
    )


def _run(
    folder: Path,
    scope: str,
    lines: Sequence[str],
    bound: tuple[dict[str, str], dict[str, str]],
    keys: Sequence[Sequence[str]],
) -> dict[str, set[str]]:
    """Press all keys in a run over a file; `bound` are the keys of labels and of commands. Returns the
    labels of its annotation file, by place.
    """
    (folder / "text").write_text("\n".join(lines), encoding="utf-8")
    config = [f"Input: save-and-quit all {LEAVE}"]
    labels, commands = bound
    for name, pressed in commands.items():
        config += [f"Input: {name} all {key}" for key in ([pressed] if pressed == "SPACE" else pressed)]
    for label, key in labels.items():
        config += [f"Input: edit-annotation category {key}", f"Label: {label} {key} green"]
    (folder / "config").write_text("\n".join(config), encoding="utf-8")
    (folder / "text.annotations").unlink(missing_ok=True)
    command = [sys.executable, "-m", "slate", "text", "-s", scope, "-c", "config", "-l", "log"]
    with Terminal(command, cwd=folder, size=(140, 45), environment={"LANG": "C.UTF-8"}) as terminal:
        terminal.read(quiet=1.0, longest=20)
        for key in (key for clause in keys for key in clause):
            terminal.press(key)
        assert terminal.finish() == 0, terminal.text
    found = (folder / "text.annotations").read_text(encoding="utf-8").splitlines()
    return {place: set(said.split()) for place, _, said in (line.partition(" - ") for line in found)}


def _require(stored: dict[str, set[str]], wanted: dict[str, set[str]]) -> None:
    def plain(labels: dict[str, set[str]]) -> dict[str, set[str]]:
        return {re.sub(r"\s", "", place): said for place, said in labels.items()}

    if plain(stored) != plain(wanted):
        sys.exit(f"slate holds {stored} instead of {wanted}")
