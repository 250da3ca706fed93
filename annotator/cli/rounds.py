"""`annotator assign --list`: rounds with their figures, for the lead."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.cli.options import show, show_json, table, tell
from annotator.errors import Refused
from annotator.flows.grading import Right, accuracy
from annotator.flows.leading import Part, balance, parts
from annotator.model.codebook import Codebook, name_of
from annotator.model.review import Review
from annotator.model.round import Round
from annotator.store import asking, blinding, documents, reviews, rounds
from annotator.store.project import Project
from annotator.words import say

_NOTHING = "—"


def list_rounds(project: Project, codebook: Codebook, by: str, *, as_json: bool) -> None:
    """Every round: how far everyone is, how fast; and, where `by` may see others' work, how often right."""
    every = rounds.rounds(project)
    try:
        blinding.require(project, by)
        seen = True
    except Refused as kept:
        tell(str(kept))
        seen = False
    if as_json:
        questions = [one._asdict() for one in asking.open_questions(project)]
        show_json(
            {"rounds": [_record(project, codebook, one, seen=seen) for one in every], "questions": questions}
        )
        return
    if not every:
        show(say("assigning.none"))
    for one in every:
        _tell(project, codebook, one, seen=seen)
    if any(one.kind != "training" for one in every):
        show(say("assigning.checks_alone"))
    if waiting := len(asking.open_questions(project)):
        show(say("assigning.questions", count=waiting))


def _tell(project: Project, codebook: Codebook, one: Round, *, seen: bool) -> None:
    kind = "training" if one.kind == "training" else "open" if one.open else "closed"
    state = say("assigning.state_closed") if not one.open else say(f"assigning.state_{kind}")
    show(say("assigning.head", name=one.name, state=state))
    names = {field.id: name_of(field) for field in codebook.clause_fields}
    right_ = "right_training" if one.kind == "training" else "right"
    rows = [[say(f"assigning.column_{name}") for name in ("reviewer", "done", "returned", "pace", right_)]]
    for part in parts(project, one):
        right = accuracy(project, codebook, one, part.reviewer) if seen else {}
        told = [
            say("assigning.right", field=names[field], percent=f"{of.share or 0:.0%}", n=of.n)
            for field, of in right.items()
        ]
        back = str(part.done.returned or _NOTHING)
        rows.append([part.reviewer, done_words(part), back, pace_words(part), "  ".join(told) or _NOTHING])
    table([[f"  {first}", *rest] for first, *rest in rows])


def done_words(part: Part) -> str:
    """How much is done, and how much need not be."""
    done = part.done
    words = f"{done.finished}/{done.assigned - done.gone}"
    return say("assigning.gone", done=words, count=done.gone) if done.gone else words


def far_words(part: Part) -> str:
    """The same in a sentence, with what came back."""
    back = part.done.returned
    return done_words(part) + (say("assigning.came_back", count=back) if back else "")


def pace_words(part: Part) -> str:
    """Clauses an hour."""
    return say("assigning.hourly", count=round(part.hourly)) if part.hourly else _NOTHING


def list_mine(project: Project, me: str, *, as_json: bool) -> None:
    """What a reviewer is to do in open rounds, clause by clause, and what came back. A clause stands here
    once: that it will be asked again is not told.
    """
    back = [task.clause_id for task in asking.returned(project, me)]
    given = [(one.name, [task.clause_id for task in tasks]) for one, tasks in rounds.open_for(project, me)]
    lists = [*([(say("rounds.returned"), back)] if back else []), *given]
    told = [(name, _places(project, me, clauses)) for name, clauses in lists]
    if as_json:
        show_json([{"name": name, "clauses": [one._asdict() for one in places]} for name, places in told])
        return
    if not told:
        show(say("assigning.mine_none"))
    for name, places in told:
        done = sum(one.state in ("submitted", "skipped") for one in places)
        show(say("assigning.mine", name=name, count=len(places), done=done))
        states = [say(f"assigning.mine_{one.state}") for one in places]
        rows = zip(places, states, strict=True)
        table([[f"  {one.clause}", state, f"{one.title} {one.seq + 1}"] for one, state in rows])


class _Place(NamedTuple):
    """A clause that is assigned: the title of its document, its number there from 0, and where it stands."""

    clause: str
    title: str
    seq: int
    state: str


def _places(project: Project, me: str, clauses: Sequence[str]) -> list[_Place]:
    titles = {one.doc_id: one.title for one in documents.listing(project)}
    said = reviews.reviews(project, list(dict.fromkeys(clauses)), me)
    found = []
    for clause in dict.fromkeys(clauses):
        if place := documents.find_clause(project, clause):
            review = said.get(clause, Review())
            state = "returned" if review.returned else review.state
            found.append(_Place(clause, titles[place[0]], place[1], state))
    return found


def _record(project: Project, codebook: Codebook, one: Round, *, seen: bool) -> dict[str, Any]:
    """A round for programs; what others answered is null where it may not be seen."""
    team = parts(project, one)
    used = balance(project, codebook, one, [part.reviewer for part in team]) if seen else []
    return {
        "round": one.id,
        "name": one.name,
        "kind": one.kind,
        "open": one.open,
        "drawn": dict(one.drawn),
        "checks": len(rounds.checks(project, one.id)),
        "reviewers": {
            part.reviewer: {
                **part.done._asdict(),
                "hourly": part.hourly,
                "right": _rights(accuracy(project, codebook, one, part.reviewer)) if seen else None,
            }
            for part in team
        },
        "labels": [
            {
                "field": one_code.field,
                "code": one_code.code or None,
                "everyone": one_code.everyone,
                "reviewers": {
                    name: {"share": said[0], "odd": said[1]} if said else None
                    for name, said in one_code.each.items()
                },
            }
            for one_code in used
        ]
        if seen
        else None,
    }


def _rights(found: dict[str, Right]) -> dict[str, Any]:
    return {field: {**one._asdict(), "share": one.share} for field, one in found.items()}
