"""What goes into the folder: every document and clause once, then what was gathered on the way."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from typing import Any

import orjson

from annotator import __version__
from annotator.errors import AnnotatorError
from annotator.flows.exporting import full
from annotator.flows.exporting.choosing import Chosen
from annotator.flows.exporting.describing import describe
from annotator.flows.exporting.division import Division
from annotator.flows.exporting.folder import File, Folder, Stream
from annotator.flows.exporting.foreign import Foreign
from annotator.flows.exporting.manifest import Manifest
from annotator.flows.exporting.options import Options
from annotator.flows.exporting.outputs import Output
from annotator.flows.exporting.reading import Needed, Reading
from annotator.flows.exporting.tables import Tables
from annotator.model.codebook import Codebook
from annotator.model.document import Document
from annotator.model.split import Place
from annotator.store import additions, codebooks, documents, repeats
from annotator.store.blinding import Sight
from annotator.store.project import Project
from annotator.tools.release import arrow, prompting, shape
from annotator.tools.release.fitting import Fitting
from annotator.tools.release.interop import tools
from annotator.tools.release.leaks import Leaks
from annotator.tools.release.organisations import Organisations
from annotator.tools.release.reviews import utc
from annotator.tools.release.standoff import standing_off
from annotator.tools.release.tally import Tally
from annotator.tools.release.veil import Veil
from annotator.tools.release.views import views, wanted
from annotator.tools.splits import Placed
from annotator.words import say

STEP = 500
"""Clauses from one step to the next."""


class Release:
    """A project's documents under a codebook, read once from beginning to end. `chosen` are the clauses
    that meet `query`; None and an empty one stand for all. What was said by those who are `seen` is in it,
    under the `veil`.
    """

    def __init__(
        self,
        project: Project,
        codebook: Codebook,
        chosen: Chosen | None,
        seen: Sight,
        veil: Veil,
        *,
        query: str = "",
        options: Options,
    ) -> None:
        """Raises AnnotatorError where the codebook is not in force, where there is no clause, and where an
        option cannot be followed.
        """
        self._project, self._codebook, self._options = project, codebook, options
        self._chosen, self._query, self._seen, self._veil = chosen, veil.words(query), seen, veil
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
        if options.parquet:
            arrow.check()
        template = prompting.default() if options.prompt is None else options.prompt
        self._prompt = prompting.Prompt(template, codebook, options.prompt_name)
        self._views = wanted(views(codebook, self._prompt, options.statuses), options.views)
        if not options.terms.texts:
            if options.tables or options.interop:
                raise AnnotatorError(
                    "publishing.table_of_texts" if options.tables else "publishing.tools_need_texts"
                )
            self._views = standing_off(self._views, options.views)
        if options.terms.public:
            self._check_words()
        self._tools = tools(codebook, self._prompt, options.interop, options.statuses)
        self._told_to_tools: dict[str, dict[str, Any]] = {}
        self._outputs: list[Output] = []
        self._tally = Tally(codebook)
        added = additions.additions(project)
        self._fitting = Fitting(codebook.clause_fields, added)
        self._organisations = Organisations(codebook, added)
        alike = repeats.placed(project)
        self._alike = dict(_named_alike(alike))
        self._division = Division(project, options.division, alike)
        self._leaks = Leaks(codebook, self._division.scheme)

    def _check_words(self) -> None:
        """Raises AnnotatorError where people are named in what is released as it is."""
        texts = {"codebook.toml": self._codebook_text}
        if any(view.asks for view in self._views):
            texts["prompt.txt"] = self._prompt.template
        if self._options.about:
            texts["--about"] = self._options.about
        for path, text in texts.items():
            if found := self._veil.named(text):
                raise AnnotatorError("publishing.named", path=path, names=say("review.comma").join(found))

    @property
    def clauses(self) -> int:
        """How many will be written."""
        if self._chosen is not None:
            return sum(map(len, self._chosen.values()))
        return sum(document.clauses for document in self._documents)

    def write(self, folder: Folder) -> Iterator[int]:
        """Every file but SHA256SUMS and the manifest; tells at each step how many clauses are written."""
        about = self._stream(folder, "documents")
        scheme = self._division.scheme
        self._outputs = [Output(folder, view, self._options, scheme) for view in self._views]
        told = any(view.units for view in self._views)
        needed = Needed(
            told or bool(self._tools),
            any(one.timed for one in self._views),
            any(one.decides for one in self._views),
        )
        reading = Reading(
            self._project, self._codebook, self._fitting, seen=self._seen, needed=needed, veil=self._veil
        )
        written = dict[str, list[str]]()
        foreign = Foreign(folder, self._tools)
        with ExitStack() as stack:
            tables = stack.enter_context(Tables(folder, self._codebook, self._options.tables))
            for document in self._documents:
                shown = self._veil.document(document)
                about.write(_line(self._about(shown, self._division.about(document))))
                self._leaks.document(self._division.part(document))
                self._tally.documents += 1
                for material in reading.materials(
                    shown,
                    wanted=None if self._chosen is None else self._chosen[document.doc_id],
                    place=self._division.of(document),
                    alike=self._alike,
                ):
                    for output in self._outputs:
                        output.add(material)
                    tables.add(material)
                    foreign.add(material)
                    if told:
                        self._organisations.add(material)
                    self._tally.add(material)
                    self._leaks.add(material)
                    if material.alike:
                        written.setdefault(material.alike, []).append(material.clause.clause_id)
                    if self._tally.clauses % STEP == 0:
                        yield self._tally.clauses
            tables.end()
        foreign.end(self._codebook, self._options.interop)
        self._told_to_tools = foreign.counted()
        if rows := list(self._organisations.rows(forms=self._options.terms.texts)):
            organisations = self._stream(folder, "organisations")
            for row in rows:
                organisations.write(_line(row))
        if groups := sorted(sorted(group) for group in written.values() if len(group) > 1):
            self._tally.repeats = len(groups)
            same = self._stream(folder, "repeats")
            for group in groups:
                same.write(_line({"clauses": group}))
        self._describe(folder)
        if self._options.full:
            full.write(folder, self._project)

    def manifest(self, files: tuple[File, ...], at: int, command: str) -> Manifest:
        """What the release holds and leaves out; `at` is UTC milliseconds."""
        tally, codebook, told = self._tally, self._codebook, self._options.told()
        return Manifest(
            schema_version=shape.SCHEMA_VERSION,
            tool=f"annotator/{__version__}",
            codebook={"name": codebook.name, "version": codebook.version, "digest": codebook.digest},
            codebooks=codebooks.named(self._project),
            exported_utc=utc(self._veil.day(at)),
            # It names who worked, on whose machine and in which folders: the options say the rest.
            command=command if self._options.terms.reviewers == "names" else "",
            options={**told, "prompt_name": self._veil.words(self._options.prompt_name)},
            query=self._query,
            reviewers=self._reviewers(),
            offset_unit="code point",
            counts={
                "documents": tally.documents,
                "clauses": {
                    "records": tally.clauses,
                    "status": tally.statuses,
                    "states": tally.states,
                    "codes": tally.codes,
                },
                "views": {one.view.name: one.counted() for one in self._outputs},
                "interop": self._told_to_tools,
                "repeats": {"groups": tally.repeats},
                "organisations": {
                    "added": dict(sorted(self._organisations.states().items())),
                    "labels_followed": dict(sorted(self._fitting.followed.items())),
                },
            },
            excluded={
                **{one.view.name: dict(sorted(one.excluded.items())) for one in self._outputs},
                "values": dict(sorted(self._fitting.left_out.items())),
            },
            masked=self._veil.masked,
            dropped={
                one.view.name: dict(sorted(one.view.dropped.items()))
                for one in self._outputs
                if one.view.dropped
            },
            leaks=self._leaks.told(),
            files=files,
        )

    def _about(self, document: Document, place: Place) -> dict[str, Any]:
        metadata = self._veil.metadata(document.doc_id, documents.metadata(self._project, document.doc_id))
        return {
            "doc_id": document.doc_id,
            "title": document.title,
            "source_name": document.file_name,
            "source_sha256": document.source_sha256,
            "reader": documents.reader(self._project, document.source_sha256),
            "cutting": document.cutting_id,
            "clauses": document.clauses,
            "split": place.split,
            "fold": place.fold,
            "metadata": [{"name": name, "value": value} for name, value in sorted(metadata.items())],
        }

    def _reviewers(self) -> tuple[str, ...]:
        names = self._seen.names or frozenset()
        return tuple(sorted({self._veil.name(name) for name in names}))

    def _stream(self, folder: Folder, name: str) -> Stream:
        ending = ".jsonl.gz" if self._options.gzip else ".jsonl"
        return folder.stream(f"data/{name}{ending}", gzip=self._options.gzip)

    def _describe(self, folder: Folder) -> None:
        """The files about the files."""
        for output in self._outputs:
            output.end()
        folder.write("codebook.toml", self._codebook_text.encode())
        if any(view.asks for view in self._views):
            folder.write("prompt.txt", self._prompt.template.encode())
        describe(
            folder,
            self._codebook,
            self._tally,
            [output.shown for output in self._outputs],
            leaks=self._leaks,
            query=self._query,
            reviewers=self._reviewers(),
            terms=self._options.terms,
            about=self._options.about,
        )


def _named_alike(groups: Iterable[Placed]) -> Iterator[tuple[str, str]]:
    """The name of the group of clauses that read alike, for each clause that is not alone in one."""
    for group in groups:
        clauses = sorted({clause for clause, _ in group})
        if len(clauses) > 1:
            yield from ((clause, clauses[0]) for clause in clauses)


def _line(record: Mapping[str, Any]) -> bytes:
    """A line of JSON; text that is no Unicode (half a surrogate pair) is refused by the encoder."""
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)
