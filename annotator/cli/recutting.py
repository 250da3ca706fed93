"""`annotator recut`: documents compared with how this version cuts them, and cut anew."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from annotator.cli.options import (
    json_option,
    opened,
    project_option,
    reviewer_name,
    reviewer_option,
    show,
    show_json,
    tell,
)
from annotator.cli.progress import Told
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError
from annotator.flows.adjudicating import Adjudicating
from annotator.flows.recutting import Left, Plan, Recutting
from annotator.flows.reviewing import Reviewing
from annotator.model.document import Document
from annotator.model.label_unit import UNITS, Unit
from annotator.model.recutting import ASPECTS
from annotator.store import documents
from annotator.store.codebooks import codebook_of
from annotator.store.held import HOLDINGS
from annotator.store.project import Project
from annotator.words import say


@command("recut")
@argument("names", "document", many=True, required=False)
@click.option(
    "--unit", "into", type=click.Choice(UNITS), metavar=say("usage.unit"), help=say("recutting.option_unit")
)
@click.option("--apply", "in_force", is_flag=True, help=say("recutting.option_apply"))
@click.option("--discard-hand-cuts", "discard", is_flag=True, help=say("recutting.option_discard"))
@click.option("--during-rounds", is_flag=True, help=say("recutting.option_rounds"))
@click.option("--carry", is_flag=True, help=say("recutting.option_carry"))
@click.option("--gold", is_flag=True, help=say("recutting.option_gold"))
@project_option
@reviewer_option
@json_option
def recut(
    *,
    names: Sequence[str],
    into: Unit | None,
    in_force: bool,
    discard: bool,
    during_rounds: bool,
    carry: bool,
    gold: bool,
    project: Path | None,
    reviewer: str | None,
    as_json: bool,
) -> None:
    """Compare, cut anew, or take over what was said before."""
    if sum((in_force, carry, gold)) > 1 or ((carry or gold) and (discard or during_rounds or into)):
        raise AnnotatorError("recutting.one_thing")
    if into and names:
        raise AnnotatorError("recutting.unit_of_all")
    with opened(project) as store:
        codebook, me, every = codebook_of(store), reviewer_name(reviewer), _documents(store, names)
        if carry:
            carried = Reviewing(store, codebook, me).carry_all(every)
            _tell(carried._asdict(), "recutting.carried", as_json=as_json)
        elif gold:
            count = Adjudicating(store, codebook, me).carry_all(every)
            _tell({"clauses": count}, "recutting.gold", as_json=as_json)
        else:
            flow = Recutting(store, codebook, me, into=into, discard=discard, during_rounds=during_rounds)
            if into and in_force and flow.choose():
                tell(say("recutting.unit_chosen", unit=say(f"recutting.into_{into}")))
            counts = _recut(flow, every, in_force=in_force, as_json=as_json)
            sys.exit(1 if counts["left"] or (counts["changed"] and not in_force) else 0)


def _documents(project: Project, names: Sequence[str]) -> list[Document]:
    """The documents named, all where none is. Raises AnnotatorError for one that is not in use."""
    every = {one.doc_id: one for one in documents.listing(project)}
    if not names:
        return list(every.values())
    found = {documents.find(project, name): name for name in names}
    for doc_id, name in found.items():
        if doc_id not in every:
            raise AnnotatorError("recutting.retired", name=name)
    return [every[doc_id] for doc_id in found]


def _tell(counts: dict[str, int], key: str, *, as_json: bool) -> None:
    if as_json:
        show_json(counts)
    else:
        show(say(key if counts["clauses"] else "recutting.nothing", **counts))


def _recut(flow: Recutting, every: Sequence[Document], *, in_force: bool, as_json: bool) -> dict[str, int]:
    """Compare documents one by one, and put each in force that is to be; how many came to what."""
    told, done = Told("recutting.progress"), 0
    counts, records = Counter[str](same=0, changed=0, left=0), list[dict[str, Any]]()
    total = sum(one.clauses for one in every)
    for plan in flow.plans(every):
        left = flow.apply(plan) if in_force else plan.left
        state = "left" if left else "changed" if plan.changes else "same"
        counts[state] += 1
        done += plan.document.clauses
        told(done, total)
        if as_json:
            records.append({**_record(plan, left), "state": state})
        elif state != "same":
            _show(plan, left)
    if as_json:
        show_json({"cutter": flow.cutter, "applied": in_force, **counts, "documents": records})
    else:
        key = "recutting.did" if in_force else "recutting.would"
        show(say(key, documents=len(every), cutter=flow.cutter, **counts))
        if in_force and counts["changed"]:
            tell(say("recutting.undo"))
    return counts


def _aspects(plan: Plan) -> dict[str, int]:
    """In what the clauses that stay read otherwise, and how many of them."""
    found = Counter(name for one in plan.comparison.other.values() for name in one)
    return {name: found[name] for name in ASPECTS if found[name]}


def _record(plan: Plan, left: Left | None) -> dict[str, Any]:
    """What would become of a document, for a program."""
    document, found = plan.document, plan.comparison
    changes = [
        {
            "fate": one.fate,
            "before": [
                {"clause": plan.ids[place], "start": place[0], "end": place[1],
                 "holding": list(plan.holding.get(plan.ids[place], ()))}
                for place in one.before
            ],
            "after": [{"clause": plan.ids[place], "start": place[0], "end": place[1]} for place in one.after],
        }
        for one in found.changes
    ]  # fmt: skip
    return {
        "doc_id": document.doc_id,
        "title": document.title,
        "file": document.file_name,
        "left": left,
        "before": document.clauses,
        "after": _after(plan),
        "same": found.same,
        "other": _aspects(plan),
        **{str(fate): count for fate, count in found.counts.items()},
        "suggested": len(plan.otherwise),
        "by_hand": plan.by_hand,
        "repairs": plan.repairs,
        "holding": plan.held,
        "rounds": list(plan.rounds),
        "changes": changes,
    }


def _after(plan: Plan) -> int:
    return sum(one.kind == "clause" for one in plan.segments)


def _show(plan: Plan, left: Left | None) -> None:
    """The same for people."""
    document, found = plan.document, plan.comparison
    names = {"title": document.title, "doc_id": document.doc_id}
    show(say("recutting.document", before=document.clauses, after=_after(plan), **names))
    parts = [say("recutting.same", count=found.same)]
    if found.other:
        aspects = [
            say("recutting.aspect", name=say(f"recutting.aspect_{name}"), count=count)
            for name, count in _aspects(plan).items()
        ]
        words = say("review.comma").join(aspects)
        parts.append(say("recutting.other", count=len(found.other), aspects=words))
    parts += [say(f"recutting.{fate}", count=count) for fate, count in found.counts.items() if count]
    if plan.otherwise:
        parts.append(say("recutting.suggested", count=len(plan.otherwise)))
    show(say("recutting.clauses", counts=say("review.comma").join(parts)))
    if plan.by_hand and left != "hand":
        show(say("recutting.by_hand", count=plan.by_hand))
    if plan.repairs and left != "hand":
        show(say("recutting.kept_repairs", count=plan.repairs))
    if plan.held:
        held = ((one, plan.held[one]) for one in HOLDINGS if one in plan.held)
        counts = [say(f"recutting.holding_{one}", count=count) for one, count in held]
        show(say("recutting.holding", counts=say("review.comma").join(counts)))
    if left:
        show(say(f"recutting.left_{left}", rounds=say("review.comma").join(plan.rounds)))
