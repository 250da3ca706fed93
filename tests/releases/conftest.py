from typing import Any

import pytest

from annotator.flows.exporting import Options, export
from annotator.model.review import Suggestion
from tests.exporting.office import NOTICE, Office, label

FULL = Options(views=("all",), tables=("csv", "long", "xlsx"), full=True)


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "trial.db")
    yield made
    made.project.close()


@pytest.fixture
def full(office, tmp_path):
    """A full release of a labelled project with every view, and of a clause that reads like another."""
    _, named = label(office)
    office.suggest(Suggestion(named["draft"], "topic", "model", "2", ("data",), 1 / 3))
    office.bring("通知.txt", NOTICE)
    out = tmp_path / "full"
    export(office.project, office.codebook, out, options=FULL, timestamp="0")
    return out


def hashed(folder) -> dict[str, Any]:
    """Every file by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
