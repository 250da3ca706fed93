"""`annotator assign`: a round drawn for reviewers; rounds listed, closed and opened again."""

from collections.abc import Mapping
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
    table,
    tell,
)
from annotator.cli.progress import Bar
from annotator.cli.rounds import far_words, list_mine, list_rounds
from annotator.cli.worded import command
from annotator.errors import AnnotatorError
from annotator.flows.assigning import Asked, Proposal, propose, record, separate
from annotator.flows.leading import parts
from annotator.model.round import RoundKind
from annotator.store import people, rounds
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tools.drawing import Plan
from annotator.words import say
from annotator.words.plain import typed

OVERLAP = 0.2
"""The share of clauses that several reviewers get, unless another is asked for."""


@command("assign", form=True)
@click.option("--name", metavar=say("usage.name"), help=say("assigning.option_name"))
@click.option("--to", multiple=True, metavar=say("usage.people"), help=say("assigning.option_to"))
@click.option("--overlap", metavar=say("usage.share"), help=say("assigning.option_overlap"))
@click.option("--each", type=click.IntRange(1), metavar=say("usage.count"), help=say("assigning.option_each"))
@click.option("--most", type=click.IntRange(1), metavar=say("usage.count"), help=say("assigning.option_most"))
@click.option(
    "--by", type=click.Choice(["clause", "document"]), default="clause", metavar=say("usage.unit"),
    help=say("assigning.option_by"),
)  # fmt: skip
@click.option(
    "--order", type=click.Choice(["document", "shuffled"]), default="document", metavar=say("usage.order"),
    help=say("assigning.option_order"),
)  # fmt: skip
@click.option("--retest", metavar=say("usage.share"), help=say("assigning.option_retest"))
@click.option("--check", metavar=say("usage.share"), help=say("assigning.option_check"))
@click.option("--more-of", multiple=True, metavar=say("usage.codes"), help=say("assigning.option_more_of"))
@click.option(
    "--documents", multiple=True, metavar=say("usage.document"), help=say("assigning.option_documents")
)
@click.option("--where", default="", metavar=say("usage.query"), help=say("assigning.option_where"))
@click.option("--once", is_flag=True, help=say("assigning.option_once"))
@click.option("--training", is_flag=True, help=say("assigning.option_training"))
@click.option(
    "--seed", type=click.IntRange(0), default=1, metavar=say("usage.count"), help=say("assigning.option_seed")
)
@click.option("--dry-run", is_flag=True, help=say("assigning.option_dry_run"))
@click.option("--list", "as_list", is_flag=True, help=say("assigning.option_list"))
@click.option("--close", metavar=say("usage.name"), help=say("assigning.option_close"))
@click.option("--reopen", metavar=say("usage.name"), help=say("assigning.option_reopen"))
@project_option
@reviewer_option
@json_option
def assign(**given: Any) -> None:
    """Do the one thing that is asked for; the owner or a supervisor alone may."""
    asked = [given[one] for one in ("name", "as_list", "close", "reopen") if given[one]]
    if len(asked) != 1:
        raise AnnotatorError("assigning.one_thing")
    by = reviewer_name(given["reviewer"])
    with opened(given["project"]) as store:
        if given["as_list"] and not people.may(store, by, "assign"):
            list_mine(store, people.known_as(store, by), as_json=given["as_json"])
            return
        people.require(store, by, "assign")
        if given["as_list"]:
            list_rounds(store, codebook_of(store), by, as_json=given["as_json"])
        elif given["name"]:
            _assign(store, by, given)
        else:
            _close(store, by, given["close"] or given["reopen"], closed=given["close"] is not None)


