"""`annotator assign --list`: rounds with their figures, for the lead."""

from typing import Any

from annotator.cli.options import show, show_json, table, tell
from annotator.errors import Refused
from annotator.flows.grading import Right, accuracy
from annotator.flows.leading import Part, balance, parts
from annotator.model.codebook import Codebook, name_of
from annotator.model.round import Round
from annotator.store import asking, blinding, rounds
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
    if waiting := len(asking.open_questions(project)):
        show(say("assigning.questions", count=waiting))


def _tell(project: Project, codebook: Codebook, one: Round, *, seen: bool) -> None:
    kind = "training" if one.kind == "training" else "open" if one.open else "closed"
    state = say("assigning.state_closed") if not one.open else say(f"assigning.state_{kind}")
    show(say("assigning.head", name=one.name, state=state))
    names = {field.id: name_of(field) for field in codebook.clause_fields}
    rows = [[say(f"assigning.column_{name}") for name in ("reviewer", "done", "pace", "right")]]
    for part in parts(project, one):
        right = accuracy(project, codebook, one, part.reviewer) if seen else {}
        told = [
            say("assigning.right", field=names[field], percent=f"{of.share or 0:.0%}", n=of.n)
            for field, of in right.items()
        ]
        rows.append([part.reviewer, done_words(part), pace_words(part), "  ".join(told) or _NOTHING])
    table([[f"  {first}", *rest] for first, *rest in rows])


def done_words(part: Part) -> str:
    """How much is done, and how much need not be."""
    done = part.done
    words = f"{done.finished}/{done.assigned - done.gone}"
    return say("assigning.gone", done=words, count=done.gone) if done.gone else words


def pace_words(part: Part) -> str:
    """Clauses an hour."""
    return say("assigning.hourly", count=round(part.hourly)) if part.hourly else _NOTHING


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
