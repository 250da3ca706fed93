"""Merging is set union: whatever happened in the copies, order and number of merges make no difference."""

import random
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.flows.merging import write_events
from annotator.store.bundles import build
from annotator.store.project import Project
from tests.histories import HISTORY, begin, content, live, merged, taken_in
from tests.making import faults

Happened = list[tuple[int, tuple[Any, ...]]]
FEW = settings(max_examples=8)


def copied(path: Path, name: str) -> Path:
    return Path(copyfile(path, path.with_name(name)))


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return begin(tmp_path_factory.mktemp("beginning"))


def lived(beginning: list[Path], folder: str, history: Happened) -> list[Path]:
    paths = [Path(copyfile(path, Path(folder) / path.name)) for path in beginning]
    live(paths, history)
    return paths


@FEW
@given(history=HISTORY)
def test_order_parts_and_repetition_make_no_difference(beginning: list[Path], history: Happened) -> None:
    with TemporaryDirectory() as folder:
        a, b, c = lived(beginning, folder, history)
        one, other, parts = copied(a, "one.db"), copied(c, "other.db"), copied(b, "parts.db")
        merged(one, [b, c])
        merged(other, [a, b])
        merged(parts, [a])
        merged(parts, [c])
        expected = content(one)
        assert content(other) == expected
        assert content(parts) == expected
        again = merged(one, [a, b, c, other])
        assert not any(again.counts.values())
        assert content(one) == expected


@FEW
@given(history=HISTORY)
def test_nothing_is_lost_and_nothing_is_made_up(beginning: list[Path], history: Happened) -> None:
    with TemporaryDirectory() as folder:
        paths = lived(beginning, folder, history)
        every = [content(path) for path in paths]
        merged(paths[0], paths[1:])
        now = content(paths[0])
        for name in ("event", "cutting", "piece", "placement", "edit", "codebook"):
            assert now[name] == sorted({row for one in every for row in one[name]}, key=repr)


@FEW
@given(history=HISTORY)
def test_a_dry_run_tells_the_same_and_changes_nothing(beginning: list[Path], history: Happened) -> None:
    with TemporaryDirectory() as folder:
        a, b, c = lived(beginning, folder, history)
        before = content(a)
        dry = merged(a, [b, c], dry_run=True)
        assert content(a) == before
        assert merged(a, [b, c]) == dry


@FEW
@given(history=HISTORY)
def test_events_go_out_and_come_back_as_they_are(beginning: list[Path], history: Happened) -> None:
    with TemporaryDirectory() as folder:
        a, b, _ = lived(beginning, folder, history)
        merged(a, [b])
        events, again = a.with_name("a.jsonl"), a.with_name("again.jsonl")
        with Project.open(a) as project:
            write_events(project, events)
        before = content(a)
        assert not any(merged(a, [events]).counts.values())
        built = a.with_name("built.db")
        with Project.open(a) as project:
            build(project, built)
        assert content(built) == before
        merged(b, [built])
        with Project.open(b) as project:
            write_events(project, again)
        assert again.read_bytes() == events.read_bytes()


@settings(max_examples=1)
@given(history=HISTORY, seed=st.integers())
def test_a_hundred_merges_in_any_order_end_in_the_same(
    beginning: list[Path], history: Happened, seed: int
) -> None:
    with TemporaryDirectory() as folder:
        paths = lived(beginning, folder, history)
        draw, results = random.Random(seed), []
        for _ in range(2):
            copies = [copied(path, f"copy-{path.name}") for path in paths]
            for _ in range(50):
                target, source = draw.sample(range(3), 2)
                taken_in(copies[target], [copies[source]])
            target = draw.randrange(3)
            merged(copies[target], [copies[n] for n in draw.sample(range(3), 3)])
            assert [faults(copy) for copy in copies] == [[], [], []]
            results.append(content(copies[target]))
        assert results[0] == results[1]