def _assign(store: Project, by: str, given: Mapping[str, Any]) -> None:
    with Bar("searching.settling_told") as told:
        proposal = propose(store, codebook_of(store), by, _asked(given), told)
    if (each := given["each"]) and each > len(proposal.drawn.tasks):
        raise AnnotatorError("assigning.too_few", each=each, count=len(proposal.drawn.tasks))
    changed = not given["dry_run"] and record(store, by, proposal)
    if given["as_json"]:
        show_json(_record(proposal, recorded=changed or proposal.there))
        return
    shares = proposal.shares()
    columns = ["reviewer", "tasks", "shared", "retests", "checks"]
    rows = [[name, *map(str, share)] for name, share in shares.items()]
    table([[say(f"assigning.column_{name}") for name in columns], *rows])
    if proposal.short:
        tell(say("assigning.short"))
    if proposal.repeated:
        tell(say("assigning.repeated", count=proposal.repeated))
    clauses = len({task.clause_id for tasks in proposal.drawn.tasks.values() for task in tasks})
    key = "drawn" if given["dry_run"] else "assigned" if changed else "there"
    shared, seed = len(proposal.drawn.shared), proposal.round.drawn["seed"]
    show(say(f"assigning.{key}", name=proposal.round.name, clauses=clauses, shared=shared, seed=seed))
    if not given["dry_run"]:
        first = next(iter(shares))
        show(say("assigning.next", name=typed(first), file=typed(say("assigning.file", name=first))))


def _asked(given: Mapping[str, Any]) -> Asked:
    """What the options ask for. In training everyone gets every clause; where `--each` is given alone, every
    clause goes to so many.
    """
    training, each = given["training"], given["each"]
    if training and any(given[one] for one in ("overlap", "each", "retest", "check")):
        raise AnnotatorError("assigning.training_alone")
    overlap = share(given["overlap"], "--overlap") if given["overlap"] else 1.0 if each else OVERLAP
    retest = share(given["retest"], "--retest") if given["retest"] else 0.0
    if retest > 0.5:
        raise AnnotatorError("assigning.too_many_retests", share=given["retest"])
    plan = Plan(
        seed=given["seed"],
        overlap=1.0 if training else overlap,
        each=10**6 if training else each or 2,
        most=given["most"],
        by=given["by"],
        order=given["order"],
        retest=retest,
        check=share(given["check"], "--check") if given["check"] else 0.0,
    )
    codes = [code for one in given["more_of"] for code in separate(one)]
    kind: RoundKind = "training" if training else "work"
    return Asked(
        given["name"], given["to"], plan, kind, given["documents"], given["where"], codes, given["once"]
    )


def share(written: str, option: str) -> float:
    """20% or 0.2, 100% or 1.0; a bare 20 could mean either and is refused, as is a bare 1."""
    number, percent, rest = written.strip().replace("％", "%").partition("%")
    try:
        found = float(number) / (100 if percent else 1)
    except ValueError:
        found = -1.0
    if rest or not 0 <= found <= 1 or (found == 1 and not percent and "." not in number):
        raise AnnotatorError("assigning.bad_share", share=written, option=option)
    return found


def _record(proposal: Proposal, *, recorded: bool) -> dict[str, Any]:
    """A proposal for programs."""
    return {
        "round": proposal.round.id,
        "name": proposal.round.name,
        "kind": proposal.round.kind,
        "recorded": recorded,
        "drawn": dict(proposal.round.drawn),
        "shared": len(proposal.drawn.shared),
        "repeated": proposal.repeated,
        "reviewers": {name: one._asdict() for name, one in proposal.shares().items()},
    }


def _close(store: Project, by: str, name: str, *, closed: bool) -> None:
    every = [one for one in rounds.rounds(store) if name.strip() in (one.name, one.id)]
    meant = [one for one in every if one.open == closed]
    if len(meant) > 1:  # of one name, from copies that were merged
        ids = say("review.comma").join(one.id for one in meant)
        raise AnnotatorError("assigning.several_rounds", name=name, ids=ids)
    found = next(iter([*meant, *every]), None)
    if found is None:
        names = say("review.comma").join(one.name for one in rounds.rounds(store))
        raise AnnotatorError("assigning.no_round" if names else "assigning.no_rounds", name=name, names=names)
    if closed and found.open:
        team = parts(store, found)
        told = say("review.comma").join(f"{part.reviewer} {far_words(part)}" for part in team)
        show(say("assigning.stood", people=told, count=sum(part.done.left for part in team)))
    changed = rounds.close(store, by, found.id, closed=closed)
    key = ("closed" if closed else "reopened") if changed else ("closed_same" if closed else "reopened_same")
    show(say(f"assigning.{key}", name=found.name))
