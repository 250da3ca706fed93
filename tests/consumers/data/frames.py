"""pandas, polars, DuckDB and Arrow: plain JSON lines, cell by cell."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.json

from tests.consumers import reading
from tests.consumers.checking import Check, Fault
from tests.consumers.reading import Record

MARK = b"\xef\xbb\xbf"
Reader = Callable[[Path], list[Record]]


def by_pandas(path: Path) -> list[Record]:
    """Lines by pandas; without `precise_float` it reads 0.95 as 0.9500000000000001."""
    records: list[Record] = pandas.read_json(path, lines=True, precise_float=True).to_dict("records")
    return records


def by_polars(path: Path) -> list[Record]:
    """Lines by polars, which looks at all of them before it settles types."""
    return polars.read_ndjson(path, infer_schema_length=None).to_dicts()


def by_duckdb(path: Path) -> list[Record]:
    """Lines by DuckDB, which takes times for moments: they are written out again."""
    found = duckdb.sql(f"SELECT * FROM read_json('{path}', format='newline_delimited', sample_size=-1)")
    return [dict(zip(found.columns, map(spelt, row), strict=True)) for row in found.fetchall()]


def spelt(value: Any) -> Any:
    """A value with its times as they are written."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    if isinstance(value, dict):
        return {name: spelt(one) for name, one in value.items()}
    return [spelt(one) for one in value] if isinstance(value, list) else value


def by_arrow(path: Path) -> list[Record]:
    """Lines by Arrow, in one block."""
    whole = pyarrow.json.ReadOptions(block_size=1 << 28)
    records: list[Record] = pyarrow.json.read_json(path, read_options=whole).to_pylist()
    return records


def check(consumer: str, version: str, reader: Reader, *faults: Fault) -> Check:
    """That a reader reads every file of the whole release."""

    def read(releases: Path) -> str:
        files = rows = 0
        for path in reading.every_file(releases / "whole"):
            got = reader(path)
            reading.require_same(got, reading.lines(path), path.parent.name)
            files, rows = files + 1, rows + len(got)
        return f"{files} files, {rows:,} rows"

    return Check(consumer, version, "every view, cell by cell", read, faults)


def in_bytes(what: str, notice: str, change: Callable[[bytes], bytes]) -> Fault:
    """A fault in the bytes of the canonical records."""

    def plant(releases: Path) -> None:
        path = next(reading.every_file(releases / "whole"))
        data = path.read_bytes()
        changed = change(data)
        assert changed != data
        path.write_bytes(changed)

    return Fault(what, plant, notice)


def in_value(what: str, notice: str, view: str, column: str, value: object) -> Fault:
    """A fault in one value."""
    return Fault(what, lambda releases: reading.put(releases / "whole", view, column, value), notice)


def numbered(releases: Path) -> None:
    """Give every line of a view an id of digits alone."""

    def change(records: list[Record]) -> None:
        for number, record in enumerate(records):
            record["id"] = f"{number:06}"

    reading.rewrite(reading.files(releases / "whole")["ner"]["train"][0], change)


CHECKS = (
    check(
        "pandas", pandas.__version__, by_pandas,
        Fault("ids of digits alone", numbered, "id is 0"),
        in_bytes("a byte order mark", "Expected object or value", lambda data: MARK + data),
    ),
    check(
        "polars", polars.__version__, by_polars,
        in_bytes("a byte order mark", "TapeError|pars", lambda data: MARK + data),
        in_bytes("a number that is none (NaN)", "TapeError|pars", lambda data: data.replace(b'"seq":0', b'"seq":NaN', 1)),
    ),
    check(
        "duckdb", duckdb.__version__, by_duckdb,
        in_value("half a surrogate pair", "surrogate|Malformed JSON|UTF-8", "canonical", "text", "\ud83d"),
        in_bytes("a key twice", "duplicate", lambda data: data.replace(b'"seq":0', b'"seq":0,"seq":0', 1)),
    ),
    check(
        "pyarrow", pyarrow.__version__, by_arrow,
        in_value("a text among numbers", "changed from|Column", "canonical", "seq", "first"),
    ),
)  # fmt: skip
