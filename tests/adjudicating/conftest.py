"""A project that three label and a fourth decides in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.flows.adjudicating import Adjudicating
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.review import Person
from annotator.store import people
from annotator.store.project import Project
from tests.making import Clock, add_document

LINES = ["建设算力平台。", "归集公共数据。", "培育人才。", "完善标准。"]


def unit(name: str, role: str = "responsible", org_id: str | None = None) -> Any:
    """A unit without a place."""
    return {
        "org_id": org_id, "name": name, "role": role, "stated": False,
        "surface": "", "start": None, "end": None,
    }  # fmt: skip


class Team:
    """Reviewers by name, the arbitrator `zhou`, and the clauses they work on."""

    def __init__(self, project: Project, codebook: Codebook) -> None:
        self.project, self.codebook = project, codebook
        self.clauses = add_document(project, LINES)
        people.store(project, "li", Person("zhou", "周裁", roles=("arbitrator",)))

    def says(self, reviewer: str, at: int = 0, **values: Any) -> None:
        """A reviewer finishes a clause with these answers."""
        Reviewing(self.project, self.codebook, reviewer).finish(self.clauses[at], values)

    def corrects(self, reviewer: str, at: int = 0, **values: Any) -> None:
        """A reviewer gives other answers."""
        Reviewing(self.project, self.codebook, reviewer).put(self.clauses[at], values)

    @property
    def zhou(self) -> Adjudicating:
        """The arbitrator at work."""
        return Adjudicating(self.project, self.codebook, "zhou")

    def case(self, at: int = 0) -> Any:
        """A clause as the arbitrator sees it now."""
        return self.zhou.cases.one(self.clauses[at])

    def review_layer(self) -> list[Any]:
        """All that reviewers ever said."""
        return self.project.db.execute("SELECT * FROM event WHERE layer = 'review' ORDER BY n").fetchall()


@pytest.fixture
def team(tmp_path: Path, path: Path, clock: Clock, codebook: Codebook) -> Iterator[Team]:
    """Nobody has said anything yet."""
    with Project.open(path, clock=clock) as project:
        yield Team(project, codebook)
