"""What is wrong with a codebook's text, and where."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.errors import AnnotatorError


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: the line of the text, or the row of a spreadsheet's `sheet`, from 1, and a sentence that
    names the thing and the remedy.
    """

    line: int
    sentence: str
    sheet: str = ""


class CodebookError(AnnotatorError):
    """A text that is no codebook. The sentence tells the first fault; `problems` holds them all."""

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        first, more = problems[0], len(problems) - 1
        key = f"{'sheets' if first.sheet else 'codebook'}.{'faults' if more else 'fault'}"
        at = {"sheet": first.sheet, "line": first.line}
        super().__init__(key, name=name, **at, sentence=first.sentence, more=more)
        self.problems = tuple(problems)
