"""What holds in every release, whatever stands in the texts and whoever said what."""

import functools
import json
import operator
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import AnnotatorError
from annotator.flows.exporting import Options, export
from annotator.flows.exporting.wanted import Wanted
from annotator.flows.releases import Comparison, restore, verify
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.exporting.office import lines
from tests.making import faults
from tests.releases.conftest import hashed
from tests.releases.projects import ACTS, PROJECT, live

FULL = Options(views=("all",), tables=("csv", "long"), full=True)
SOME = settings(max_examples=12)


def released(folder: Path, project: Any, acts: Any, options: Options = FULL) -> Path | None:
    """A full release; None of a project without clauses."""
    office = live(folder / "project.db", project, acts)
    try:
        export(office.project, office.codebook, folder / "out", options=options, timestamp="0", asker="amy")
    except AnnotatorError as error:
        assert error.key == "export.nothing"  # noqa: PT017  (no clause is no fault)
        return None
    finally:
        office.project.close()
    return folder / "out"


def places(value: Any) -> Any:
    """Every object in a record that tells a place."""
    if isinstance(value, dict):
        if "surface" in value:
            yield value
        for inside in value.values():
            yield from places(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from places(inside)


@SOME
@given(project=PROJECT, acts=ACTS)
def test_every_span_cuts_its_surface_in_every_view(project: Any, acts: Any) -> None:
    with TemporaryDirectory() as folder:
        if not (out := released(Path(folder), project, acts)):
            return
        for path in (out / "data").glob("*/*.jsonl"):
            for record in lines(path):
                for place in places(record):
                    if place["start"] is not None:
                        text = record[place.get("where", "text")]
                        assert text[place["start"] : place["end"]] == place["surface"] != ""


@SOME
@given(project=PROJECT, acts=ACTS)
def test_every_anchor_and_every_span_cuts_its_source(project: Any, acts: Any) -> None:
    with TemporaryDirectory() as folder:
        if not (out := released(Path(folder), project, acts)):
            return
        edits: dict[str, list[Any]] = {}
        cuttings = {one["cutting_id"]: one["source_sha256"] for one in lines(out / "project/cuttings.jsonl")}
        segments = {one["clause_id"]: one for one in lines(out / "project/segments.jsonl")}
        for one in segments.values():
            edits.setdefault(cuttings[one["cutting_id"]], []).extend(one["edits"])
        for record in lines(out / "data/canonical/all.jsonl"):
            digest = record["provenance"]["source_sha256"]
            source = (out / f"sources/{digest}.txt").read_bytes().decode()
            start, end = record["anchor"].values()
            segment = segments[record["id"]]
            assert source[start:end].startswith(record["marker"])
            assert read(source, edits[digest], segment["text_start"], segment["text_end"]) == record["text"]
            assert read(source, edits[digest], segment["tail_start"], segment["tail_end"]) == record["tail"]
            for place in places(record):
                if place["where"]:
                    shown = read(source, edits[digest], place["source_start"], place["source_end"])
                    assert shown == place["surface"]
                    assert start <= place["source_start"] < place["source_end"] <= end


def read(source: str, edits: list[Any], start: int, end: int) -> str:
    """What a range of the source reads, by the edits of the release alone."""
    text, at = "", start
    for one in sorted(edits, key=lambda one: one["start"]):
        if start <= one["start"] and one["end"] <= end and one["state"] == "applied":
            text += source[at : one["start"]] + one["after"]
            at = one["end"]
    return text + source[at:end]


@SOME
@given(project=PROJECT, acts=ACTS)
def test_votes_are_those_of_the_reviews_and_counts_those_of_the_records(project: Any, acts: Any) -> None:
    with TemporaryDirectory() as folder:
        if not (out := released(Path(folder), project, acts)):
            return
        manifest = json.loads((out / "manifest.json").read_bytes())
        statuses = Counter[str]()
        for record in lines(out / "data/canonical/all.jsonl"):
            statuses[record["status"]] += 1
            done = [one["labels"] for one in record["reviews"] if one["state"] == "submitted"]
            for field, codes in (("topic", ["data", "infra", "infra.compute"]), ("kind", ["task", "no"])):
                said = [one[field] for one in done if one[f"{field}_state"] in ("set", "none")]
                flat = [
                    code for one in said for code in (one if isinstance(one, list) else [one] if one else [])
                ]
                votes = record["votes"][field]
                assert votes["n_reviews"] == len(said)
                assert votes["votes"] == [flat.count(code) for code in codes]
                assert votes["none"] == sum(one in ([], None) for one in said)
        counted = manifest["counts"]["clauses"]
        assert +statuses == {name: count for name, count in counted["status"].items() if count}
        for view, about in manifest["counts"]["views"].items():
            files = [lines(out / path) for path in about["files"]]
            assert about["lines"] == sum(map(len, files))
            clauses = len(
                {(one.get("doc_id"), one["id"]) for one in functools.reduce(operator.iadd, files, [])}
            )
            if view != "eval":
                assert clauses + sum(manifest["excluded"][view].values()) == counted["records"]


@SOME
@given(project=PROJECT, acts=ACTS)
def test_no_key_is_ever_missing(project: Any, acts: Any) -> None:
    with TemporaryDirectory() as folder:
        if not (out := released(Path(folder), project, acts)):
            return
        for path in (out / "data").glob("*/*.jsonl"):
            schema = json.loads((out / f"schema/{path.parent.name}.schema.json").read_bytes())
            for record in lines(path):
                complete(record, schema)


def complete(value: Any, schema: Any) -> None:
    """Every object has the keys of its schema in their order."""
    if value is None:
        assert "null" in schema["type"]
    elif "properties" in schema:
        assert list(value) == schema["required"] == list(schema["properties"])
        for name, inside in value.items():
            complete(inside, schema["properties"][name])
    elif "items" in schema:
        for inside in value:
            complete(inside, schema["items"])


DIVISIONS = st.sampled_from(
    [Wanted(), Wanted(shares=(60, 20, 20)), Wanted(folds=2), Wanted(shares=(50, 0, 50))]
)


@settings(max_examples=10)
@given(project=PROJECT, acts=ACTS, division=DIVISIONS)
def test_a_release_verifies_and_comes_back_to_the_byte(project: Any, acts: Any, division: Wanted) -> None:
    options = FULL._replace(division=division)
    with TemporaryDirectory() as folder:
        if not (out := released(Path(folder), project, acts, options)):
            return
        assert [one.sentence() for one in verify(out)] == []
        restore(out, Path(folder) / "made.db")
        assert set(faults(Path(folder) / "made.db")) == set()
        with Project.open(Path(folder) / "made.db") as made:
            again = Path(folder) / "again"
            export(made, codebook_of(made), again, options=options, timestamp="0", asker="amy")
        assert hashed(again) == hashed(out)
        assert list(Comparison(out, again)) == []


@settings(max_examples=10)
@given(project=PROJECT, acts=ACTS, division=DIVISIONS)
def test_no_document_is_on_both_sides_of_a_split(project: Any, acts: Any, division: Wanted) -> None:
    with TemporaryDirectory() as folder:
        if not (out := released(Path(folder), project, acts, FULL._replace(division=division))):
            return
        side = {one["doc_id"]: (one["split"], one["fold"]) for one in lines(out / "data/documents.jsonl")}
        for path in (out / "data").glob("*/*.jsonl"):
            for record in lines(path):
                if path.stem != "none" and "doc_id" in record:
                    assert side[record["doc_id"]] == (path.stem, record.get("fold"))
