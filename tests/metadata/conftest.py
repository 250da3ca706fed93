"""The five sample documents."""

from pathlib import Path

import pytest

import annotator


@pytest.fixture
def samples() -> list[Path]:
    return sorted((Path(annotator.__file__).parent / "samples").glob("*.txt"))
