"""What a check of the consumer suite is: a program reads releases, and notices each fault planted in a copy."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest


class Fault(NamedTuple):
    """A way to damage a release: `what` it is, `plant` does it to the folder of releases, and the check must
    fail with something that `notice`, a pattern, finds: else the fault itself might be at fault.
    """

    what: str
    plant: Callable[[Path], object]
    notice: str


class Check(NamedTuple):
    """A `consumer` of a `version` that reads the folder of releases; `read` tells what came of it, and raises
    where anything is not as it was written. `what` says what is read.
    """

    consumer: str
    version: str
    what: str
    read: Callable[[Path], str]
    faults: tuple[Fault, ...]


def named(checks: Iterable[Check]) -> list[object]:
    """The checks for a test of each."""
    return [pytest.param(check, id=f"{check.consumer}: {check.what}") for check in checks]


def planted(checks: Iterable[Check]) -> list[object]:
    """Each check with each of its faults, for a test of each."""
    return [
        pytest.param(check, fault, id=f"{check.consumer}: {fault.what}")
        for check in checks
        for fault in check.faults
    ]
