"""Two releases told apart, clause by clause, as both are read once."""

from collections.abc import Iterator, Mapping
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Literal, NamedTuple

from annotator.errors import AnnotatorError
from annotator.flows.releases.contents import Contents
from annotator.flows.releases.finding import Finding
from annotator.flows.releases.folder import Released
from annotator.flows.releases.lane import Lane
from annotator.model.answer import Answer, same
from annotator.model.codebook import Codebook
from annotator.tools.codebook import CodebookError, differences, parse
from annotator.tools.codebook import Difference as Change
from annotator.tools.release.fit import checker
from annotator.tools.release.reread import answer

What = Literal["added", "removed", "text", "status", "split", "label"]
_CANONICAL = "canonical"
_DOCUMENTS = "documents"
_UNSET = Answer("unset")
_SILENT = {"unset", "n/a"}
_Keyed = tuple[tuple[Any, ...], Mapping[str, Any]]


class Difference(NamedTuple):
    """What became of a clause, or of a document (its `id` is empty then): it is there or is gone, its text or
    status is another, it stands in another split, or a `field` is answered otherwise. `title` and `number`
    (from 1; 0 of a document) say where it stands.
    """

    what: What
    doc_id: str
    id: str
    title: str
    number: int
    before: str | Answer = ""
    after: str | Answer = ""
    field: str = ""


class Comparison:
    """The releases at two paths. Raises AnnotatorError where one is none, or lacks the records of clauses."""

    def __init__(self, old: Path, new: Path) -> None:
        self._sides = _Side(old), _Side(new)

    @property
    def codebooks(self) -> tuple[Codebook, Codebook]:
        """Those in force in both."""
        return self._sides[0].codebook, self._sides[1].codebook

    def of_codebooks(self) -> list[Change]:
        """What changed in the codebook."""
        return differences(*self.codebooks)

    def __iter__(self) -> Iterator[Difference]:
        """What changed in documents, then in clauses, in the order of the releases. Raises AnnotatorError at
        a line that cannot be read.
        """
        moved = dict[str, tuple[str, str]]()
        old, new = self._sides
        for before, after in _paired(old.documents(), new.documents()):
            one = after or before or {}
            about = one["doc_id"], "", one["title"], 0
            if before is None or after is None:
                yield Difference("added" if after else "removed", *about)
            elif (sides := (_split(before), _split(after)))[0] != sides[1]:
                moved[one["doc_id"]] = sides
                yield Difference("split", *about, *sides)
        for before, after in _paired(old.records(), new.records()):
            yield from self._clause(before, after, moved)

    def _clause(
        self,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
        moved: Mapping[str, tuple[str, str]],
    ) -> Iterator[Difference]:
        one = after or before or {}
        about = one["doc_id"], one["id"], one["title"], one["seq"] + 1
        if before is None or after is None:
            yield Difference("added" if after else "removed", *about, *map(_text, (before, after)))
            return
        texts = _text(before), _text(after)
        if texts[0] != texts[1] or before["text_sha256"] != after["text_sha256"]:
            yield Difference("text", *about, *texts)
        if before["status"] != after["status"]:
            yield Difference("status", *about, before["status"], after["status"])
        splits = _split(before), _split(after)
        # A clause that went with its document is not told.
        if splits[0] != splits[1] and splits != moved.get(one["doc_id"]):
            yield Difference("split", *about, *splits)
        yield from self._labels(about, before["labels"], after["labels"])

    def _labels(
        self, about: tuple[str, str, str, int], before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> Iterator[Difference]:
        was, now = ({field.id: field for field in book.clause_fields} for book in self.codebooks)
        for name in dict.fromkeys((*now, *was)):
            here, there = was.get(name), now.get(name)
            said = answer(here, before) if here else _UNSET, answer(there, after) if there else _UNSET
            if here and there and here.kind == there.kind:
                changed = not same(there, *said)
            else:  # of a field that one codebook does not have, what was said is told
                changed = not {one.state for one in said} <= _SILENT
            if changed:
                yield Difference("label", *about, *said, name)


class _Side:
    """One of the two."""

    def __init__(self, path: Path) -> None:
        self._released = Released(path)
        self._contents = Contents(self._released)
        if _CANONICAL not in self._contents.shapes or _DOCUMENTS not in self._contents.shapes:
            raise AnnotatorError("releases.no_records", path=path)
        try:
            text = self._released.read("codebook.toml").decode()
            self.codebook = parse(text, "codebook.toml")
        except (CodebookError, UnicodeDecodeError) as error:
            raise AnnotatorError("releases.no_codebook", path=path) from error

    def documents(self) -> Iterator[_Keyed]:
        """Every document, by id."""
        for record in self._lane(_DOCUMENTS, [self._contents.around[_DOCUMENTS]]):
            yield (record["doc_id"],), record

    def records(self) -> Iterator[_Keyed]:
        """Every clause by its place: what is in several files is one stream."""
        files = self._contents.views[_CANONICAL].values()
        return merge(*(self._keyed(split) for split in files), key=lambda pair: pair[0])

    def _keyed(self, files: list[str]) -> Iterator[_Keyed]:
        for record in self._lane(_CANONICAL, files):
            yield (record["doc_id"], record["anchor"]["start"], record["id"]), record

    def _lane(self, name: str, files: list[str]) -> Iterator[Mapping[str, Any]]:
        lane = Lane(self._released, files, checker(self._contents.shapes[name]), self._stop)
        return (line.record for line in lane)

    def _stop(self, finding: Finding) -> None:
        raise AnnotatorError("releases.unreadable_line", path=self._released.path, fault=finding.sentence())


def _paired(
    old: Iterator[_Keyed], new: Iterator[_Keyed]
) -> Iterator[tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]]:
    """What both have under a key, in order; None where one has nothing."""
    both = merge(((*one, 0) for one in old), ((*one, 1) for one in new), key=itemgetter(0))
    for _, group in groupby(both, key=itemgetter(0)):
        found = {side: record for _, record, side in group}
        yield found.get(0), found.get(1)


def _text(record: Mapping[str, Any] | None) -> str:
    return f"{record.get('text', '')}{record.get('tail', '')}" if record else ""


def _split(record: Mapping[str, Any]) -> str:
    """The side on which a document or a clause is."""
    fold = record.get("fold")
    return str(record["split"]) if fold is None else str(fold)
