"""The released sample: the five sample documents, labelled by three passes of a language model.

What the passes said lies in `labels`, in the form that `annotator label` takes; `about.md` tells in the card who
made them and how. Nothing here hangs on the machine or the day, so that the same release comes out again.
"""

import json
from pathlib import Path

import annotator
from annotator.flows.exporting import Manifest, Options, export
from annotator.flows.filing import file_labels
from annotator.flows.importing import import_files
from annotator.model.hold import Hold
from annotator.store import codebooks, holding, people
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tools.codebook import parse, shipped
from annotator.tools.release.terms import Terms
from tests.making import Clock

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "exports" / "sample"
DOCUMENTS = Path(annotator.__file__).parent / "samples"
LEAD = "lead"
VIEWS = ("canonical", "classification", "ner", "relations")
TERMS = Terms(times="day", licence="Apache-2.0")
DAY = 1_795_305_600_000
"""2026-11-22 in UTC, the day of the passes; the times of the sample count on from there, and tell no more."""


def make(out: Path, project: Path) -> Manifest:
    """Write the release to `out`, from a project made at `project`."""
    with labelled(project) as store:
        about = (HERE / "about.md").read_text(encoding="utf-8")
        return export(
            store,
            codebook_of(store),
            out,
            force=True,
            timestamp="2026-11-22",
            command="python -m tests.sample",
            options=Options(views=VIEWS, terms=TERMS, about=about),
        )


def labelled(path: Path) -> Project:
    """The project at `path`, with the documents and all labels."""
    store = Project.create(path, clock=Clock(DAY, step=1))
    text = shipped("default")
    codebook = parse(text, "default")
    people.welcome(store, LEAD)
    codebooks.use(store, LEAD, codebook, text)
    holding.hold(store, LEAD, Hold(share=1.0, seed=1))
    import_files(store, LEAD, codebook, sorted(DOCUMENTS.glob("*.txt")), processes=0)
    for labels in sorted((HERE / "labels").glob("*.jsonl")):
        given = labels.read_text(encoding="utf-8").splitlines()
        file_labels(store, codebook, ((number, json.loads(line)) for number, line in enumerate(given, 1)))
    return store
