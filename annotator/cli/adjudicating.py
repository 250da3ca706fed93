"""`annotator adjudicate`: decide where reviewers differ, and tell them of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from annotator.cli.adjudicated import case_record, feedback_record, tell_case, tell_feedback
from annotator.cli.files import lines
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
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError
from annotator.flows.adjudicating import (
    Adjudicating,
    Case,
    Cases,
    Wanted,
    feedback,
    listed,
    require_arbitrator,
)
from annotator.flows.filing import Filing
from annotator.model.codebook import Codebook
from annotator.store import documents, gold, people
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.words import say

KEYS = ("clause", "doc", "seq", "field", "value", "reason", "state")
DISCARDED = "discarded"


@command("adjudicate", form=True)
@argument("what", "decisions", many=True, required=False)
@click.option("--list", "listing", is_flag=True, help=say("options.open"))
@click.option("--agreed", is_flag=True, help=say("options.agreed"))
@click.option("--accept", metavar=say("usage.person"), help=say("options.accept"))
@click.option("--return", "returned", metavar=say("usage.person"), help=say("options.return"))
@click.option("--feedback", "told", metavar=say("usage.person"), help=say("options.feedback"))
@click.option("--field", metavar=say("usage.field"), help=say("options.decided_field"))
@click.option("--reason", default="", metavar=say("usage.text"), help=say("options.decided_reason"))
@click.option("--anonymous", is_flag=True, help=say("options.anonymous"))
@reviewer_option
@project_option
@json_option
def adjudicate(what: Sequence[str], project: Path | None, as_json: bool, **given: Any) -> None:
    """Decide, list what is to be decided, or tell a reviewer what was."""
    asked = [name for name in ("listing", "agreed", "accept", "returned", "told") if given[name]]
    takes = given["accept"] is not None or given["returned"] is not None or not asked
    if len(asked) > 1 or (takes != bool(what)) or (not asked and len(what) > 1):
        raise AnnotatorError("adjudication.one_thing")
    with opened(project) as store:
        codebook, me = codebook_of(store), reviewer_name(given["reviewer"])
        field = Filing(store, codebook).field(0, {"field": given["field"]}).id if given["field"] else ""
        if given["told"]:
            found = feedback(store, codebook, me, given["told"])
            record = feedback_record(store, found, anonymous=given["anonymous"])
            show_json(record) if as_json else tell_feedback(codebook, given["told"], record)
        elif given["listing"]:
            _list(store, codebook, me, field, as_json=as_json)
        else:
            desk = Adjudicating(store, codebook, me)
            if given["returned"]:
                _give_back(desk, given["returned"], what, field, given["reason"], as_json=as_json)
                return
            if given["agreed"]:
                counts = _agree(desk)
            elif given["accept"]:
                counts = _accept(desk, given["accept"], what, field, given["reason"])
            else:
                counts = _file(desk, Path(what[0]))
            show_json(counts) if as_json else show(say("adjudication.stored", **counts))


def _list(store: Project, codebook: Codebook, me: str, field: str, *, as_json: bool) -> None:
    require_arbitrator(store, me)  # who may not decide may not read either
    cases, count = Cases(store, codebook), 0
    titles = {one.doc_id: one.title for one in documents.listing(store)}
    records = []
    for part in listed(cases, Wanted(field=field)):
        for found in part:
            count += 1
            if as_json:
                records.append(case_record(found))
            else:
                tell_case(found, titles[found.doc_id])
    if as_json:
        show_json({"clauses": records})
    else:
        show(say("adjudication.listed", count=count) if count else say("adjudication.none_open"))


def _agree(desk: Adjudicating) -> dict[str, int]:
    every = documents.listing(desk.project)
    shared = (one for document in every for part in gold.shared(desk.project, document) for _, one in part)
    done = desk.agree(shared, origin="command")
    if done.own:
        tell(say("adjudication.own_left", count=done.own))
    if done.away:
        tell(say("adjudication.away_left", count=done.away))
    return {"clauses": done.clauses, "fields": done.fields}


def _accept(
    desk: Adjudicating, reviewer: str, clauses: Sequence[str], field: str, reason: str
) -> dict[str, int]:
    before = {one: _case(desk, one) for one in clauses}
    reviewer = people.known_as(desk.project, reviewer)
    with desk.together("command"):
        for case in before.values():
            desk.accept(case, reviewer, [field] if field else [], reason)
    return _changed(desk, before)


def _case(desk: Adjudicating, clause: str) -> Case:
    """The case of a clause that is typed. Raises AnnotatorError where there is none."""
    if documents.find_clause(desk.project, clause) is None:
        raise AnnotatorError("status.no_subject", subject=clause)
    return desk.cases.one(clause)


def _give_back(
    desk: Adjudicating, reviewer: str, clauses: Sequence[str], field: str, reason: str, *, as_json: bool
) -> None:
    reviewer = people.known_as(desk.project, reviewer)
    with desk.together("command"):
        for one in clauses:
            desk.give_back(_case(desk, one), reviewer, reason, [field] if field else [])
    count = len(set(clauses))
    told = say("adjudication.given_back", count=count, reviewer=reviewer)
    show_json({"returned": count}) if as_json else show(told)


def _file(desk: Adjudicating, path: Path) -> dict[str, int]:
    """Take the decisions of a file, all or none."""
    filing, before = Filing(desk.project, desk.codebook), dict[str, Case]()
    with desk.together("file"):
        for number, line in lines(path):
            if unknown := next((key for key in line if key not in KEYS), None):
                raise AnnotatorError(
                    "adjudication.unknown_key", line=number, word=unknown, allowed=", ".join(KEYS)
                )
            clause = filing.subject(number, line)
            case = before.setdefault(clause, desk.cases.one(clause))
            try:
                _decide(desk, filing, number, line, case)
            except AnnotatorError as error:
                if error.key.startswith("filing."):
                    raise
                raise AnnotatorError("filing.bad_value", line=number, reason=error) from error
    return _changed(desk, before)


def _decide(desk: Adjudicating, filing: Filing, number: int, line: dict[str, Any], case: Case) -> None:
    reason = line.get("reason", "")
    if not isinstance(reason, str):
        raise AnnotatorError("adjudication.bad_reason")
    if "state" in line:
        if line["state"] != DISCARDED or "field" in line:
            raise AnnotatorError("adjudication.bad_state", state=line["state"])
        desk.discard(case, reason)
        return
    field = filing.field(number, line)
    desk.put(case, {field.id: filing.value(number, field, case.clause_id, line)}, reason)


def _changed(desk: Adjudicating, before: Mapping[str, Case]) -> dict[str, int]:
    """How many clauses and decisions are otherwise than before."""
    counts = []
    for one, case in before.items():
        then, now = case.decisions, desk.cases.one(one).decisions
        counts.append(sum(then.get(name) != now.get(name) for name in {*then, *now}))
    return {"clauses": sum(map(bool, counts)), "fields": sum(counts)}
