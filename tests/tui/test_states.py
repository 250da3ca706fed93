"""The four states of a field and of a clause never blur: screen, status, export, agreement."""

import json
from pathlib import Path
from typing import Any

from annotator.flows.auditing import answers
from annotator.flows.counting import field_states
from annotator.flows.exporting import export
from annotator.store import documents, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.tui.conftest import shown


async def work(pilot: Any) -> dict[str, str]:
    """A priority alone and finish; skip one; leave one; 文中未写明 for one field. The screen after each."""
    seen = {}
    await pilot.press("4", "z", "enter", "enter", "pageup")
    seen["finished"] = shown(pilot)
    await pilot.press("pagedown", "comma", "pageup")
    seen["skipped"] = shown(pilot)
    await pilot.press("pagedown")
    seen["untouched"] = shown(pilot)
    await pilot.press("pagedown", "3", "minus")
    seen["stated nothing"] = shown(pilot)
    return seen


async def test_the_four_look_different_on_the_screen(screens: Any) -> None:
    async with screens() as pilot:
        seen = await work(pilot)
    assert "已完成" in seen["finished"]
    assert seen["finished"].count("文中未写明") >= 3
    assert "重点加快" in seen["finished"]
    assert "已跳过" in seen["skipped"]
    assert "未开始" in seen["untouched"]
    assert "草稿" in seen["stated nothing"]
    assert "责任单位  文中未写明" in seen["stated nothing"]
    assert "主题类别  —" in seen["stated nothing"]


async def test_the_four_are_told_apart_by_status_export_and_agreement(
    project: Project, screens: Any, tmp_path: Path
) -> None:
    async with screens() as pilot:
        await work(pilot)
    async with screens(reviewer="李强") as pilot:
        await pilot.press("4", "w", "enter", "enter")
    codebook = codebook_of(project)
    first, second = documents.listing(project)

    mine = reviews.progress(project, first)["王芳"]
    assert (mine.submitted, mine.skipped, mine.draft) == (1, 1, 0)
    assert reviews.progress(project, second)["王芳"].draft == 1
    counted = field_states(project, codebook, first)["王芳"]
    assert counted["priority"] == {"set": 1, "unset": 1}
    assert counted["category"] == {"none": 1, "unset": 1}
    assert field_states(project, codebook, second)["王芳"]["responsible_unit"] == {"none": 1}

    export(project, codebook, tmp_path / "out")
    lines = (tmp_path / "out/data/canonical/all.jsonl").read_text(encoding="utf-8").split("\n")
    records = {r["text"][:6]: r for r in map(json.loads, filter(None, lines))}
    told = {text: (r["status"], [v["state"] for v in r["reviews"]]) for text, r in records.items()}
    assert told == {
        "加快建设算力": ("conflict", ["submitted", "submitted"]),
        "探索建立数据": ("skipped", ["skipped"]),
        "加强组织领导": ("unreviewed", []),
        "推进智慧养老": ("draft", ["draft"]),
        "完善标准体系": ("unreviewed", []),
    }
    labels = records["加快建设算力"]["labels"]
    assert (labels["category_state"], labels["category"]) == ("none", [])
    assert (labels["priority_state"], labels["priority"]) == ("conflict", None)
    draft = records["推进智慧养老"]["reviews"][0]["labels"]
    assert (draft["responsible_unit_state"], draft["category_state"]) == ("none", "unset")

    audits = {
        (audit.question.field.id, audit.question.part): audit.audit() for audit in answers(project, codebook)
    }
    assert audits["priority", ""].ratings == 2
    assert audits["category", ""].ratings == 2  # two empty sets: judgements, and they agree
    assert audits["category", ""].values["percent_agreement_items"] == 1.0
    assert audits["responsible_unit", ""].ratings == 3  # the draft's none is a judgement too
    assert audits["category", ""].undefined["alpha_masi"] == "agreement.no_variation"
