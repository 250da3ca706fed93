"""A document made ready for the store: all that is computed of it, in whatever process."""

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from annotator.errors import UnreadableFile
from annotator.flows.importing.document import Cut, segmented
from annotator.flows.importing.outcome import Outcome, written
from annotator.model.addition import Addition
from annotator.model.codebook import Codebook
from annotator.model.ids import sha256
from annotator.model.label_unit import Unit
from annotator.model.metadata import stored
from annotator.store.arrivals import Arrival, arrival
from annotator.tools import gazetteer, suggest, text
from annotator.words import say


class Job(NamedTuple):
    """A document to be made ready: its bytes, and where they were found."""

    path: Path
    place: str
    doc_id: str
    data: bytes
    metadata: Mapping[str, str]
    notes: tuple[str, ...]


class Setting(NamedTuple):
    """What making a document depends on beside its bytes."""

    codebook: Codebook
    additions: tuple[Addition, ...]
    into: Unit = "clause"


class Made(NamedTuple):
    """What becomes of a document, and its rows where it is to be stored."""

    outcome: Outcome
    arrival: Arrival | None = None


def make(job: Job, setting: Setting) -> Made:
    """A document's rows; or, whatever goes wrong with it, a sentence."""
    try:
        return _made(job, setting)
    except UnreadableFile as error:
        return Made(Outcome(job.path, job.place, "failed", notes=(str(error),)))
    except Exception as error:
        if os.environ.get("ANNOTATOR_DEBUG"):
            raise
        return Made(broken(job.path, job.place, error))


def broken(path: Path, place: str, error: Exception) -> Outcome:
    """What is told of a document at which the program itself failed; the others go on."""
    if isinstance(error, MemoryError):
        return Outcome(path, place, "failed", notes=(say("importing.no_memory"),))
    sentence = say("importing.broken", kind=type(error).__name__, reason=error)
    return Outcome(path, place, "failed", notes=(sentence,))


def _made(job: Job, setting: Setting) -> Made:
    known = gazetteer.extended(setting.additions)
    cut = segmented(job.data, job.place, known, job.metadata, setting.into)
    digest = cut.source.sha256  # made anew each time it is asked for
    rows = arrival(
        doc_id=job.doc_id,
        file_sha256=sha256(job.data),
        file_name=written(job.place),
        source=cut.source,
        cutter=text.cutter_name(setting.into),
        segments=cut.segments,
        metadata=stored(cut.metadata, cut.places),
        suggested=(one for s in cut.segments for one in suggest.units(setting.codebook, digest, s)),
        settled=False,
    )
    return Made(_outcome(job, cut), rows)


def _outcome(job: Job, cut: Cut) -> Outcome:
    edits = [edit for segment in cut.segments for edit in segment.edits]
    mentions = [mention for segment in cut.segments for mention in segment.mentions]
    unresolved = dict.fromkeys(m.name for m in mentions if m.org_id is None and not m.collective)
    return Outcome(
        path=job.path,
        place=job.place,
        state="new",
        title=cut.title,
        doc_id=job.doc_id,
        clauses=sum(segment.kind == "clause" for segment in cut.segments),
        repairs=tuple(sorted(Counter(e.rule for e in edits if e.state == "applied").items())),
        proposed=sum(e.state == "proposed" for e in edits),
        units=len(mentions),
        unresolved=tuple(unresolved),
        notes=(*cut.source.notes, *job.notes),
    )
