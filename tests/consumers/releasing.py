"""`python -m tests.consumers.releasing FOLDER`: the releases that consumers load, made by the program.

`sample` is the released sample as it lies in the repository. `whole` is the project of `tests/sample` with what a sample has not: two documents of characters that move
offsets and break readers, decisions, reasons, targets, negatives and clauses that nobody labelled. `packed` is the
same, some views, compressed and in shards, `divided` and `folded` are a small one
whose documents share a clause; `covered` and
`placed` are the same without what tells of people, and without texts. In `bare` nobody labelled anything, in `negative` nothing applies anywhere: a column
without any value is where types are guessed wrong.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from annotator.flows.exporting import Options, export
from annotator.flows.exporting.wanted import Wanted
from annotator.flows.reviewing import Reviewing
from annotator.model.event import Change
from annotator.model.review import Person
from annotator.store import events, people, repeating
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tools.release.terms import Terms
from tests.exporting.office import NOTICE, PLAN, Office, Piece, span, units
from tests.sample.making import LEAD, OUT, labelled

WHOLE = Options(views=("all",), tables=("csv", "long", "xlsx"))
PACKED = Options(views=("canonical", "classification", "ner", "sft", "raw"), tables=(), gzip=True, shard=100)


def release(project: Project, out: Path, options: Options) -> None:
    """One release, of a fixed time."""
    export(project, codebook_of(project), out, timestamp="2026-11-22", asker=LEAD, options=options)


def three_documents(office: Office) -> None:
    """Three labelled documents that have one clause in common, so that a division leaves it in none."""
    same = Piece("这一条在三份文件里都有，文字完全一样，应当只留在一边。")
    for name in "甲乙丙":
        pieces = [
            Piece(f"{name}方案", kind="title"),
            *(Piece(f"{name}的第{one}件事项。") for one in "一二"),
            same,
        ]
        for clause in office.bring(f"{name}.txt", pieces)[1]:
            office.at(LEAD).finish(clause, {"topic": ["data"]})
    repeating.extend(office.project)


class Trial(Office):
    """An office whose project is the labelled sample, under its own codebook."""

    def __init__(self, path: Path) -> None:
        self.project = labelled(path)
        self.codebook = codebook_of(self.project)

    def decide_what_differs(self) -> None:
        """The lead decides each clause in which the passes differ, as the first of them has it."""
        first = Reviewing(self.project, self.codebook, "language-model-a")
        others = [Reviewing(self.project, self.codebook, f"language-model-{name}") for name in "bc"]
        query = "SELECT clause_id FROM clause_in_force ORDER BY clause_id"
        for (clause,) in self.project.db.execute(query).fetchall():
            mine = first.review(clause).values
            if any(other.review(clause).values != mine for other in others):
                changes = [Change("label", clause, name, value, layer="gold") for name, value in mine.items()]
                events.record(self.project, LEAD, changes, origin="key")
                first.note(clause, "按主句的宾语判", "category")

    def bring_what_breaks_readers(self) -> None:
        """Two documents of such characters: one labelled in all ways, one untouched."""
        source, clauses = self.bring("方案.txt", PLAN)
        amy = self.at("amy")
        target = {**span(source, "100个"), "value": 100, "comparator": "equal", "deadline": "2027"}
        amy.finish(
            clauses[0],
            {
                "clause_type": ["task"], "category": ["infra", "data"], "responsible_unit": units(source),
                "priority": ["dated"], "target": [target],
            },
            seconds=12.3,
        )  # fmt: skip
        amy.ask(clauses[1], "=1+1 算数据吗？")
        for clause in clauses[1:4]:
            amy.finish(clause, {"clause_type": ["background"], "category": [], "responsible_unit": []})
        self.bring("通知.txt", NOTICE)


def main(folder: Path) -> None:
    """Make them all; what stood in the folder goes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(OUT, folder / "sample")
    with tempfile.TemporaryDirectory() as place:
        trial = Trial(Path(place) / "trial.db")
        trial.decide_what_differs()
        trial.bring_what_breaks_readers()
        release(trial.project, folder / "whole", WHOLE)
        release(trial.project, folder / "packed", PACKED)
        trial.project.close()
        bare = Office(Path(place) / "bare.db")
        bare.bring("通知.txt", NOTICE)
        release(bare.project, folder / "bare", Options(views=("canonical",)))
        bare.project.close()
        negative = Office(Path(place) / "negative.db")
        for clause in negative.bring("方案.txt", PLAN)[1]:
            negative.at("amy").finish(clause)
        release(negative.project, folder / "negative", Options(views=("canonical", "classification")))
        negative.project.close()
        small = Office(Path(place) / "small.db")
        people.store(small.project, LEAD, Person(LEAD, LEAD, (), ("owner",)))
        three_documents(small)
        for name, division in (("divided", Wanted((1, 1, 1))), ("folded", Wanted(folds=3, anew=True))):
            wanted = Options(views=("all",), division=division)
            release(small.project, folder / name, wanted)
        without = Wanted(off=True)
        covered = Terms("fresh", "none", notes=False, mask=True)
        release(small.project, folder / "covered", Options(views=("all",), terms=covered, division=without))
        placed = Options(views=("all",), terms=Terms(texts=False), tables=(), division=without)
        release(small.project, folder / "placed", placed)
        small.project.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
