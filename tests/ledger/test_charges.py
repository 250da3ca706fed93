"""Who is charged, in the cells of a ledger and out of them again."""

from typing import Any

import pytest

from annotator.model.units import NOWHERE
from annotator.tools.ledger import Charge, charged, charges_of
from annotator.tools.ledger.charges import cell, parsed

LEAD, PART, DUTY, GUIDE, OPEN = "lead", "participant", "responsible", "supervisor", "unspecified"


def unit(name: str, role: str, *, stated: bool = True) -> dict[str, Any]:
    place = {"surface": name, "start": 0, "end": len(name)} if stated else {}
    return {"org_id": f"org-{name}", "name": name, "role": role, **NOWHERE, "stated": stated, **place}


def charge(name: str, role: str, *, stated: bool = True, collective: bool = False) -> Charge:
    return Charge(unit(name, role, stated=stated), name, group=name, collective=collective)


@pytest.mark.parametrize(
    ("charges", "lead", "others"),
    [
        ([], "", ""),
        ([("甲", LEAD), ("乙", PART)], "甲", "乙"),
        ([("乙", PART), ("甲", LEAD)], "甲", "乙"),
        ([("甲", LEAD), ("乙", LEAD), ("丙", DUTY)], "甲、乙", "丙"),
        ([("甲", DUTY)], "甲", ""),
        ([("甲", DUTY), ("乙", DUTY)], "甲（推定）", "乙"),
        ([("甲", OPEN), ("乙", OPEN)], "甲（推定）", "乙"),
        ([("丙", PART), ("甲", DUTY), ("乙", DUTY)], "甲（推定）", "丙、乙"),
        ([("甲", PART), ("乙", GUIDE)], "", "甲、乙（指导）"),
        ([("甲", LEAD), ("甲", GUIDE)], "甲", "甲（指导）"),
    ],
)
def test_a_lead_is_stated_or_inferred_and_marked(
    charges: list[tuple[str, str]], lead: str, others: str
) -> None:
    columns = charged([charge(name, role) for name, role in charges])
    assert tuple("".join(cell(one).split()) for one in columns) == (lead, others)


def test_a_collective_is_nobodys_lead_but_answers_alone() -> None:
    first = charge("各区政府", DUTY, collective=True)
    assert charged([first, charge("甲", DUTY)])[0] == ()
    assert [one.name for one in charged([first])[0]] == ["各区政府"]


def test_what_the_office_assigned_is_marked() -> None:
    columns = charged([charge("甲", LEAD, stated=False), charge("乙", GUIDE, stated=False)])
    assert [cell(one) for one in columns] == ["甲（指定）", "乙（指定）（指导）"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        ("甲、乙，丙,丁；戊\n己", ["甲", "乙", "丙", "丁", "戊", "己"]),
        (" 甲 、、 乙 ", ["甲", "乙"]),
        ("国家（上海）互联网交换中心、乙", ["国家（上海）互联网交换中心", "乙"]),
        ("甲局（民防办、人防办）、乙", ["甲局（民防办、人防办）", "乙"]),
        ("各委、办、局、乙", ["各委、办、局", "乙"]),
    ],
)  # fmt: skip
def test_names_are_read_whatever_stands_between_them(text: str, names: list[str]) -> None:
    assert [name for name, _ in parsed(text, ["各委、办、局"])] == names


@pytest.mark.parametrize(
    "text",
    [
        "甲（推定）",
        "甲(推定)",
        "甲\n（推定）",
        "甲 (inferred)",
        "甲（推定）（指定）",
        "甲 (assigned) (inferred)",
    ],
)
def test_marks_are_read_in_either_language_and_width(text: str) -> None:
    ((name, marks),) = parsed(text)
    assert name == "甲"
    assert "inferred" in marks


def find(name: str) -> dict[str, Any]:
    return unit(name, PART, stated=False)


BEFORE = charged([charge("甲", DUTY), charge("乙", DUTY), charge("丙", GUIDE)])


@pytest.mark.parametrize(
    ("lead", "others", "roles"),
    [
        ("甲（推定）", "乙、丙（指导）", None),
        ("甲\n（推定）", " 丙（指导），乙 ", None),
        ("甲", "乙、丙（指导）", {"甲": LEAD, "乙": DUTY, "丙": GUIDE}),
        ("乙", "甲、丙（指导）", {"乙": LEAD, "甲": PART, "丙": GUIDE}),
        ("乙", "甲、乙、丙（指导）", {"乙": LEAD, "甲": PART, "丙": GUIDE}),
        ("丁", "乙、丙（指导）", {"丁": LEAD, "乙": DUTY, "丙": GUIDE}),
        ("甲、丁", "乙、丙（指导）", {"甲": LEAD, "丁": LEAD, "乙": DUTY, "丙": GUIDE}),
        ("甲（推定）", "乙", {"甲": DUTY, "乙": DUTY}),
        ("甲（推定）", "乙、丙", {"甲": DUTY, "乙": DUTY, "丙": PART}),
        ("甲（推定）", "乙（指导）、丙（指导）、丁", {"甲": DUTY, "乙": GUIDE, "丙": GUIDE, "丁": PART}),
        ("乙（推定）", "甲、丙（指导）", {"乙": LEAD, "甲": PART, "丙": GUIDE}),  # the mark was 甲's
        ("", "乙、丙（指导）", {"乙": PART, "丙": GUIDE}),
        ("", "", {}),
    ],
)
def test_changed_cells_become_units_that_keep_their_places(
    lead: str, others: str, roles: dict[str, str] | None
) -> None:
    units = charges_of(lead, others, BEFORE, find)
    if roles is None:
        assert units is None
        return
    assert units is not None
    assert {one["name"]: one["role"] for one in units} == roles
    assert all(one["stated"] == (one["name"] in "甲乙丙") for one in units)
