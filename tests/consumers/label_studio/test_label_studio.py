"""Label Studio's own library takes the interface and finds every annotation and prediction valid."""

import json
from importlib.metadata import version
from pathlib import Path

import pytest
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

from tests.consumers.checking import Check, named, planted
from tests.consumers.exchanged import folders, replaced, view


def read(releases: Path) -> str:
    """Every task fits the interface; regions cut their words; each finished review is an annotation."""
    tasks = annotations = predictions = regions = 0
    for release, folder in folders(releases, "label_studio"):
        interface = LabelInterface((folder / "config.xml").read_text(encoding="utf-8"))
        interface.validate()
        reviews = {
            (line["id"], one["reviewer"])
            for line in view(release, "canonical")
            for one in line["reviews"]
            if one["state"] in ("submitted", "skipped") and line["status"] != "discarded"
        }
        for path in sorted(folder.glob("*.json")):
            for task in json.loads(path.read_bytes()):
                assert interface.validate_task({"data": task["data"]}), "no task of this interface"
                for one in task["annotations"]:
                    assert interface.validate_annotation(one), f"annotation: {one}"
                    said = {region["from_name"]: region["value"] for region in one["result"]}
                    reviews.remove((task["data"]["id"], said["reviewer-name"]["text"][0]))
                    regions += sum(_cuts(task["data"]["text"], region["value"]) for region in one["result"])
                    annotations += 1
                for one in task["predictions"]:
                    found = interface.validate_prediction(one, return_errors=True)
                    assert not found, f"prediction: {found}"
                    predictions += 1
                tasks += 1
        assert not reviews, f"reviews without an annotation: {reviews}"
    return f"{tasks} tasks, {annotations} annotations, {predictions} predictions, {regions} regions"


def _cuts(text: str, value: dict[str, object]) -> bool:
    if "start" not in value:
        return False
    assert text[value["start"] : value["end"]] == value["text"], f"region elsewhere: {value}"
    return True


def converted(releases: Path) -> str:
    """Its converter, which reads the interface too, makes its small JSON of every annotation."""
    rows = 0
    for _, folder in folders(releases, "label_studio"):
        config = (folder / "config.xml").read_text(encoding="utf-8")
        converter = Converter(config, project_dir=None, download_resources=False)
        for path in sorted(folder.glob("*.json")):
            for number, task in enumerate(json.loads(path.read_bytes()), 1):
                for one in task["annotations"]:
                    made = converter.annotation_result_from_task({**task, "id": number, "annotations": [one]})
                    for item in made or ():
                        choices = {
                            region["from_name"]: region["value"]["choices"]
                            for region in one["result"]
                            if region["type"] == "choices"
                        }
                        for name, codes in choices.items():
                            got = [code for value in item["output"][name] for code in value["choices"]]
                            assert got == codes, f"converted: {got}"
                        rows += 1
    assert rows, "nothing was converted"
    return f"{rows} annotations"


TASKS = "label_studio/all.json"
CHECKS = [
    Check(
        "Label Studio", version("label-studio-sdk"), "the validators of its library", read,
        (
            replaced("a choice that is none", TASKS, '"choices":["task"]', '"choices":["tusk"]', "annotation"),
            replaced("a label that is none", TASKS, '"labels":["lead"]', '"labels":["leader"]', "annotation"),
            replaced("a question that is none", TASKS, '"from_name":"topic"', '"from_name":"topics"', "annotation|prediction"),
            replaced("a region moved by one", TASKS, '"start":10,"end":16', '"start":11,"end":17', "elsewhere"),
            replaced("a reviewer renamed", TASKS, '{"text":["amy"]}', '{"text":["ann"]}', "KeyError|ann"),
            replaced("a code out of the interface", "label_studio/config.xml", 'alias="task"', 'alias="tusk"', "annotation"),
        ),
    ),
    Check(
        "Label Studio", version("label-studio-sdk"), "its converter", converted,
        (replaced("a question renamed", "label_studio/config.xml", 'name="topic"', 'name="topics"', "converted"),),
    ),
]  # fmt: skip


@pytest.mark.parametrize("check", named(CHECKS))
def test_label_studio_takes_what_was_written(check, releases, told):
    told(check, check.read(releases))


@pytest.mark.parametrize(("check", "fault"), planted(CHECKS))
def test_a_planted_fault_is_noticed(check, fault, damaged):
    with pytest.raises(Exception, match=fault.notice):
        check.read(damaged(fault))
