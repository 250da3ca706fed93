"""What is the same for all tools that releases have files for."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.consumers.checking import Fault

Record = dict[str, Any]


def lines(path: Path) -> list[Record]:
    """The lines of a file."""
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


def view(release: Path, name: str) -> list[Record]:
    """All lines of a view, as its manifest names the files."""
    views = json.loads((release / "manifest.json").read_bytes())["counts"]["views"]
    return [line for path in views[name]["files"] for line in lines(release / path)]


def folders(releases: Path, tool: str) -> Iterator[tuple[Path, Path]]:
    """Each release that has files for a tool, and the folder of these; at least one."""
    found = sorted(releases.glob(f"*/interop/{tool}"))
    assert found, f"no release has files for {tool}"
    for folder in found:
        yield folder.parent.parent, folder


def views(release: Path, folder: Path, ending: str) -> Iterator[tuple[str, list[Path], dict[str, Record]]]:
    """The views that a tool has files of: their names, files, and lines by clause as they were written."""
    for one in sorted(path for path in folder.iterdir() if path.is_dir()):
        yield one.name, sorted(one.glob(f"*{ending}")), {line["id"]: line for line in view(release, one.name)}


def codes(line: Record) -> list[str]:
    """The codes of a line of a view."""
    return list(line["labels"]) if "labels" in line else [line["label"]]


def spans(line: Record) -> set[tuple[str, int, str]]:
    """The places of a line of a view: words, where they begin, label."""
    return {(one["surface"], one["start"], one.get("role", one["label"])) for one in line["spans"]}


def replaced(what: str, path: str, old: str, new: str, notice: str) -> Fault:
    """The first `old` in a file of the release that is exchanged becomes `new`."""

    def plant(releases: Path) -> None:
        place = releases / "exchanged/interop" / path
        text = place.read_bytes().decode("utf-8")
        assert old in text
        place.write_bytes(text.replace(old, new, 1).encode("utf-8"))

    return Fault(what, plant, notice)
