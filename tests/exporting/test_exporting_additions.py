"""Organisations that a project added, in an export: as what they have become, and that is said."""

import json
from pathlib import Path

from annotator.flows import naming
from annotator.flows.exporting import export
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.units import NOWHERE
from annotator.store import events
from annotator.store.project import Project
from tests.making import add_document

SHANGHAI = ("上海市",)


def test_an_export_names_what_organisations_have_become(
    project: Project, codebook: Codebook, tmp_path: Path
) -> None:
    clauses = add_document(project, ["一。", "二。", "三。"])
    names = ("市数据管理局", "市某某处", "市误加局")
    added = [naming.propose(project, "wang", name, SHANGHAI) for name in names]
    work = Reviewing(project, codebook, "wang")
    for clause, one in zip(clauses, added, strict=True):
        unit = {"org_id": one.org_id, "name": one.name, "role": "lead", **NOWHERE}
        work.finish(clause, {"responsible_unit": [unit]})
    naming.merge(project, "li", "市数据管理局", "市数据局")
    naming.drop(project, "li", "市误加局")
    said = [event.value for event in events.read(project, "field = 'responsible_unit'")]

    manifest = export(project, codebook, tmp_path / "out", timestamp="2026-11-21")

    def lines(name: str) -> list[dict[str, object]]:
        text = (tmp_path / "out/data" / name).read_text("utf-8")
        return [json.loads(line) for line in text.splitlines()]

    exported = [
        (unit["org_id"], unit["name"])
        for record in lines("canonical/all.jsonl")
        for unit in record["labels"]["responsible_unit"]  # type: ignore[index]
    ]
    assert exported == [
        ("org-sh-sjj", "上海市数据局"), (added[1].org_id, "上海市某某处"), (None, "上海市误加局"),
    ]  # fmt: skip
    assert lines("organisations.jsonl") == [
        {"org_id": "org-sh-sjj", "name": "上海市数据局", "forms": [], "state": None,
         "merged": [added[0].org_id]},
        {"org_id": added[1].org_id, "name": "上海市某某处", "forms": [], "state": "proposed", "merged": []},
        {"org_id": None, "name": "上海市误加局", "forms": [], "state": None, "merged": []},
    ]  # fmt: skip
    assert manifest.counts["organisations"] == {
        "added": {"proposed": 1}, "labels_followed": {"dropped": 1, "merged": 1},
    }  # fmt: skip
    assert [event.value for event in events.read(project, "field = 'responsible_unit'")] == said


def test_the_words_of_a_collective_are_no_name_of_its_members(
    project: Project, codebook: Codebook, tmp_path: Path
) -> None:
    (clause,) = add_document(project, ["各区政府负责。"])
    place = {"stated": False, "surface": "各区政府", "start": 0, "end": 4}
    unit = {"org_id": "org-sh-hpq-zf", "name": "上海市黄浦区人民政府", "role": "responsible", **place}
    Reviewing(project, codebook, "wang").finish(clause, {"responsible_unit": [unit]})
    export(project, codebook, tmp_path / "out")
    (organisation,) = (tmp_path / "out/data/organisations.jsonl").read_text("utf-8").splitlines()
    assert json.loads(organisation)["forms"] == []
    (record,) = (tmp_path / "out/data/canonical/all.jsonl").read_text("utf-8").splitlines()
    (said,) = json.loads(record)["labels"]["responsible_unit"]
    assert (said["stated"], said["where"], said["surface"]) == (False, "text", "各区政府")
