"""What goes into the folder: every document and clause once, then what was gathered on the way."""

from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from annotator import __version__
from annotator.errors import AnnotatorError
from annotator.flows.exporting.choosing import Chosen
from annotator.flows.exporting.folder import File, Folder, Stream
from annotator.flows.exporting.manifest import Manifest
from annotator.flows.exporting.reading import materials
from annotator.model.codebook import Codebook
from annotator.model.document import Document
from annotator.model.ids import canonical as as_text
from annotator.store import additions, codebooks, documents, repeats
from annotator.store.blinding import Sight
from annotator.store.project import Project
from annotator.tools.release import classification, shape
from annotator.tools.release.card import View, card
from annotator.tools.release.fitting import Fitting
from annotator.tools.release.json_schema import json_schema
from annotator.tools.release.material import Material
from annotator.tools.release.organisations import Organisations
from annotator.tools.release.record import Records, utc
from annotator.tools.release.table import Table
from annotator.tools.release.tally import Tally

CANONICAL, CLASSIFICATION = "data/canonical/all.jsonl", "data/classification/all.jsonl"
SHEET = "clauses.csv"
STEP = 500
"""Clauses from one step to the next."""


class Release:
    """A project's documents under a codebook, read once from beginning to end. `chosen` are the clauses
    that meet `query`; None and an empty one stand for all. What was said by those who are `seen` is in it.
    """

    def __init__(
        self, project: Project, codebook: Codebook, chosen: Chosen | None, query: str, seen: Sight
    ) -> None:
        """Raises AnnotatorError where the codebook is not in force, or where there is no clause."""
        self._project = project
        self._codebook = codebook
        self._chosen, self._query, self._seen = chosen, query, seen
        every = documents.listing(project)
        # Neither the order of import nor local numbers may show.
        self._documents = sorted(
            (one for one in every if chosen is None or one.doc_id in chosen), key=lambda one: one.doc_id
        )
        digest, self._codebook_text = codebooks.in_force(project)
        if digest != codebook.digest:
            raise AnnotatorError("export.other_codebook", name=codebook.name, version=codebook.version)
        if not any(document.clauses for document in self._documents):
            raise AnnotatorError("export.nothing", project=project.path)
        self._learnt = classification.learnt(codebook)
        self._view: Stream | None = None
        self._same: Stream | None = None
        self._records = Records(codebook)
        self._table = Table(codebook)
        self._tally = Tally(codebook)
        added = additions.additions(project)
        self._fitting = Fitting(codebook.clause_fields, added)
        self._organisations = Organisations(codebook, added)

    @property
    def clauses(self) -> int:
        """How many will be written."""
        if self._chosen is not None:
            return sum(map(len, self._chosen.values()))
        return sum(document.clauses for document in self._documents)

    def write(self, folder: Folder) -> Iterator[int]:
        """Every file but SHA256SUMS and the manifest; tells at each step how many clauses are written."""
        about, canonical = folder.stream("data/documents.jsonl"), folder.stream(CANONICAL)
        sheet = folder.stream(SHEET, records=False)
        sheet.write(self._table.header())
        alike = {one: n for n, group in enumerate(repeats.groups(self._project)) for one in group}
        written = dict[int, list[str]]()
        for document in self._documents:
            about.write(_line(self._about(document)))
            self._tally.documents += 1
            wanted = None if self._chosen is None else self._chosen[document.doc_id]
            for material in materials(
                self._project, self._codebook, document, self._fitting, seen=self._seen, wanted=wanted
            ):
                record = self._records.record(material)
                canonical.write(_line(record))
                sheet.write(self._table.line(material))
                self._organisations.add(record)
                self._tally.add(material)
                if (one := material.clause.clause_id) in alike:
                    written.setdefault(alike[one], []).append(one)
                self._classify(folder, material)
                if self._tally.clauses % STEP == 0:
                    yield self._tally.clauses
        organisations = folder.stream("data/organisations.jsonl")
        for row in self._organisations.rows():
            organisations.write(_line(row))
        for group in sorted(sorted(group) for group in written.values() if len(group) > 1):
            self._tally.repeats += 1
            self._same = self._same or folder.stream("data/repeats.jsonl")
            self._same.write(_line({"clauses": group}))
        self._describe(folder)

    def manifest(self, files: tuple[File, ...], at: int, command: str) -> Manifest:
        """What the release holds and leaves out; `at` is UTC milliseconds."""
        tally, codebook = self._tally, self._codebook
        return Manifest(
            schema_version=shape.SCHEMA_VERSION,
            tool=f"annotator/{__version__}",
            codebook={"name": codebook.name, "version": codebook.version, "digest": codebook.digest},
            exported_utc=utc(at),
            command=command,
            query=self._query,
            reviewers=self._reviewers(),
            offset_unit="code point",
            counts={
                "documents": tally.documents,
                "canonical": {
                    "records": tally.clauses,
                    "status": tally.statuses,
                    "states": tally.states,
                    "codes": tally.codes,
                },
                "classification": {"field": self._learnt.id if self._learnt else "", "records": tally.lines},
                "repeats": {"groups": tally.repeats},
                "organisations": {
                    "added": dict(sorted(self._organisations.states().items())),
                    "labels_followed": dict(sorted(self._fitting.followed.items())),
                },
            },
            excluded={
                "classification": dict(sorted(tally.excluded.items())),
                "values": dict(sorted(self._fitting.left_out.items())),
            },
            files=files,
        )

    def _about(self, document: Document) -> dict[str, Any]:
        metadata = documents.metadata(self._project, document.doc_id)
        return {
            "doc_id": document.doc_id,
            "title": document.title,
            "source_name": document.file_name,
            "source_sha256": document.source_sha256,
            "reader": documents.reader(self._project, document.source_sha256),
            "cutting": document.cutting_id,
            "clauses": document.clauses,
            "metadata": [{"name": name, "value": _text(value)} for name, value in sorted(metadata.items())],
        }

    def _classify(self, folder: Folder, material: Material) -> None:
        """The clause's line in the classification view, or the reason why it has none."""
        if self._learnt is None:
            return
        why = classification.exclusion(self._learnt, material)
        self._tally.classify(why)
        if not why:
            # Begun with its first line: loaders refuse an empty file.
            self._view = self._view or folder.stream(CLASSIFICATION)
            self._view.write(_line(classification.row(self._learnt, material)))

    def _reviewers(self) -> tuple[str, ...]:
        return () if self._seen.names is None else tuple(sorted(self._seen.names))

    def _describe(self, folder: Folder) -> None:
        """The files about the files."""
        record = shape.canonical(self._codebook)
        views = [View("canonical", CANONICAL, record)]
        if self._learnt and self._view:
            views.append(View("classification", CLASSIFICATION, shape.classification(self._learnt)))
        schema = json_schema(record, shape.schema_id(self._codebook), "annotator canonical record")
        folder.write("schema/canonical.schema.json", orjson.dumps(schema, option=_PRETTY))
        folder.write("codebook.toml", self._codebook_text.encode())
        folder.write(
            "README.md",
            card(
                self._codebook,
                self._tally,
                views,
                self._learnt,
                query=self._query,
                reviewers=self._reviewers(),
            ).encode(),
        )


_PRETTY = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def _line(record: Mapping[str, Any]) -> bytes:
    """A line of JSON; text that is no Unicode (half a surrogate pair) is refused by the encoder."""
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


def _text(value: object) -> str:
    """Metadata is text; whatever else a file gave is kept as JSON."""
    return value if isinstance(value, str) else as_text(value)
