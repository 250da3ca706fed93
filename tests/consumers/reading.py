"""What a release holds, read with the standard library alone: what consumers must come to as well."""

import gzip
import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

Record = dict[str, Any]


def card(release: Path) -> dict[str, Any]:
    """The head of the card."""
    text = (release / "README.md").read_text(encoding="utf-8")
    head: dict[str, Any] = yaml.safe_load(text.removeprefix("---\n").partition("\n---\n")[0])
    return head


def files(release: Path) -> dict[str, dict[str, list[Path]]]:
    """The files of each split of each view, as the card names them."""
    found: dict[str, dict[str, list[Path]]] = {}
    for config in card(release)["configs"]:
        for one in config["data_files"]:
            paths = [one["path"]] if isinstance(one["path"], str) else one["path"]
            found.setdefault(config["config_name"], {})[one["split"]] = [release / path for path in paths]
    return found


def every_file(release: Path) -> Iterator[Path]:
    """The files of all views."""
    for splits in files(release).values():
        for paths in splits.values():
            yield from paths


def lines(path: Path) -> list[Record]:
    """The lines of a file."""
    data = path.read_bytes()
    data = gzip.decompress(data) if path.suffix == ".gz" else data
    return [json.loads(line) for line in data.split(b"\n") if line]


def view(release: Path, name: str) -> list[Record]:
    """All lines of a view."""
    return [line for paths in files(release)[name].values() for path in paths for line in lines(path)]


def classes(release: Path, name: str, column: str) -> list[str]:
    """The classes of a column, in the order of the card."""
    about = next(one for one in card(release)["dataset_info"] if one["config_name"] == name)
    kind = next(one for one in about["features"] if one["name"] == column)
    kind = kind["sequence"] if "sequence" in kind else kind["dtype"]
    return list(kind["class_label"]["names"].values())


def require_same(got: list[Record], written: list[Record], where: str) -> None:
    """Raises AssertionError naming the first line and column that came back as something else."""
    assert len(got) == len(written), f"{where}: {len(got)} lines of {len(written)}"
    for number, (mine, theirs) in enumerate(zip(written, got, strict=True), 1):
        assert list(mine) == list(theirs), f"{where}, line {number}: other columns"
        for name in mine:
            assert same(theirs[name], mine[name]), f"{where}, line {number}: {name} is {theirs[name]!r}"


def same(got: object, written: object) -> bool:
    """Whether a value came back as it was written; a table's way to say that there is none is none."""
    if written is None:
        return got is None or (isinstance(got, float) and math.isnan(got))
    if isinstance(written, dict):
        return (
            isinstance(got, dict)
            and got.keys() == written.keys()
            and all(same(got[name], value) for name, value in written.items())
        )
    if isinstance(written, list):
        return isinstance(got, list) and len(got) == len(written) and all(map(same, got, written))
    if isinstance(written, bool | str):
        return type(got) is type(written) and got == written
    return isinstance(got, int | float) and got == written


def rewrite(path: Path, change: Callable[[list[Record]], object]) -> None:
    """Write a file again with its lines changed in place."""
    changed = lines(path)
    change(changed)
    text = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in changed)
    data = text.encode("utf-8", "surrogatepass")
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


def put(release: Path, name: str, column: str, value: object, line: int = 0) -> None:
    """Put another value into a column of one line of a view's first file."""

    def change(records: list[Record]) -> None:
        records[line][column] = value

    rewrite(next(iter(files(release)[name].values()))[0], change)
