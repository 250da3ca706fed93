"""A release loads with Hugging Face datasets as it is: offline, by folder, every configuration.

Not among the quick tests. In an environment of its own:

    pip install . -r tests/consumers/requirements.txt
    pytest -o addopts= tests/consumers
"""

import os
import socket

os.environ["HF_HUB_OFFLINE"] = os.environ["HF_DATASETS_OFFLINE"] = "1"

import pytest
from datasets import load_dataset

from annotator.flows.exporting import export
from tests.exporting.office import NOTICE, PLAN, Office, label, lines


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
