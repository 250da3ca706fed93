"""An import told on stderr while it goes on: of a few documents each, of more what they come to."""

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from annotator.cli import repeating
from annotator.cli.options import tell
from annotator.cli.progress import Bar
from annotator.flows import completing
from annotator.flows.importing import Outcome
from annotator.store import documents, repeats
from annotator.store.project import Project
from annotator.tools.completeness.wording import short
from annotator.words import say

FEW = 20
"""Of so many documents each is told of; of more only those that did not come in, and so many of these."""


class Telling:
    """Hears of each document; tells of a few each, of many how far it is."""

    def __init__(self, project: Project, files: int) -> None:
        self._project = project
        self._files, self._done, self._clauses, self._told = files, 0, 0, 0
        self._path: Path | None = None
        self._begun = time.monotonic()
        self._bar = Bar("importing.progress")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.clear()

    def __call__(self, outcome: Outcome) -> None:
        """Hears of each document as it is done."""
        self._done += outcome.path != self._path
        self._path = outcome.path
        self._clauses += outcome.clauses
        if self._files <= FEW and self._told < FEW:
            self._told += 1
            self._bar.clear()
            _tell(outcome)
            _tell_open(self._project, outcome)
        else:
            seconds = time.monotonic() - self._begun
            left = seconds / self._done * (self._files - self._done)
            minutes = f"{left // 60:.0f}:{left % 60:02.0f}"
            self._bar(self._done, self._files, clauses=self._clauses, left=minutes)

    def summary(self, outcomes: Sequence[Outcome]) -> None:
        """What all that was not told of comes to; first what did not come in, each by its name."""
        self._bar.clear()
        rest = outcomes[self._told :]
        for state in ("failed", "twin", "known"):
            some = [one for one in rest if one.state == state and (state != "known" or one.elsewhere)]
            for one in some[:FEW]:
                _tell(one)
            if more := some[FEW:]:
                tell(say(f"importing.more_{state}", count=len(more)))
        new = [one for one in rest if one.state == "new"]
        if not new:
            return
        key, clauses = "rest" if self._told else "all", sum(one.clauses for one in new)
        tell(say(f"importing.sum_{key}", count=len(new), clauses=clauses))
        _tell_found(new)
        if names := dict.fromkeys(name for one in new for name in one.unresolved):
            told = say("review.comma").join(list(names)[:FEW])
            tell(say("importing.unresolved_some", count=len(names), names=told))
        if groups := repeats.groups(self._project):
            tell(say("repeats.in_all", count=sum(map(len, groups)), groups=len(groups)))


def _tell(outcome: Outcome) -> None:
    """What became of one file, and what was repaired and left."""
    key = "known_elsewhere" if outcome.state == "known" and outcome.elsewhere else outcome.state
    reason = " ".join(outcome.notes)
    told = {"name": outcome.place, "title": outcome.title, "same": outcome.same}
    tell(say(f"importing.{key}", clauses=outcome.clauses, reason=reason, **told))
    if outcome.state != "new":
        return
    for note in outcome.notes:
        tell(f"    {note}")
    _tell_found([outcome])
    if outcome.unresolved:
        tell(say("importing.unresolved", names=say("review.comma").join(outcome.unresolved)))


def _tell_open(project: Project, outcome: Outcome) -> None:
    """Where a new document stands already, and what it leaves open."""
    document = documents.document(project, outcome.doc_id) if outcome.state == "new" else None
    if document is None:
        return
    for line in repeating.lines(project, document):
        tell(line)
    if found := completing.report(project, document):
        tell(short(found))


def _tell_found(outcomes: Sequence[Outcome]) -> None:
    """What was repaired, proposed and named in some documents."""
    repairs = Counter[str]()
    for outcome in outcomes:
        repairs.update(dict(outcome.repairs))
    if repairs:
        counted = (f"{say(f'repairs.{rule}')} {count}" for rule, count in sorted(repairs.items()))
        rules = say("review.comma").join(counted)
        tell(say("importing.repairs", count=repairs.total(), rules=rules))
    if proposed := sum(outcome.proposed for outcome in outcomes):
        tell(say("importing.proposed", count=proposed))
    if units := sum(outcome.units for outcome in outcomes):
        tell(say("importing.units", count=units))
