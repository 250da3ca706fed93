"""When an answer is another one than what was suggested."""

import json
from typing import Any

import pytest

from annotator.tools.query.differing import differing


def unit(name: str, role: str = "lead", **more: Any) -> dict[str, Any]:
    return {"org_id": None, "name": name, "role": role, "surface": "", "start": None, "end": None, **more}


@pytest.mark.parametrize(
    ("label", "suggested", "expected"),
    [
        (["data"], ["data"], False), (["data"], ["infra"], True), (["data", "infra"], ["infra", "data"], True), ([], ["data"], True), ([], [], False),
        ([unit("市教委")], [unit("市教委", start=3, end=6)], False), ([unit("市教委")], [unit("市教委", "participant")], True),
        ([unit("甲", org_id="org-1")], [unit("乙", org_id="org-1")], False), ([unit("甲"), unit("乙")], [unit("乙"), unit("甲")], False),
        ([], [unit("甲")], True), ([unit("甲")], ["甲"], True), (None, ["data"], False),
    ],
)  # fmt: skip
def test_codes_count_in_order_and_units_by_who_they_are(label: Any, suggested: Any, expected: bool) -> None:
    assert differing(json.dumps(label), json.dumps(suggested)) is expected


def test_where_one_is_missing_there_is_nothing_to_differ_from() -> None:
    assert not differing(None, "[]")
    assert not differing("[]", None)
