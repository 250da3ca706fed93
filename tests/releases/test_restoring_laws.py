"""Whatever happened in a project, its full release makes it again, and is itself made again of that."""

from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, given, settings

from annotator.errors import AnnotatorError
from annotator.flows.exporting import Options, export
from annotator.flows.releases import restore
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.histories import HISTORY, begin, content, live
from tests.making import Clock, faults
from tests.releases.conftest import hashed

FULL = Options(views=("all",), tables=("csv", "long"), full=True)


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return begin(tmp_path_factory.mktemp("beginning"))


def released(path: Path, out: Path) -> dict[str, bytes]:
    with Project.open(path, clock=Clock()) as project:
        export(project, codebook_of(project), out, options=FULL, timestamp="0")
    return hashed(out)


@settings(max_examples=8)
@given(history=HISTORY)
def test_release_project_release_is_the_same(
    beginning: list[Path], history: list[tuple[int, tuple[Any, ...]]]
) -> None:
    with TemporaryDirectory() as folder:
        paths = [Path(copyfile(path, Path(folder) / path.name)) for path in beginning]
        live(paths, history)
        try:
            first = released(paths[0], Path(folder) / "first")
        except AnnotatorError as error:
            assume(error.key != "export.nothing")  # every document was retired
            raise
        made = Path(folder) / "made.db"
        restore(Path(folder) / "first", made)
        assert faults(made) == []
        assert content(made) == content(paths[0])
        assert released(made, Path(folder) / "second") == first
