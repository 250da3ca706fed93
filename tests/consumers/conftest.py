"""The releases to check, copies of them to damage, and the table of what came of it.

CONSUMERS_RELEASES is the folder that `tests.consumers.releasing` made; CONSUMERS_TOLD the file that takes the
lines of the table.
"""

import json
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.consumers.checking import Check, Fault

os.environ["HF_HUB_OFFLINE"] = os.environ["HF_DATASETS_OFFLINE"] = "1"


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A release loads without a network."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX:
            raise AssertionError(f"asked the network: {address}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="session")
def releases() -> Path:
    """The folder of releases."""
    return Path(os.environ["CONSUMERS_RELEASES"])


@pytest.fixture
def damaged(releases: Path, tmp_path: Path) -> Iterator[Callable[[Fault], Path]]:
    """A function that gives a copy of all releases with a fault planted in it."""
    copy = tmp_path / "releases"

    def plant(fault: Fault) -> Path:
        shutil.copytree(releases, copy)
        fault.plant(copy)
        return copy

    yield plant
    shutil.rmtree(copy, ignore_errors=True)


@pytest.fixture
def told() -> Callable[[Check, str], None]:
    """A function that puts what came of a check into the table."""

    def tell(check: Check, said: str) -> None:
        if place := os.environ.get("CONSUMERS_TOLD"):
            line = [check.consumer, check.version, check.what, said, [fault.what for fault in check.faults]]
            with open(place, "a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")

    return tell
