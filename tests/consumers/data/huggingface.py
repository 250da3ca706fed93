"""Hugging Face datasets: the folder as it is, by its card alone."""

import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import datasets
from datasets import ClassLabel, IterableDataset, get_dataset_config_names, load_dataset

from tests.consumers import reading
from tests.consumers.checking import Check, Fault


def plain(feature: Any, value: Any) -> Any:
    """A value with its classes by name again."""
    if isinstance(feature, ClassLabel):
        return None if value is None else feature.int2str(value)
    if isinstance(feature, dict):
        return None if value is None else {name: plain(feature[name], value[name]) for name in feature}
    return [plain(feature.feature, one) for one in value] if isinstance(value, list) else value


def every_view(release: Path, *, streaming: bool = False) -> str:
    """Load every split of every configuration and hold it against the files."""
    files = reading.files(release)
    assert set(get_dataset_config_names(str(release))) == set(files)
    rows = 0
    with tempfile.TemporaryDirectory() as cache:
        for view, splits in files.items():
            for split, paths in splits.items():
                loaded = load_dataset(str(release), view, split=split, cache_dir=cache, streaming=streaming)
                assert isinstance(loaded, IterableDataset) == streaming
                got = [plain(loaded.features, row) for row in loaded]
                written = [line for path in paths for line in reading.lines(path)]
                reading.require_same(got, written, f"{view} {split}")
                rows += len(got)
    return f"{len(files)} configuration{'s' * (len(files) > 1)}, {rows:,} rows"


def without_values(releases: Path) -> str:
    """Records that nobody labelled, and a view of negatives, keep their types."""
    said = [every_view(releases / name) for name in ("bare", "negative")]
    with tempfile.TemporaryDirectory() as cache:
        bare = load_dataset(str(releases / "bare"), split="train", cache_dir=cache)
        assert bare.features["labels"]["topic"].feature.dtype == "string", "labels have no type"
        negative = load_dataset(str(releases / "negative"), "classification", split="train", cache_dir=cache)
        assert negative.features["labels"].feature.names == ["data", "infra", "infra.compute"]
    return "; ".join(said)


def divided(releases: Path) -> str:
    """Parts load by their names, and no document stands in two of them."""
    said = []
    for name, parts in (("divided", {"train", "validation", "test"}), ("folded", {"train"})):
        release = releases / name
        for view, splits in reading.files(release).items():
            assert set(splits) - {"none"} == parts, f"{name}, {view}: the parts are {sorted(splits)}"
            seen: dict[str, str] = {}
            for split in sorted(parts):
                for row in (line for path in splits[split] for line in reading.lines(path)):
                    there = seen.setdefault(row["doc_id"], split)
                    assert there == split, f"{row['doc_id']} is in {there} and {split}"
        said.append(every_view(release))
    return "; ".join(said)


def on_both_sides(releases: Path) -> None:
    """Put a clause of the test among those to train on, too."""
    files = reading.files(releases / "divided")["classification"]
    strange = reading.lines(files["test"][0])[0]
    reading.rewrite(files["train"][0], lambda records: records.append(strange))


def without_features(release: Path) -> None:
    """Take the features out of a card."""
    card = release / "README.md"
    text = card.read_text(encoding="utf-8")
    card.write_text(re.sub(r"\ndataset_info:.*?\n---\n", "\n---\n", text, flags=re.DOTALL), encoding="utf-8")


def whole_seconds(release: Path) -> None:
    """Spell all times of the raw reviews without milliseconds."""

    def change(records: list[reading.Record]) -> None:
        for record in records:
            if record["submitted_utc"]:
                record["submitted_utc"] = "2026-11-22T00:00:00Z"

    reading.rewrite(reading.files(release)["raw"]["train"][0], change)


def cut_short(release: Path) -> None:
    """Cut a packed file in its middle."""
    path = next(reading.every_file(release))
    path.write_bytes(path.read_bytes()[:-200])


def whole(act: Callable[[Path], object]) -> Callable[[Path], object]:
    """The same, done to the whole release."""
    return lambda releases: act(releases / "whole")


CHECKS = (
    Check(
        "datasets", datasets.__version__, "every view, offline, from the folder",
        lambda releases: every_view(releases / "whole"),
        (
            Fault(
                "a label that the card does not list",
                whole(lambda out: reading.put(out, "classification", "labels", ["nothing"])),
                "generating the dataset|Invalid string class label",
            ),
            Fault(
                "times without milliseconds", whole(whole_seconds),
                "submitted_utc is '2026-11-22 00:00:00'",
            ),
        ),
    ),
    Check(
        "datasets", datasets.__version__, "every view, streaming",
        lambda releases: every_view(releases / "whole", streaming=True),
        (
            Fault(
                "a file missing", whole(lambda out: next(reading.every_file(out)).unlink()), "Unable to find",
            ),
        ),
    ),
    Check(
        "datasets", datasets.__version__, "compressed, in shards",
        lambda releases: every_view(releases / "packed"),
        (
            Fault(
                "a compressed file cut short", lambda releases: cut_short(releases / "packed"),
                "generating the dataset|end-of-stream",
            ),
        ),
    ),
    Check(
        "datasets", datasets.__version__, "train, validation and test; folds", divided,
        (
            Fault("a document on both sides", on_both_sides, "is in test and train"),
            Fault(
                "a part missing",
                lambda releases: reading.files(releases / "divided")["ner"]["test"][0].unlink(), "No such file",
            ),
        ),
    ),
    Check(
        "datasets", datasets.__version__, "nothing told of people; no texts",
        lambda releases: "; ".join(every_view(releases / name) for name in ("covered", "placed")),
        (
            Fault(
                "a label that the card does not list",
                lambda releases: reading.put(releases / "placed", "classification", "labels", ["nothing"]),
                "generating the dataset|Invalid string class label",
            ),
        ),
    ),
    Check(
        "datasets", datasets.__version__, "no label at all; negatives alone", without_values,
        (
            Fault(
                "a card without features", lambda releases: without_features(releases / "bare"),
                "generating the dataset|labels have no type|has no attribute|labels is",
            ),
        ),
    ),
)  # fmt: skip
