import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.event import Change, Event
from annotator.model.ids import canonical, clause_id, document_id, sha256
from tests.making import event

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)

OTHERWISE = {
    "kind": "note", "subject": "cl-2", "field": "priority", "layer": "gold", "pass_no": 2, "value": None,
    "act": "run-1:2", "undoes": "run-0:1", "origin": "redo", "suggested": True, "seen": "0" * 16,
    "seconds": 0.1, "codebook": "f" * 64, "reviewer": "wang", "os_user": "root", "at": 1, "run": "run-2",
    "seq": 2, "prev": "ev-0",
}  # fmt: skip


@pytest.mark.parametrize("name", Event._fields)
def test_another_value_in_any_field_makes_another_id(name: str) -> None:
    assert event()._replace(**{name: OTHERWISE[name]}).id != event().id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (None, []),
        ([], [""]),
        (["data", "infra"], ["infra", "data"]),
        (["ab"], ["a", "b"]),
        ([1], ["1"]),
        ([1], [True]),
        ({"a": None}, {}),
        ("é", "e\u0301"),
    ],
)
def test_values_that_differ_make_ids_that_differ(one: object, other: object) -> None:
    assert event(value=one).id != event(value=other).id


def test_the_same_field_contents_elsewhere_make_another_id() -> None:
    assert event(subject="a", field="b").id != event(subject="b", field="a").id


def test_the_id_does_not_depend_on_the_order_of_keys_or_on_tuples() -> None:
    assert event(value={"a": 1, "b": [2]}).id == event(value={"b": (2,), "a": 1}).id


@given(JSON)
def test_an_event_read_from_json_has_its_id(value: object) -> None:
    assert event(value=json.loads(canonical(value))).id == event(value=value).id


def test_every_field_of_a_change_is_a_field_of_the_event() -> None:
    assert set(Change._fields) < set(Event._fields)


ELSEWHERE = """
from annotator.model.ids import canonical, clause_id, document_id
from tests.making import event
value = {"\\u5355\\u4f4d": ["\\U00020000", {"b": 1.5, "a": None}], "set": sorted({"x", "y", "z"})}
print(event(value=value).id, document_id("\\u653f".encode()), clause_id("0" * 64, 1, 2))
print(ascii(canonical(value)))
"""


def test_ids_are_the_same_in_another_process() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", ELSEWHERE],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": utf8, "LC_ALL": "C"},
            cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True,
        ).stdout
        for seed, utf8 in (("1", "0"), ("2", "1"))
    ]  # fmt: skip
    assert said[0] == said[1]
    value = {"单位": ["\U00020000", {"b": 1.5, "a": None}], "set": ["x", "y", "z"]}
    assert said[0].split()[0] == event(value=value).id


def test_ids_are_what_the_documentation_says() -> None:
    digest = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"
    assert sha256("hello world") == sha256(b"hello world") == digest
    assert document_id(b"hello world") == "doc-b94d27b9934d"
    assert clause_id(digest, 0, 11) == "cl-" + sha256(digest + ":0:11")[:16]
    everything = {"format": 1, **{name: getattr(event(), name) for name in Event._fields}}
    assert event().id == "ev-" + sha256(canonical(everything))[:32]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": [1, 2]}, '{"a":[1,2],"b":1}'),
        ("政策\u2028\U00020000", '"政策\u2028\U00020000"'),
        ('"\\\n\x00', '"\\"\\\\\\n\\u0000"'),
        ([None, True, 1.0, -0.5], "[null,true,1.0,-0.5]"),
        ({}, "{}"),
    ],
)
def test_canonical_json_has_one_spelling(value: object, text: str) -> None:
    assert canonical(value) == text


@given(JSON)
def test_canonical_json_is_a_fixed_point(value: object) -> None:
    once = canonical(value)
    assert canonical(json.loads(once)) == once
    assert json.loads(once) == json.loads(json.dumps(value))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, b"bytes", object()])
def test_what_json_cannot_say_is_refused(value: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        canonical(value)
