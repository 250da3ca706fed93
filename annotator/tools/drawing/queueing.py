"""The order of a reviewer's clauses, and where some of them come again."""

from collections.abc import Collection, Sequence

from annotator.model.round import Task
from annotator.tools.drawing.chance import chance
from annotator.tools.drawing.plan import Item, Plan


def in_order(items: Sequence[Item], plan: Plan, reviewer: str) -> list[Item]:
    """A reviewer's clauses as they are to be read."""
    if plan.order == "document":
        return sorted(items, key=lambda item: item.place)
    purpose = f"order:{reviewer}"
    if plan.by == "document":
        return sorted(items, key=lambda item: (chance(plan.seed, purpose, item.doc_id), item.place))
    return sorted(items, key=lambda item: chance(plan.seed, purpose, item.clause_id))


def with_retests(
    clause_ids: Sequence[str], retests: int, besides: Collection[str], seed: int, reviewer: str
) -> list[Task]:
    """The clauses as tasks, `retests` of them a second time, half the queue behind the first.

    They are of the first half, because behind the others there is not room enough; none is one of `besides`.
    """
    length = len(clause_ids) + retests
    half = (length + 1) // 2
    able = [n for n in range(min(length - half, len(clause_ids))) if clause_ids[n] not in besides]
    able.sort(key=lambda n: chance(seed, f"retest:{reviewer}", clause_ids[n]))
    if len(able) < retests:
        return with_retests(clause_ids, len(able), besides, seed, reviewer)
    again = {n + half: clause_ids[n] for n in able[:retests]}
    first = iter(clause_ids)
    return [Task(again[n], 2) if n in again else Task(next(first)) for n in range(length)]
