"""Lines of a view as a Parquet file, with the types of its shape: none is guessed from what happens to be
there.

pyarrow is no part of this program: it is loaded here alone, and asked for where it is missing.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from annotator.errors import AnnotatorError
from annotator.tools.release.shape import ListOf, Scalar, Shape, Struct

BATCH = 5_000
"""Lines from one row group to the next: that many are in memory."""


def check() -> None:
    """Raises AnnotatorError where pyarrow is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401, PLC0415  (half a second, and only for who asks for it)
    except ImportError as error:
        raise AnnotatorError("release.no_parquet") from error


class ParquetFile:
    """A file being written; `lines` are how many are in it."""

    def __init__(self, path: Path, shape: Struct) -> None:
        import pyarrow  # noqa: PLC0415
        from pyarrow import parquet  # noqa: PLC0415

        fields = [(name, _type(pyarrow, member)) for name, member in shape.members.items()]
        self._schema = pyarrow.schema(fields)
        self._table = pyarrow.Table.from_pylist
        self._writer = parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._waiting = list[bytes]()
        self.lines = 0

    def add(self, lines: Sequence[bytes]) -> None:
        """Append lines of JSON."""
        self._waiting += lines
        self.lines += len(lines)
        if len(self._waiting) >= BATCH:
            self._write()

    def close(self) -> None:
        """Write what is waiting, and end the file."""
        self._write()
        self._writer.close()

    def abandon(self) -> None:
        """End the file without what is waiting."""
        self._writer.close()

    def _write(self) -> None:
        if self._waiting:
            rows = [orjson.loads(line) for line in self._waiting]
            self._writer.write_table(self._table(rows, schema=self._schema))
            self._waiting.clear()


def _type(pyarrow: Any, shape: Shape) -> Any:
    if isinstance(shape, Scalar):
        return getattr(pyarrow, {"bool": "bool_"}.get(shape.type, shape.type))()
    if isinstance(shape, ListOf):
        return pyarrow.list_(_type(pyarrow, shape.item))
    return pyarrow.struct([(name, _type(pyarrow, member)) for name, member in shape.members.items()])
