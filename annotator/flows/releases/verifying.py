"""Whether a release is what it says: its files, the shape of every line, offsets, counts, splits."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from annotator.errors import AnnotatorError
from annotator.flows.releases.contents import Contents
from annotator.flows.releases.finding import Finding
from annotator.flows.releases.folder import Released
from annotator.flows.releases.lane import Lane, Line
from annotator.flows.releases.origin import Origin, origin
from annotator.model.ids import clause_id, sha256
from annotator.tools.codebook import CodebookError, parse
from annotator.tools.release.fit import checker
from annotator.tools.release.layout import MANIFEST
from annotator.tools.release.pointing import cuts, pointer
from annotator.tools.release.recount import Recount

CANONICAL = "canonical"
_BESIDE = ("title", "path", "status")
"""What a line has as the clause's record has it."""


def verify(path: Path) -> Iterator[Finding]:
    """Every fault of the release at `path`, as it is found. It is read line by line: what is in memory is a
    line of each view, the codebook, and which document is in which split.

    Raises AnnotatorError where there is no release.
    """
    released = Released(path)
    yield from released.altered()
    yield from _Verifying(released).run()


class _Verifying:
    def __init__(self, released: Released) -> None:
        self._released = released
        self._contents = Contents(released)
        self._found: list[Finding] = self._contents.faults
        self._checks = {name: checker(shape) for name, shape in self._contents.shapes.items()}
        self._pointers = {name: pointer(shape) for name, shape in self._contents.shapes.items()}
        self._lines: Counter[str] = Counter()
        self._clauses: Counter[str] = Counter()
        self._sources: dict[str, str] = {}
        self._home: dict[str, tuple[str, Any]] = {}
        self._alike: dict[str, tuple[str, Any]] = {}
        self._origin: Origin | None = None
        self._recount: Recount | None = None

    def run(self) -> Iterator[Finding]:
        """Every fault but those of whole files."""
        self._codebook()
        with ExitStack() as stack:
            if self._released.full:
                try:
                    self._origin = stack.enter_context(origin(self._released))
                except AnnotatorError as error:
                    self._tell(Finding("project", 0, "releases.no_project", {"reason": error}))
            for name in self._contents.around:
                yield from self._around(name)
            for split in self._contents.splits:
                yield from self._split(split)
        try:
            self._counts()
        except (LookupError, TypeError, AttributeError):
            self._tell(Finding(MANIFEST, 0, "releases.manifest"))
        yield from self._drained()

    def _tell(self, finding: Finding) -> None:
        self._found.append(finding)

    def _drained(self) -> Iterator[Finding]:
        yield from self._found
        self._found.clear()

    def _codebook(self) -> None:
        try:
            self._recount = Recount(parse(self._released.read("codebook.toml").decode(), "codebook.toml"))
        except (AnnotatorError, CodebookError, UnicodeDecodeError):
            self._tell(Finding("codebook.toml", 0, "releases.bad_codebook"))

    def _around(self, name: str) -> Iterator[Finding]:
        """Documents, organisations and whatever else stands beside the views."""
        if name in self._checks:
            lane = Lane(self._released, [self._contents.around[name]], self._checks[name], self._tell)
            for line in lane:
                if name == "documents":
                    self._sources[line.record["doc_id"]] = line.record["source_sha256"]
                    self._home[line.record["doc_id"]] = _side(line.record)
                yield from self._drained()
            self._lines[name] = lane.counted
        yield from self._drained()

    def _split(self, split: str) -> Iterator[Finding]:
        """The files of a split side by side: the record of each clause, and its lines in the other views."""
        lanes = {
            view: Lane(self._released, splits[split], self._checks[view], self._tell)
            for view, splits in self._contents.views.items()
            if split in splits and view in self._checks
        }
        records = lanes.pop(CANONICAL, None)
        before = ("", -1)
        for line in records or ():
            try:
                before = self._record(line, split, before)
                self._others(lanes, line.record)
            except (LookupError, TypeError, AttributeError):  # a schema that was written by nobody here
                self._at(line, "other", CANONICAL)
            yield from self._drained()
        for view, lane in lanes.items():
            if records and lane.head:
                self._tell(Finding(lane.head.file, lane.head.number, "releases.order"))
            for line in lane:
                self._line(view, line)
                yield from self._drained()
        for view, lane in {**lanes, **({CANONICAL: records} if records else {})}.items():
            self._lines[view] += lane.counted
            self._splits_said(view, split, lane.counted)
        yield from self._drained()

    def _others(self, lanes: Mapping[str, Lane], record: Mapping[str, Any]) -> None:
        """The lines of a clause in the other views."""
        for view, lane in lanes.items():
            if lines := lane.take(record["doc_id"], record["id"]):
                self._clauses[view] += 1
                self._beside(view, lines, record)

    def _line(self, view: str, line: Line) -> None:
        """What any line says of places."""
        for at, place in self._pointers[view](line.record):
            if not cuts(line.record, place):
                self._at(line, "place", at)

    def _at(self, line: Line, what: str, at: str) -> None:
        self._tell(Finding(line.file, line.number, f"releases.record_{what}", {"at": at}))

    def _record(self, line: Line, split: str, before: tuple[str, int]) -> tuple[str, int]:
        """What the record of a clause says; returns its place in the order."""
        one, here = line.record, (line.record["doc_id"], line.record["seq"])
        self._clauses[CANONICAL] += 1
        if here <= before:
            self._at(line, "order", "seq")
        source, anchor = one["provenance"]["source_sha256"], one["anchor"]
        if one["id"] != clause_id(source, anchor["start"], anchor["end"]):
            self._at(line, "hash", "id")
        if self._sources and self._sources.get(one["doc_id"]) != source:
            self._at(line, "other", "provenance.source_sha256")
        if "text" in one and one["text_sha256"] != sha256(one["text"]):
            self._at(line, "hash", "text_sha256")
        if one["split"] != split:
            self._at(line, "other", "split")
        self._line(CANONICAL, line)
        self._sides(line)
        if self._recount:
            self._recount.add(one)
            for field in self._recount.wrong_votes(one) if "votes" in one else ():
                self._at(line, "votes", f"votes.{field}")
        if self._origin:
            places = list(self._pointers[CANONICAL](one))
            if at := self._origin.differs(one, places):
                self._at(line, "source", at)
        return here

    def _sides(self, line: Line) -> None:
        """No document, and no text that is repeated, on both sides of a split."""
        one = line.record
        side = _side(one)
        if side[0] == "none":
            return
        if self._home.setdefault(one["doc_id"], side) != side:
            self._at(line, "sides", one["doc_id"])
        if one["alike"] and side != ("all", None) and self._alike.setdefault(one["alike"], side) != side:
            self._at(line, "alike", one["alike"])

    def _beside(self, view: str, lines: list[Line], record: Mapping[str, Any]) -> None:
        """The lines of a clause in a view, beside its record."""
        for line in lines:
            self._line(view, line)
            for name in _BESIDE:
                if name in line.record and line.record[name] != record.get(name, line.record[name]):
                    self._at(line, "beside", name)
            text = line.record.get("text")
            if text is not None and "text" in record and not text.startswith(record["text"]):
                self._at(line, "beside", "text")
            self._voted(view, line, record)
        if view == "raw":
            said = [review["reviewer"] for review in record["reviews"]]
            if [line.record["reviewer"] for line in lines] != said:
                self._at(lines[0], "beside", "reviewer")

    def _voted(self, view: str, line: Line, record: Mapping[str, Any]) -> None:
        """The votes that a line repeats."""
        field = self._manifest("counts", "views", view, "field")
        if "votes" not in line.record or field not in record.get("votes", ()):
            return
        votes = record["votes"][field]
        if (line.record["votes"], line.record["n_reviews"]) != (votes["votes"], votes["n_reviews"]):
            self._at(line, "votes", "votes")

    def _manifest(self, *steps: str) -> Any:
        """A part of the manifest; None where it has none."""
        found: Any = self._released.manifest
        for step in steps:
            found = found.get(step) if isinstance(found, Mapping) else None
        return found

    def _splits_said(self, view: str, split: str, found: int) -> None:
        said = self._manifest("counts", "views", view, "splits", split)
        if said != found:
            self._told(f"counts.views.{view}.splits.{split}", said, found)

    def _told(self, at: str, said: object, found: object) -> None:
        values = {"at": at, "said": said, "found": found}
        self._tell(Finding(MANIFEST, 0, "releases.counts", values))

    def _counts(self) -> None:
        """What the manifest counts, beside what was found."""
        for view, about in (self._manifest("counts", "views") or {}).items():
            if about["lines"] != self._lines[view]:
                self._told(f"counts.views.{view}.lines", about["lines"], self._lines[view])
            excluded = sum((self._manifest("excluded", view) or {}).values())
            records = self._clauses[CANONICAL]
            if CANONICAL in self._checks and self._clauses[view] + excluded != records:
                self._told(f"excluded.{view}", excluded, records - self._clauses[view])
        for name, *more in (("documents",), ("repeats", "groups")):
            said = self._manifest("counts", name, *more)
            if name in self._checks and said != self._lines[name]:
                self._told(".".join(("counts", name, *more)), said, self._lines[name])
        if self._recount and CANONICAL in self._checks:
            clauses = self._manifest("counts", "clauses")
            for at in self._recount.differs(clauses):
                self._told(f"counts.clauses.{at}", "", "")


def _side(record: Mapping[str, Any]) -> tuple[str, Any]:
    """Where a document or a clause is: its split, and its fold where there are folds."""
    return record["split"], record.get("fold")
