"""What most tests begin with: plain surroundings, a clock that is told, a project on a real file."""

import gc
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import settings

from annotator.model.codebook import Codebook
from annotator.store import codebooks, people
from annotator.store.project import Project
from annotator.tools.codebook import parse, reading, shipped, with_keys
from tests.making import Clock

# A test that waits for the disk, or for its turn, is no failure; other examples come with every run.
settings.register_profile("patient", deadline=None, max_examples=20)
settings.load_profile("patient")

# Whatever the surroundings forbid: every worker reads all tests, and many tests start the program. To compile
# all of it each time is half of the work of a whole run.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Whoever starts a run in the background of a script has it ignore Ctrl+C, and with it all that tests interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

MEMORY = Path("/dev/shm")
ROOM = 2 << 30
"""Bytes that must be free in memory for the files of a run; it takes a tenth of that."""

# Projects wait for the disk with every act; in memory they do not. Linux alone has such a folder.
if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ.setdefault("TMPDIR", str(MEMORY))
    tempfile.tempdir = None  # pytest had asked before


def pytest_xdist_auto_num_workers() -> int:
    """More than there are processors: tests of screens wait for half of their time."""
    return 2 * (os.cpu_count() or 1)


def pytest_collection_finish() -> None:
    """What is loaded and collected stays; the collector of garbage need not look through it again and again."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


LONGEST = ("test_team_path", "test_whole_path", "test_merge_laws", "test_agreement_laws", "test_formats_pdf")
"""Their tests take seconds each; begun last, they would be waited for by all."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, each in its order."""
    items.sort(key=lambda item: item.path.stem not in LONGEST)


LANGUAGE = ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE")


@pytest.fixture(scope="session", autouse=True)
def _surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No settings of whoever runs the tests: a home of its own, no language, no project, no colours named."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [*LANGUAGE, *(name for name in os.environ if name.startswith("ANNOTATOR_"))]:
            patch.delenv(name, raising=False)
        for name in ("XDG_CONFIG_HOME", "NO_COLOR"):
            patch.delenv(name, raising=False)
        patch.setattr(reading, "_read", lru_cache(4)(reading._read))  # the default codebook for every project
        home = tmp_path_factory.mktemp("home")
        patch.setenv("HOME", str(home))
        patch.setenv("ANNOTATOR_CONFIG", str(home / "preferences"))
        yield


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """The default codebook, every code with its key."""
    return with_keys(parse(shipped("default"), "default"))


@pytest.fixture
def clock() -> Clock:
    """A second passes with every look at it."""
    return Clock()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """What `path` copies, and what its clock had come to; to make one takes as long as many a test."""
    path, clock = tmp_path_factory.mktemp("made") / "项目.db", Clock()
    with Project.create(path, clock=clock) as project, project.transaction():
        people.welcome(project, "li")
        text = shipped("default")
        codebooks.use(project, "li", with_keys(parse(text, "default")), text)
    return path, clock.now


@pytest.fixture
def path(tmp_path: Path, clock: Clock, made: tuple[Path, int]) -> Path:
    """A project file with the default codebook, owned by `li`."""
    original, clock.now = made
    return Path(shutil.copy(original, tmp_path))


@pytest.fixture
def reopen(path: Path, clock: Clock) -> Iterator[Callable[..., Project]]:
    """Opens the project file once more, as another process would; all are closed at the end."""
    opened: list[Project] = []

    def open_it(**options: object) -> Project:
        opened.append(Project.open(path, **{"clock": clock, **options}))
        return opened[-1]

    yield open_it
    for project in opened:
        project.close()


@pytest.fixture
def project(reopen: Callable[..., Project]) -> Project:
    """The project file, open."""
    return reopen()
