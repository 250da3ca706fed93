"""The scikit-learn recipe of docs/training.md: a model beside the majority, whole documents held out."""

import re
import shutil
import tempfile
from pathlib import Path

import sklearn

from tests.consumers import reading, recipes
from tests.consumers.checking import Check, Fault


def trained(releases: Path) -> str:
    """Run it on the released sample, and hold the model against the majority."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(releases / "sample", Path(folder) / "exports" / "sample")
        said = recipes.run("python", Path(folder))
    scores = dict(re.findall(r"(\w+): micro F1 ([\d.]+)", said))
    assert float(scores["model"]) > 3 * float(scores["majority"]), f"nothing was learnt: {said}"
    return "; ".join(said.splitlines())


def mixed_up(releases: Path) -> None:
    """Give every clause the labels of another one."""

    def change(records: list[reading.Record]) -> None:
        half = len(records) // 2
        others = [record["labels"] for record in records[half:] + records[:half]]
        for record, labels in zip(records, others, strict=True):
            record["labels"] = labels

    reading.rewrite(reading.files(releases / "sample")["classification"]["train"][0], change)


CHECKS = (
    Check(
        "scikit-learn", sklearn.__version__, "the recipe of training.md on the released sample", trained,
        (Fault("labels of other clauses", mixed_up, "nothing was learnt"),),
    ),
)  # fmt: skip
