import pytest

from tests.exporting.office import Office


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "trial.db")
    yield made
    made.project.close()
