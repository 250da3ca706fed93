"""A codebook is revised: what the new version changes, whose labels it touches, and their return."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from annotator.model.codebook import Codebook, name_of
from annotator.model.review import Return
from annotator.store import codebooks, events, gold, rounds, touched
from annotator.store.blinding import Sight
from annotator.store.project import Project
from annotator.tools.codebook import Difference, differences, news, parse, with_keys
from annotator.words import say


class Preview(NamedTuple):
    """What changes from one version to the next, and the clauses whose labels may be wrong then: their ids by
    reviewer, with the fields to look at by clause. In those that are `disputed` reviewers took what changed
    for something else of it.
    """

    changes: Sequence[Difference]
    touched: Mapping[str, Mapping[str, Sequence[str]]]
    disputed: frozenset[str] = frozenset()

    @property
    def clauses(self) -> int:
        """How many clauses are touched, whoever labelled them."""
        return len({clause for clauses in self.touched.values() for clause in clauses})

    def shown(self, seen: Sight) -> Self:
        """The same with the clauses of those alone who are `seen`, and without what differs from others."""
        touched = {who: of for who, of in self.touched.items() if seen.shows(who)}
        return self._replace(touched=touched, disputed=self.disputed if seen.names is None else frozenset())

    def narrowed(self) -> Self:
        """The same with the disputed clauses alone."""
        few = {
            who: {clause: fields for clause, fields in of.items() if clause in self.disputed}
            for who, of in self.touched.items()
        }
        return self._replace(touched={who: of for who, of in few.items() if of})


def preview(project: Project, old: Codebook, new: Codebook) -> Preview:
    """What putting `new` in the place of `old` would change."""
    with project.snapshot():
        changes = differences(old, new)
        return Preview(changes, found := _touched(project, changes), _disputed(project, changes, found))


def overdue(project: Project, new: Codebook) -> Preview:
    """What changed between earlier versions and `new`, which is in force, and the clauses that were labelled
    under those and not looked at again since: elsewhere meanwhile, or as nobody asked for it.
    """
    changes: list[Difference] = []
    found: dict[str, dict[str, list[str]]] = {}
    with project.snapshot():
        of = codebooks.meanings(project)
        for digest, text in codebooks.texts(project).items():
            if of[digest] == new.meaning:
                continue
            between = differences(with_keys(parse(text, digest[:12])), new)
            for reviewer, clauses in _touched(project, between, under=digest, meaning=new.meaning).items():
                for clause, fields in clauses.items():
                    known = found.setdefault(reviewer, {}).setdefault(clause, [])
                    known += [field for field in fields if field not in known]
                changes += [one for one in between if one.asks and one not in changes]
        return Preview(changes, found, _disputed(project, changes, found))


def _touched(
    project: Project, changes: Sequence[Difference], *, under: str = "", meaning: str = ""
) -> dict[str, dict[str, list[str]]]:
    asking = [one for one in changes if one.asks]
    found: dict[str, dict[str, list[str]]] = {}
    for field in dict.fromkeys(one.field for one in asking):
        codes = [one.code for one in asking if one.field == field]
        # A field that changed as a whole touches every label in it.
        named = () if "" in codes else codes
        for reviewer, clauses in touched.labelled(
            project, field, named, under=under, meaning=meaning
        ).items():
            for clause in clauses:
                found.setdefault(reviewer, {}).setdefault(clause, []).append(field)
    return found


def _disputed(
    project: Project, changes: Sequence[Difference], found: Mapping[str, Mapping[str, Sequence[str]]]
) -> frozenset[str]:
    """Of the clauses that were `found` those in which reviewers differ on what changed."""
    every = {clause for clauses in found.values() for clause in clauses}
    asking = [one for one in changes if one.asks]
    apart: set[str] = set()
    for field in dict.fromkeys(one.field for one in asking):
        codes = [one.code for one in asking if one.field == field]
        apart |= touched.disputed(project, field, () if "" in codes else codes)
    return frozenset(every & apart)


def recheck(project: Project, by: str, old: Codebook, new: Codebook, *, disputed: bool = False) -> int:
    """Give every clause that is touched now, or is `disputed` too, back to whoever labelled it, with what
    changed as the reason; one act. Returns how many were given back. Where the new one is in force already,
    those that are overdue.
    """
    with project.transaction():
        seen = overdue(project, new) if old.digest == new.digest else preview(project, old, new)
        seen = seen.narrowed() if disputed else seen
        named = dict.fromkeys(_told(one, old, new) for one in seen.changes if one.asks)
        reason = say("revising.reason", version=new.version, changed=say("revising.then").join(named))
        before = gold.returns(project, list({one for clauses in seen.touched.values() for one in clauses}))
        changes = [
            gold.giving_back(
                clause,
                reviewer,
                Return(reason, tuple(fields), codebook=new.digest),
                before.get(clause, {}).get(reviewer),
            )
            for reviewer, clauses in seen.touched.items()
            for clause, fields in clauses.items()
        ]
        events.record(project, by, changes, origin="bulk")
    return len(changes)


def awaited(project: Project) -> bool:
    """Whether others may be at work in bundles, which keep the version that they were made with."""
    return any(one.open for one in rounds.rounds(project))


def in_force(project: Project, codebook: Codebook) -> str:
    """The sentence on a version that was put in force."""
    key = "in_force_bundles" if awaited(project) else "in_force"
    return say(f"revising.{key}", version=codebook.version)


def summary(seen: Preview, old: Codebook, new: Codebook) -> list[str]:
    """The preview in lines: what changes, then whose labels are to be checked."""
    lines = [say(f"revising.{one.how}", what=_told(one, old, new)) for one in seen.changes]
    if not seen.changes:
        return [say("revising.nothing")]
    if not seen.clauses:
        return [*lines, say("revising.untouched")]
    return [
        *lines,
        say("revising.touched", clauses=seen.clauses),
        *(
            say("revising.by_reviewer", reviewer=reviewer, count=len(clauses))
            for reviewer, clauses in seen.touched.items()
        ),
        *([say("revising.disputed", clauses=len(seen.disputed))] if seen.disputed else []),
    ]


def _told(one: Difference, old: Codebook, new: Codebook) -> str:
    """What changed, with what was written into it: who is to look again is to know what to look for."""
    parts = news(one, old, new) if one.how == "meaning" else []
    told = say("revising.then").join(
        text if part == "definition" else say(f"views.{part}") + text for part, text in parts
    )
    return _named(one, old, new) + (say("revising.news", news=told) if told else "")


def _named(one: Difference, old: Codebook, new: Codebook) -> str:
    """What changed, by its name in the newer of the two that has it."""
    for codebook in (new, old):
        field = codebook.field(one.field)
        if field is None:
            continue
        if not one.code:
            return name_of(field)
        if code := field.code(one.code):
            return say("revising.code", field=name_of(field), code=name_of(code))
    return one.code or one.field
