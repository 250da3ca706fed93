"""What a document leaves open, to be looked at where it stands."""

from collections.abc import Sequence

from rich.cells import cell_len

from annotator.flows import completing
from annotator.model.document import Document
from annotator.store.project import Project
from annotator.tools.completeness import Finding
from annotator.tools.completeness.wording import sentence
from annotator.tui.keys import mode_words
from annotator.tui.screens.chooser import Chooser, Option
from annotator.tui.widgets.row_list import RowList
from annotator.words import say


class Findings(Chooser[tuple[int, ...]]):
    """Answers with the clauses that a finding is about, from 0; with the one beside it where it is about
    none.
    """

    def __init__(self, project: Project, document: Document) -> None:
        self._project = project
        self._document = document
        self._findings: Sequence[Finding] = ()
        keys = say("completeness.keys", **mode_words("list"))
        super().__init__(say("completeness.title"), self._matching, keys=keys)

    def on_mount(self) -> None:
        """Come up first: a document of 10,000 clauses is read for a second."""
        super().on_mount()
        self.tell(say("completeness.reading"))
        self.call_after_refresh(self._read)

    def _read(self) -> None:
        self._findings = completing.report(self._project, self._document)
        self.find_again()
        if not self._findings:
            self.tell(say("completeness.nothing"))

    def show(self, typed: str) -> None:
        """Show the findings that have what is typed."""
        super().show(typed)
        self._tell()

    def _matching(self, typed: str) -> Sequence[Option[tuple[int, ...]]]:
        told = ((one, sentence(one)) for one in self._findings)
        return [_option(one, words) for one, words in told if typed.strip() in words]

    def action_move(self, by: int) -> None:
        """Up or down; what a row has no room for stands above."""
        super().action_move(by)
        self._tell()

    def on_resize(self) -> None:
        """Other rows are cut."""
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        rows = self.query_one(RowList)
        row = self._found[rows.cursor].row if 0 <= rows.cursor < len(self._found) else []
        whole = "".join(words for words, _ in row)
        self.tell(whole if cell_len(whole) > rows.scrollable_content_region.width > 0 else "")

    def take(self, index: int) -> None:
        """Answer with its clauses, if there are any."""
        if 0 <= index < len(self._found) and not self._found[index].answer:
            self.tell(say("completeness.nowhere"))
        else:
            super().take(index)


def _option(found: Finding, words: str) -> Option[tuple[int, ...]]:
    if found.clauses:
        return Option([(words, "")], tuple(number - 1 for number in found.clauses))
    if found.near:
        beside = say("completeness.beside", number=found.near)
        return Option([(words, ""), (beside, "dim")], (found.near - 1,))
    return Option([(words, "dim"), (say("completeness.no_clause"), "dim")], ())
