"""scikit-learn: the labels as a matrix of classes in the order of the codebook."""

import json
import warnings
from pathlib import Path

import sklearn
from sklearn.preprocessing import MultiLabelBinarizer

from tests.consumers import reading
from tests.consumers.checking import Check, Fault
from tests.consumers.reading import Record


def matrix(releases: Path) -> str:
    """Every line has its row, negatives have empty ones, and the matrix leads back to the labels."""
    release = releases / "whole"
    records = reading.view(release, "classification")
    counts = json.loads((release / "manifest.json").read_bytes())["counts"]["views"]["classification"]
    assert len(records) == counts["lines"], f"{len(records)} lines, the manifest says {counts['lines']}"
    classes = reading.classes(release, "classification", "labels")
    binarizer = MultiLabelBinarizer(classes=classes)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # an unknown class is only warned of, and dropped
        made = binarizer.fit_transform([record["labels"] for record in records])
    back = binarizer.inverse_transform(made)
    assert [sorted(labels) for labels in back] == [sorted(record["labels"]) for record in records]
    empty = int((made.sum(axis=1) == 0).sum())
    assert empty == sum(not record["labels"] for record in records) > 0
    return f"{made.shape[0]} × {made.shape[1]}, {empty} negatives kept"


def without_negatives(releases: Path) -> None:
    """Drop the lines that have no label."""

    def change(records: list[Record]) -> None:
        records[:] = [record for record in records if record["labels"]]

    reading.rewrite(reading.files(releases / "whole")["classification"]["train"][0], change)


CHECKS = (
    Check(
        "scikit-learn", sklearn.__version__, "classification, as a matrix", matrix,
        (
            Fault(
                "a label that the card does not list",
                lambda releases: reading.put(releases / "whole", "classification", "labels", ["nothing"]),
                "unknown class",
            ),
            Fault("negatives left out", without_negatives, "the manifest says"),
        ),
    ),
)  # fmt: skip
