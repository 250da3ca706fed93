"""What was decided before a document was cut anew, taken over where the clause is as good as the same."""

from collections.abc import Iterator

from annotator.flows.adjudicating.case import Cases
from annotator.model.decision import WHOLE, Decision
from annotator.model.document import Document
from annotator.model.event import Change
from annotator.model.former import inside
from annotator.store import executors, former, gold


def carried(cases: Cases, arbitrator: str, document: Document) -> Iterator[Change]:
    """The decisions of former clauses, as events on those of today of which nothing was decided and which the
    arbitrator did not label. Units and passages outside a clause stay behind.
    """
    found = former.nearest(cases.project, document, arbitrator, "gold")
    decided = gold.decisions(cases.project, [before.clause_id for _, before in found])
    free = executors.decidable(cases.project, arbitrator, [now.clause_id for now, _ in found])
    for now, before in found:
        case = cases.one(now.clause_id)
        if now.clause_id not in free or case.decisions:
            continue
        for one in decided.get(before.clause_id, {}).values():
            value = inside(one.value, (now.start, now.end))
            if one.field == WHOLE or value or not one.value:
                yield from gold.decision(now.clause_id, _again(one, value, case.seen(one.field)))


def _again(one: Decision, value: list[object], seen: dict[str, str]) -> Decision:
    return one._replace(seen=seen, value=None if one.value is None else tuple(value))
