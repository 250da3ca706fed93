"""A draw from beginning to end."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from annotator.model.round import Task
from annotator.tools.drawing.chance import chance, portion, rank
from annotator.tools.drawing.dealing import Lot, deal
from annotator.tools.drawing.plan import Drawn, Item, Plan
from annotator.tools.drawing.queueing import in_order, with_retests

Group = tuple[str, Sequence[Item]]


def draw(
    items: Iterable[Item],
    reviewers: Sequence[str],
    plan: Plan,
    checks: Mapping[str, Sequence[Item]] | None = None,
) -> Drawn:
    """Draw clauses from `items`, none of which comes twice, for `reviewers`; `checks` are, for each of them,
    clauses whose answer is known, none of them among the items. Loads differ by one clause at most (by one
    document at most, where these are dealt), apart from checks of which a reviewer has too few.
    """
    ordered = sorted(items, key=lambda item: item.place)
    groups = _drawn(_groups(ordered, plan), plan)
    to = min(max(1, plan.each), len(reviewers))
    several = portion(plan.overlap, len(groups)) if to > 1 else 0
    chosen = _lowest(groups, several, plan)
    lots = [
        Lot(len(group), to if n in chosen else 1, chance(plan.seed, "turn", name))
        for n, (name, group) in enumerate(groups)
    ]
    dealt = deal(lots, len(reviewers)) if reviewers else []
    given: list[list[Item]] = [[] for _ in reviewers]
    for (_, group), receivers in zip(groups, dealt, strict=False):
        for one in receivers:
            given[one] += group
    most = max(map(len, given), default=0)
    known = [_checks((checks or {}).get(name, ()), portion(plan.check, most), plan) for name in reviewers]
    again = portion(plan.retest, most)
    tasks = {
        name: _queue(mine, extra, again, plan, name)
        for name, mine, extra in zip(reviewers, given, known, strict=True)
    }
    shared = frozenset(item.clause_id for n in chosen for item in groups[n][1])
    return Drawn(tasks, shared, frozenset(item.clause_id for extra in known for item in extra))


def _groups(items: Sequence[Item], plan: Plan) -> list[Group]:
    """What is drawn and dealt as one: a clause, or a document."""
    if plan.by == "clause":
        return [(item.clause_id, (item,)) for item in items]
    ordered = sorted(items, key=lambda item: item.doc_id)
    return [(doc_id, tuple(group)) for doc_id, group in groupby(ordered, key=lambda item: item.doc_id)]


def _drawn(groups: list[Group], plan: Plan) -> list[Group]:
    """As many of them as are asked for."""
    if plan.most is None or plan.most >= len(groups):
        return groups
    kept = _lowest(groups, plan.most, plan, "draw")
    return [group for n, group in enumerate(groups) if n in kept]


def _lowest(groups: Sequence[Group], count: int, plan: Plan, purpose: str = "overlap") -> frozenset[int]:
    """The numbers of the `count` groups that chance puts first, by their weights."""
    if count <= 0:
        return frozenset()
    ranks = [
        (rank(plan.seed, purpose, name, max(item.weight for item in group)), name) for name, group in groups
    ]
    return frozenset(sorted(range(len(groups)), key=ranks.__getitem__)[:count])


def _checks(items: Sequence[Item], count: int, plan: Plan) -> list[Item]:
    """The checks of a reviewer: the same for all, as far as they may have them."""
    return sorted(items, key=lambda item: chance(plan.seed, "check", item.clause_id))[:count]


def _queue(mine: Sequence[Item], checks: Sequence[Item], again: int, plan: Plan, name: str) -> list[Task]:
    ordered = [item.clause_id for item in in_order([*mine, *checks], plan, name)]
    return with_retests(ordered, again, {item.clause_id for item in checks}, plan.seed, name)
