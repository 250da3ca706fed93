"""A release loads with Hugging Face datasets as it is: offline, by folder, every configuration.

Not among the quick tests. In an environment of its own:

    pip install . -r tests/consumers/requirements.txt
    pytest -o addopts= tests/consumers
"""

import gzip
import json
import os
import socket

os.environ["HF_HUB_OFFLINE"] = os.environ["HF_DATASETS_OFFLINE"] = "1"

import pytest
from datasets import ClassLabel, get_dataset_config_names, load_dataset

from annotator.flows.exporting import Options, export
from annotator.flows.exporting.wanted import Wanted
from annotator.model.review import Person
from annotator.store import people, repeating
from annotator.tools.release.terms import Terms
from tests.exporting.office import NOTICE, PLAN, Office, Piece, label, lines


@pytest.fixture(autouse=True)
def offline(monkeypatch):
    def refuse(*arguments):
        raise AssertionError("a release loads without a network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "trial.db")
    yield made
    made.project.close()


@pytest.fixture
def released(office, tmp_path):
    """A function that exports and loads a configuration: (rows as loaded, records as written)."""

    def load(name, **options):
        out = tmp_path / "out"
        export(office.project, office.codebook, out, force=True)
        loaded = load_dataset(str(out), *name, split="train", cache_dir=str(tmp_path / "cache"), **options)
        return loaded, lines(out / f"data/{(*name, 'canonical')[0]}/all.jsonl")

    return load


def named(loaded):
    """Rows with their classes by name again."""
    codes, primary = loaded.features["labels"].feature, loaded.features["primary"]
    for row in loaded:
        first = row["primary"]
        names = [codes.int2str(number) for number in row["labels"]]
        yield {**row, "labels": names, "primary": None if first is None else primary.int2str(first)}


@pytest.mark.parametrize("streaming", [False, True])
@pytest.mark.parametrize("name", [(), ("canonical",)])
def test_canonical_records_come_back_as_they_were_written(office, released, name, streaming):
    label(office)
    office.bring("通知.txt", NOTICE)
    loaded, written = released(name, streaming=streaming)
    assert list(loaded) == written


@pytest.mark.parametrize("streaming", [False, True])
def test_the_classification_view_comes_back_with_its_classes(office, released, streaming):
    label(office)
    loaded, written = released(("classification",), streaming=streaming)
    assert loaded.features["labels"].feature.names == ["data", "infra", "infra.compute"]
    assert list(named(loaded)) == written


def test_records_without_any_label_load_with_their_types(office, released):
    office.bring("通知.txt", NOTICE)
    loaded, written = released(())
    assert list(loaded) == written
    assert loaded.features["labels"]["topic"].feature.dtype == "string"
    assert loaded.features["reviews"].feature["seconds"].dtype == "float64"


def test_a_view_of_negatives_alone_loads_with_its_classes(office, released):
    for clause in office.bring("方案.txt", PLAN)[1]:
        office.at("amy").finish(clause)
    loaded, written = released(("classification",))
    assert [row["labels"] for row in loaded] == [[]] * 7
    assert list(named(loaded)) == written


def test_times_and_dates_are_not_respelled(office, released):
    for clause in office.bring("方案.txt", PLAN)[1]:
        office.at("amy").finish(clause, {"due": ["2027-06-30"]})
    loaded, written = released(())
    assert list(loaded) == written
    assert loaded[0]["labels"]["due"] == {"year": 2027, "month": 6, "day": 30}
    assert loaded[0]["reviews"][0]["submitted_utc"].endswith(".000Z")


def plain(feature, value):
    """A value with its classes by name again."""
    if isinstance(feature, ClassLabel):
        return None if value is None else feature.int2str(value)
    if isinstance(feature, dict):
        return None if value is None else {name: plain(feature[name], value[name]) for name in feature}
    return [plain(feature.feature, one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"shard": 1},
        {"gzip": True, "shard": 4},
        {"terms": Terms("fresh", "none", notes=False, mask=True)},
        {"terms": Terms(texts=False), "tables": ()},
    ],
)
def test_every_view_comes_back_as_it_was_written(office, tmp_path, options):
    _, clauses = label(office)
    office.bring("通知.txt", NOTICE)
    office.at("amy").note(clauses["gold"], "以算力为主", "topic")
    out = tmp_path / "out"
    wanted = Options(views=("all",), **options)
    manifest = export(office.project, office.codebook, out, options=wanted)
    told = {view: about for view, about in manifest.counts["views"].items() if about["lines"]}
    assert set(get_dataset_config_names(str(out))) == set(told)
    for view, about in told.items():
        loaded = load_dataset(str(out), view, split="train", cache_dir=str(tmp_path / "cache"))
        opened = gzip.open if wanted.gzip else open
        written = [json.loads(line) for path in about["files"] for line in opened(out / path, "rb")]
        assert [plain(loaded.features, row) for row in loaded] == written, view


SAME = Piece("这一条在三份文件里都有，文字完全一样，应当只留在一边。")


@pytest.mark.parametrize("division", [Wanted((1, 1, 1)), Wanted(folds=3)])
def test_a_divided_release_loads_by_split(office, tmp_path, division):
    people.store(office.project, "amy", Person("amy", "amy", (), ("owner",)))
    for name in "甲乙丙":
        own = [
            Piece(f"{name}方案", kind="title"),
            *(Piece(f"{name}的第{number}件事项。") for number in "一二"),
        ]
        for clause in office.bring(f"{name}.txt", (*own, SAME))[1]:
            office.at("amy").finish(clause, {"topic": ["data"]})
    repeating.extend(office.project)
    out = tmp_path / "out"
    manifest = export(
        office.project, office.codebook, out, asker="amy", options=Options(views=("all",), division=division)
    )
    sides = {"train", "none"} if division.folds else {"train", "validation", "test", "none"}
    for view, about in manifest.counts["views"].items():
        if not about["lines"]:
            continue
        loaded = load_dataset(str(out), view, cache_dir=str(tmp_path / "cache"))
        assert set(loaded) == (sides if "none" in about["splits"] else sides - {"none"}), view
        for side, rows in loaded.items():
            name = "all" if division.folds and side == "train" else side
            written = lines(out / f"data/{view}/{name}.jsonl")
            assert [plain(rows.features, row) for row in rows] == written, view
    assert "none" in manifest.counts["views"]["canonical"]["splits"]
