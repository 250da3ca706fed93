"""doccano imports every file into projects of its own, on SQLite, and exports it again: for `returned`."""

import os
import shutil
import sys
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.consumers.checking import Check, named, planted
from tests.consumers.exchanged import codes, folders, lines, replaced, spans, views

HOME = Path(tempfile.mkdtemp())


@pytest.fixture(scope="module", autouse=True)
def server():
    """doccano's database, as its own commands make it."""
    backend = find_spec("backend")
    assert backend is not None
    sys.path.insert(0, backend.submodule_search_locations[0])
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings.development", "DATABASE_URL": f"sqlite:///{HOME}/db.sqlite3",
        "MEDIA_ROOT": str(HOME / "media"), "STANDALONE": "True",
    }  # fmt: skip
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("create_roles", verbosity=0)
    yield
    shutil.rmtree(HOME)


def imported(path: Path, *, places: bool) -> Any:
    """A project with what a file holds, by doccano's own importer."""
    from data_import.datasets import load_dataset
    from data_import.pipeline.catalog import JSONL
    from data_import.pipeline.readers import FileName
    from django.contrib.auth.models import User
    from projects.models import ProjectType, SequenceLabelingProject, TextClassificationProject

    user, _ = User.objects.get_or_create(username="amy")
    kind, about = (
        (SequenceLabelingProject, {"allow_overlapping": True, "project_type": ProjectType.SEQUENCE_LABELING})
        if places
        else (TextClassificationProject, {"project_type": ProjectType.DOCUMENT_CLASSIFICATION})
    )
    project = kind.objects.create(
        name=path.parent.name, created_by=user, collaborative_annotation=True, **about
    )
    dataset = load_dataset(
        project.project_type, JSONL, [FileName(str(path), path.name, path.name)], project,
        column_data="text", column_label="label", encoding="utf_8",
    )  # fmt: skip
    dataset.save(user)
    assert not dataset.errors, f"doccano: {dataset.errors}"
    return project


def exported(project: Any, folder: Path) -> Path:
    """What doccano exports of it."""
    from data_export.celery_tasks import create_collaborative_dataset
    from data_export.pipeline.factories import create_formatter, create_writer

    folder.mkdir(parents=True, exist_ok=True)
    create_collaborative_dataset(
        project, str(folder), False, create_formatter(project, "JSONL"), create_writer("JSONL")
    )
    return folder / "all.jsonl"


def read(releases: Path) -> str:
    """Every text and label is imported, and exported as it was written."""
    said = dict.fromkeys(("codes", "spans", "texts"), 0)
    for release, folder in folders(releases, "doccano"):
        for name, paths, written in views(release, folder, ".jsonl"):
            for path in paths:
                places = any("spans" in line for line in written.values())
                project = imported(path, places=places)
                back = lines(exported(project, _returned(release) / name))
                assert len(back) == len(lines(path)), "doccano lost a text"
                for line in back:
                    mine = written[line["id"]]
                    assert line["text"] == mine["text"], "doccano has another text"
                    if places:
                        found = {
                            (line["text"][start:end], start, label) for start, end, label in line["label"]
                        }
                        assert found == spans(mine), f"doccano has other spans: {found}"
                        said["spans"] += len(found)
                    else:
                        assert sorted(line["label"]) == sorted(codes(mine)), "doccano has other codes"
                        said["codes"] += len(line["label"])
                    said["texts"] += 1
    return f"{said['texts']} texts, {said['codes']} codes, {said['spans']} spans, there and back"


def _returned(release: Path) -> Path:
    """Where what comes back from a release is kept: only the sound ones are."""
    place = os.environ.get("CONSUMERS_RETURNED")
    sound = release.parent == Path(os.environ["CONSUMERS_RELEASES"])
    return (Path(place) if place and sound else HOME) / "doccano" / release.name


CHECKS = [
    Check(
        "doccano", version("doccano"), "its importer and exporter, on SQLite", read,
        (
            replaced("a span moved by one", "doccano/ner/all.jsonl", "[[10,16,", "[[11,17,", "other spans"),
            replaced("a code misspelt", "doccano/classification/all.jsonl", '"data"', '"date"', "other codes"),
            replaced("a span that ends behind the text", "doccano/ner/all.jsonl", "[[10,16,", "[[10,999,", "other spans"),
            replaced("a text changed", "doccano/targets/all.jsonl", "建设", "建没", "another text"),
            replaced("a line cut short", "doccano/ner/all.jsonl", '"label":[]}', '"label":[', "doccano"),
        ),
    )
]  # fmt: skip


@pytest.mark.parametrize("check", named(CHECKS))
def test_doccano_takes_what_was_written(check, releases, told):
    told(check, check.read(releases))


@pytest.mark.parametrize(("check", "fault"), planted(CHECKS))
def test_a_planted_fault_is_noticed(check, fault, damaged):
    with pytest.raises(Exception, match=fault.notice):
        check.read(damaged(fault))
