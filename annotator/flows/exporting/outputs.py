"""The files of a view: one a split, begun with its first line, because loaders refuse an empty file."""

from collections import Counter
from pathlib import PurePosixPath
from typing import Any

import orjson

from annotator.flows.exporting.folder import Folder, Stream
from annotator.flows.exporting.options import Options
from annotator.model.split import SPLITS, Scheme, Split
from annotator.tools.release.arrow import ParquetFile
from annotator.tools.release.card import Shown
from annotator.tools.release.material import Material
from annotator.tools.release.parts import MAYBE_WHOLE, WHOLE
from annotator.tools.release.shape import Struct
from annotator.tools.release.views.view import View


def with_fold(view: View) -> Struct:
    """The shape of a view's lines where each tells its fold."""
    return Struct({**view.shape.members, "fold": WHOLE if view.teaches else MAYBE_WHOLE})


class Output:
    """Writes a view and counts: `lines` by split, and `excluded` clauses by reason. The release is
    divided by `scheme`; with folds each line tells its own.
    """

    def __init__(self, folder: Folder, view: View, options: Options, scheme: Scheme | None = None) -> None:
        self.view = view
        self._folds = bool(scheme and scheme.folds)
        self._asked = scheme.shares if scheme and not scheme.folds else ()
        self._shape = with_fold(view) if self._folds else view.shape
        self.lines: Counter[Split] = Counter()
        self.excluded: Counter[str] = Counter()
        self._folder, self._options = folder, options
        self._parts: dict[Split, _Part] = {}

    def add(self, material: Material) -> None:
        """Write the lines of a clause, or count why it has none."""
        if material.split == "none" and self.view.teaches:
            self.excluded[material.apart] += 1
            return
        made = self.view.lines(material)
        if isinstance(made, str):
            self.excluded[made] += 1
            return
        if self._folds:
            made = [{**line, "fold": material.fold} for line in made]
        split = material.split
        if (part := self._parts.get(split)) is None:
            part = self._parts[split] = _Part(self._folder, self.view, self._shape, split, self._options)
        part.write([orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE) for line in made])
        self.lines[split] += len(made)

    def end(self) -> None:
        """Give the files their last names."""
        for part in self._parts.values():
            part.end()

    def counted(self) -> dict[str, Any]:
        """What the manifest tells of it, when it is ended."""
        shown = self.shown
        zh, en = shown.said()
        splits = [split for split in SPLITS if split in shown.files or split in self._asked]
        return {
            "field": shown.field.id if shown.field else "",
            "zh": zh,
            "en": en,
            "lines": shown.lines,
            "splits": {split: self.lines[split] for split in splits},
            "files": [path for paths in shown.files.values() for path in paths],
        }

    @property
    def shown(self) -> Shown:
        """What the card and the data package tell of it, when it is ended."""
        parts = {split: tuple(self._parts[split].names) for split in SPLITS if split in self._parts}
        view = self.view
        return Shown(view.name, self._shape, parts, self.lines.total(), self.excluded.total(), view.field)


class _Part:
    """A split of a view: a file, or several shards."""

    def __init__(self, folder: Folder, view: View, shape: Struct, split: Split, options: Options) -> None:
        self._folder, self._gzip = folder, options.gzip
        self._path = PurePosixPath("data", view.name, split)
        self._shard = 0 if view.whole else options.shard
        self._streams: list[Stream] = []
        self._begin()
        self._parquet: ParquetFile | None = None
        if options.parquet:
            self._parquet = folder.parquet(f"parquet/{view.name}/{split}.parquet", shape)
        self.names: list[str] = []

    def write(self, lines: list[bytes]) -> None:
        """Append lines."""
        if self._parquet:
            self._parquet.add(lines)
        stream = self._streams[-1]
        if not self._shard:
            for line in lines:
                stream.write(line)
            return
        for line in lines:
            if not self._room:
                stream = self._begin()
            stream.write(line)
            self._room -= 1

    def _begin(self) -> Stream:
        """The next file, under a name that it keeps until it is known how many there are."""
        name = f"{self._path}-{len(self._streams):05}.part"
        self._streams.append(self._folder.stream(name, gzip=self._gzip))
        self._room = self._shard
        return self._streams[-1]

    def end(self) -> None:
        """Name the files."""
        of = len(self._streams)
        ending = ".jsonl.gz" if self._gzip else ".jsonl"
        for number, stream in enumerate(self._streams):
            shard = "" if of == 1 else f"-{number:05}-of-{of:05}"
            stream.rename(f"{self._path}{shard}{ending}")
            self.names.append(stream.name)
