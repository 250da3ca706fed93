"""What the dataset card tells of training, validation and test."""

from collections.abc import Iterator

from annotator.model.split import Scheme
from annotator.model.telling import drawn, part_name
from annotator.tools.release.leaks import Leaks
from annotator.tools.release.markdown import table
from annotator.words import both


def division(leaks: Leaks, scheme: Scheme) -> Iterator[str]:
    """How documents were divided, and what came of it."""
    told = leaks.told()
    named = [part_name(part) for part in scheme.shares]
    counts = told["documents"].values()
    parts = [", ".join(f"{name[at]} {n}" for name, n in zip(named, counts, strict=True)) for at in (0, 1)]
    yield "## {} · {}".format(*both("splits.heading"))
    how = drawn(scheme)
    yield "\n\n".join(
        both("splits.method", drawn=how[at], parts=parts[at], field=told["field"])[at] for at in (0, 1)
    )
    if scheme.folds:
        yield "\n\n".join(both("splits.card_folds"))
    texts, clauses = told["shared"].values()
    if texts:
        yield "\n\n".join(both("splits.card_shared", texts=texts, clauses=clauses))
    if told["undivided"]:
        yield "\n\n".join(both("splits.card_undivided", number=told["undivided"]))
    header = ("code", "代码", "English", "n", *(f"{zh} · {en}" for zh, en in named))
    rows = (
        (f"`{row['name']}`", row["zh"], row["en"], str(row["count"]), *map(_percent, row["shares"].values()))
        for row in told["shares"]
    )
    yield table(header, rows)


def _percent(share: float) -> str:
    return f"{share:.1%}"
