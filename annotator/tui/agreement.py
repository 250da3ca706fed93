"""What the audit screens show, without a terminal: computed in a thread of its own, as rows and clauses.

The coefficients bring numpy with them, which the screens start without: everything of theirs is imported
where it is asked for, beside the screens.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.codebook import Codebook
from annotator.store import blinding
from annotator.store.project import Project
from annotator.tui.docket import Chosen
from annotator.words import say

if TYPE_CHECKING:
    from annotator.flows.auditing import Answers
    from annotator.tools.agreement import CodePair, Coefficient, Confusion, Disagreement, Report, Table
    from annotator.tui.reader import Stopped

RESAMPLES, SEED = 1000, 1


class Audited(NamedTuple):
    """A question with its answers and what the coefficients say of them."""

    answers: "Answers"
    report: "Report"

    @property
    def name(self) -> str:
        """What people call the question."""
        return self.answers.title


class Trouble(NamedTuple):
    """Where the answers to a question differ."""

    table: "Table"
    pairs: Sequence["CodePair"]
    worst: Sequence["Disagreement"]


def audited(codebook: Codebook, asker: str, project: Project, stopped: "Stopped") -> Iterator[Audited]:
    """Question after question. Raises AnnotatorError where nobody has labelled, or where what others said is
    not to be shown yet.
    """
    from annotator.flows.auditing import answers  # noqa: PLC0415  (brings numpy)
    from annotator.tools.agreement import Resampling  # noqa: PLC0415

    blinding.require(project, asker)
    for one in answers(project, codebook):
        if stopped():
            return
        yield Audited(one, one.audit(Resampling(RESAMPLES, SEED)))


def about(found: Sequence[Audited]) -> str:
    """How to read the figures, and how many answers count as they were given first."""
    from annotator.flows.auditing import as_first_given  # noqa: PLC0415  (brings numpy)

    count = as_first_given(one.answers for one in found)
    told = [say("audit.as_first_given", count=count)] if count else []
    return "\n".join([say("agreeing.about"), *told])


def trouble(one: Audited, _project: Project, _stopped: "Stopped") -> Iterator[Trouble]:
    """Where it hurts."""
    from annotator.tools.agreement import code_pairs, disagreements  # noqa: PLC0415  (brings numpy)

    table = one.answers.table()
    yield Trouble(table, code_pairs(table), disagreements(table))


def crossed(table: "Table", a: str, b: str, _project: Project, _stopped: "Stopped") -> Iterator["Confusion"]:
    """The confusion matrix of two reviewers, or of each two."""
    from annotator.tools.agreement import confusion  # noqa: PLC0415  (brings numpy)

    yield confusion(table, a, b)


def chosen(
    one: Audited, title: str, clause_ids: Sequence[str], first: str = "", values: Sequence[object] = ()
) -> Chosen:
    """Clauses of an audit to be looked at; `values` are two that were taken for each other, or none."""
    field = one.answers.question.field
    both = tuple(value for value in values if isinstance(value, str) and field.code(value))
    codes = both if len(set(both)) == 2 else ()
    return Chosen(f"{one.name} · {title}", clause_ids, first, field.id, codes)


def figure(found: "Coefficient", one: Audited | None = None) -> str:
    """A value with its interval, or why there is none."""
    if found.value is None:
        return say("audit.undefined", reason=say(found.reason))
    bounds = one.report.bounds(found.name) if one else None
    return f"{found.value:.2f} [{bounds[0]:.2f}, {bounds[1]:.2f}]" if bounds else f"{found.value:.2f}"


def same_words(report: "Report") -> str:
    """The plain count: on how many clauses all chose the same."""
    if not report.items:
        return say("agreeing.nobody")
    if report.unanimous is None:
        return say("agreeing.none_compared", items=report.items)
    return say("agreeing.same", same=report.unanimous, compared=report.compared)
