"""What a document leaves open, to be looked at where it stands."""

from collections.abc import Sequence

from annotator.flows import completing
from annotator.model.document import Document
from annotator.store.project import Project
from annotator.tools.completeness import Finding
from annotator.tools.completeness.wording import sentence
from annotator.tui.keys import mode_words
from annotator.tui.screens.chooser import Chooser, Option
from annotator.tui.widgets.row_list import RowList
from annotator.words import say


class Findings(Chooser[int]):
    """Answers with the clause that a finding is about, from 0: the first one of several."""

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

    def _matching(self, typed: str) -> Sequence[Option[int]]:
        told = ((one, sentence(one)) for one in self._findings)
        return [
            Option([(words, "" if one.clauses else "dim")], one.clauses[0] - 1 if one.clauses else -1)
            for one, words in told
            if typed.strip() in words
        ]

    def action_move(self, by: int) -> None:
        """Up or down; what a row has no room for stands above."""
        super().action_move(by)
        self._tell()

    def _tell(self) -> None:
        at = self.query_one(RowList).cursor
        self.tell(self._found[at].row[0][0] if 0 <= at < len(self._found) else "")

    def take(self, index: int) -> None:
        """Answer with its clause, if it has one."""
        if 0 <= index < len(self._found) and self._found[index].answer < 0:
            self.tell(say("completeness.nowhere"))
        else:
            super().take(index)
