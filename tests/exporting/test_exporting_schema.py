"""Records keep the schema that goes along with them, and the schema refuses what is wrong."""

import copy
import json

import pytest
from jsonschema import Draft202012Validator

from annotator.flows.exporting import export
from annotator.tools.codebook import parse, shipped
from annotator.tools.release import prompting, shape
from annotator.tools.release.json_schema import json_schema
from annotator.tools.release.views import views
from tests.exporting.office import NOTICE, label, lines


@pytest.fixture
def released(office, tmp_path):
    """(validator, records) of a release with every status and every kind of field."""
    label(office)
    office.bring("通知.txt", NOTICE)
    export(office.project, office.codebook, tmp_path / "out")
    schema = json.loads((tmp_path / "out/schema/canonical.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema), lines(tmp_path / "out/data/canonical/all.jsonl")


def test_every_record_is_valid(released):
    validator, records = released
    assert [error.message for record in records for error in validator.iter_errors(record)] == []


def test_every_record_names_the_schema_it_keeps(released):
    validator, records = released
    assert {record["provenance"]["schema"] for record in records} == {validator.schema["$id"]}


def test_keys_stand_in_the_order_of_the_shape_on_every_line(released, office):
    def keys(struct, value, path=""):
        assert value is None or list(value) == list(struct.members), path
        for name, member in struct.members.items():
            inner = None if value is None else value[name]
            if isinstance(member, shape.Struct):
                keys(member, inner, f"{path}.{name}")
            elif isinstance(member, shape.ListOf) and isinstance(member.item, shape.Struct):
                for item in inner:
                    keys(member.item, item, f"{path}.{name}")

    for record in released[1]:
        keys(every(office.codebook)["canonical"].shape, record)


def every(codebook):
    """The views of a codebook by name."""
    return {view.name: view for view in views(codebook, prompting.Prompt(prompting.default(), codebook))}


def change(record, path, value):
    broken = copy.deepcopy(record)
    at = broken
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return broken


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("labels", "topic_state"), "none"),
        (("labels", "priority"), None),
        (("labels", "topic"), []),
        (("labels", "kind"), "unheard_of"),
        (("labels", "due"), None),
        (("labels", "due", "month"), "6"),
        (("labels", "unit", 0, "role"), "owner"),
        (("labels", "unit", 0, "where"), "title"),
        (("labels", "more"), 1),
        (("reviews", 0, "labels", "kind_state"), "conflict"),
        (("reviews", 0, "submitted_utc"), "2026-11-10T08:28:00Z"),
        (("reviews",), None),
        (("status",), "approved"),
        (("id",), "123"),
        (("text_sha256",), "0"),
        (("anchor", "start"), 1.5),
        (("schema_version",), "0.9.0"),
    ],
)
def test_a_broken_record_is_refused(released, path, value):
    validator, records = released
    gold = next(record for record in records if record["status"] == "gold")
    assert validator.is_valid(gold)
    assert not validator.is_valid(change(gold, path, value))


def test_a_record_that_lacks_a_key_is_refused(released):
    validator, records = released
    for name in records[0]:
        assert not validator.is_valid({key: value for key, value in records[0].items() if key != name})


@pytest.mark.parametrize("name", ["default", "instruments"])
def test_the_shipped_codebooks_give_valid_schemas(name):
    codebook = parse(shipped(name), name)
    for view in every(codebook).values():
        Draft202012Validator.check_schema(json_schema(view.shape, "urn:x", "x"))
