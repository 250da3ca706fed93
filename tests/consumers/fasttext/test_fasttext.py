"""fastText trains on the lines: it finds the labels, and characters for words."""

from importlib.metadata import version
from pathlib import Path

import fasttext
import pytest

from tests.consumers.checking import Check, named, planted
from tests.consumers.exchanged import codes, folders, replaced, views


def read(releases: Path) -> str:
    """Every label that a clause has is learnt, every word is one character, and every line says what is seen."""
    said = 0
    for release, folder in folders(releases, "fasttext"):
        for name, paths, written in views(release, folder, ".txt"):
            for path in paths:
                model = fasttext.train_supervised(
                    str(path), loss="ova", epoch=1, minCount=1, minCountLabel=1, verbose=0, thread=1
                )
                ids = path.with_suffix(".ids").read_text().split()
                rows = path.read_text(encoding="utf-8").split("\n")[:-1]
                assert len(rows) == len(ids), "lines and ids differ"
                counted = dict.fromkeys(model.labels, 0)
                for identity, row in zip(ids, rows, strict=True):
                    mine = codes(written[identity])
                    words, labels = model.get_line(row)
                    assert labels == [f"__label__{code}" for code in mine], f"{name}: other labels {labels}"
                    wanted = "".join(written[identity]["text"].split())
                    assert "".join(words).removesuffix("</s>") == wanted, f"{name}: other words"
                    for label in labels:
                        counted[label] += 1
                    said += 1
                assert counted == dict(zip(model.labels, model.get_labels(include_freq=True)[1], strict=True))
                assert all(len(word) == 1 for word in model.words if word != "</s>"), (
                    f"{name}: words are no characters"
                )
    return f"{said} lines"


CHECKS = [
    Check(
        "fastText", version("fasttext-wheel"), "training", read,
        (
            replaced("a label misspelt", "fasttext/classification/all.txt", "__label__data", "__label__date", "other labels"),
            replaced("characters together", "fasttext/classification/all.txt", "算 力", "算力", "no characters|other words"),
            replaced("a clause of another line", "fasttext/classification/all.ids", "cl-", "cl-0", "KeyError|cl-0"),
        ),
    )
]  # fmt: skip


@pytest.mark.parametrize("check", named(CHECKS))
def test_fasttext_learns_what_was_written(check, releases, told):
    told(check, check.read(releases))


@pytest.mark.parametrize(("check", "fault"), planted(CHECKS))
def test_a_planted_fault_is_noticed(check, fault, damaged):
    with pytest.raises(Exception, match=fault.notice):
        check.read(damaged(fault))
