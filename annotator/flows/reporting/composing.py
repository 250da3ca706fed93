"""The page: agreement by field with intervals, what is confused, drift, pace, definitions."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from annotator import __version__
from annotator.flows.reporting.audited import Audited
from annotator.flows.reporting.paragraph import for_paper
from annotator.model.codebook import Codebook, name_of
from annotator.store import documents, pace, people
from annotator.store.project import Project
from annotator.tools.agreement import BANDS, Coefficient, Confusion, Pair, Retest, Window, called
from annotator.tools.report import (
    Bar,
    Interval,
    Line,
    Part,
    bars,
    heat,
    intervals,
    lines,
    page,
    paragraph,
    table,
)
from annotator.words import language, say

SHOWN = 18
"""Values of a matrix, and rows of a table of pairs, at most."""
_RECENT = 100


def compose(project: Project, codebook: Codebook, several: Sequence[Audited], as_first_given: int) -> str:
    """The whole HTML file of a project's audits, under the codebook in force; `as_first_given` answers in
    them stand for later ones.
    """
    every = documents.listing(project)
    made = datetime.fromtimestamp(project.clock() / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")
    about = say(
        "reporting.about",
        project=project.path.name,
        codebook=name_of(codebook),
        version=codebook.version,
        documents=len(every),
        clauses=sum(document.clauses for document in every),
        made=made,
    )
    rows = [Interval(one.name, one.report.headline.value, _bounds(one), _reason(one)) for one in several]
    counts = [
        [one.name, *(str(n) for n in (one.report.items, one.report.compared, _told(one.report.unanimous)))]
        for one in several
    ]
    header = [say(f"reporting.column_{name}") for name in ("field", "items", "compared", "unanimous")]
    titles = {document.doc_id: document.title for document in every}
    parts = [
        Part(say("reporting.glance"), [
            paragraph(about, dim=True), table(header, counts, 3),
            intervals(say("reporting.glance"), rows, tuple(BANDS.values())),
            paragraph(say("reporting.scale"), dim=True),
        ]),
        Part(say("reporting.paper"), [paragraph(for_paper(several, len(every)))]),
        *(part for one in several for part in _field(one, titles)),
        *_pace(project),
        Part(say("reporting.how"), list(_definitions(several, as_first_given))),
    ]  # fmt: skip
    return page(say("reporting.title", project=project.path.stem), language(), parts)


def _field(one: Audited, titles: Mapping[str, str]) -> Iterator[Part]:
    """All of one question; what there is nothing of has no heading."""
    report = one.report
    first, bounds = report.headline, _bounds(one)
    value = _reason(one) or _figure(first.value) + (f" [{bounds[0]:.2f}, {bounds[1]:.2f}]" if bounds else "")
    yield Part(one.name, [paragraph(f"{say(f'audit.{first.name}')}: {value}")])
    if report.labels:
        header = [say(f"reporting.column_{name}") for name in ("label", "used", "alpha")]
        rows = [
            [called(label.label, one.names), str(label.used), _figure(label.alpha.value)]
            for label in report.labels
        ]
        yield Part(say("reporting.labels"), [table(header, rows, 2)], 3)
    if drawn := _heat(one, one.matrix):
        yield Part(say("reporting.confused"), [drawn, paragraph(say("reporting.diagonal"), dim=True)], 3)
    if report.pairs:
        yield Part(say("reporting.pairs"), [_pairs(report.pairs)], 3)
    if report.intra:
        yield Part(say("reporting.intra"), [_intra(report.intra)], 3)
    if report.documents:
        header = [
            say("reporting.column_document"),
            *(say(f"audit.{c.name}") for c in _first(report.documents)),
        ]
        rows = [
            [titles.get(name, name), *(_figure(c.value) for c in of)] for name, of in report.documents.items()
        ]
        yield Part(say("reporting.documents"), [table(header, rows, len(header) - 1)], 3)
    if len(report.drift.windows) > 1:
        yield Part(say("reporting.drift"), [_drift(report.drift.windows)], 3)


def _first(found: Mapping[str, Sequence[Coefficient]]) -> Sequence[Coefficient]:
    return next(iter(found.values()))


def _heat(one: Audited, matrix: Confusion) -> str:
    """The matrix of the values that are confused most; empty where nothing is."""
    apart: dict[object, int] = {}
    for (a, b), times in matrix.times.items():
        if a != b:
            apart[a] = apart.get(a, 0) + times
            apart[b] = apart.get(b, 0) + times
    kept = sorted(apart, key=lambda value: -apart[value])[:SHOWN]
    kept = [value for value in matrix.values if value in kept]
    if not kept:
        return ""
    place = {value: at for at, value in enumerate(kept)}
    counts = {(place[a], place[b]): n for (a, b), n in matrix.times.items() if a in place and b in place}
    names = [called(value, one.names) for value in kept]
    return heat(say("reporting.confused"), names, counts, say("reporting.one"), say("reporting.other"))


def _pairs(pairs: Sequence[Pair]) -> str:
    header = [say(f"reporting.column_{name}") for name in ("pair", "n", "kappa")]
    rows = [[f"{one.a} – {one.b}", str(one.n), _figure(one.cohen_kappa.value)] for one in pairs]
    return table(header, rows, 2)


def _intra(several: Sequence[Retest]) -> str:
    header = [say(f"reporting.column_{name}") for name in ("reviewer", "passes", "n", "percent", "alpha")]
    rows = [
        [one.reviewer, f"{one.passes[0]}–{one.passes[1]}", str(one.n), _figure(one.percent.value),
         _figure(one.alpha.value)]
        for one in several
    ]  # fmt: skip
    return table(header, rows, 3)


def _drift(windows: Sequence[Window]) -> str:
    names = [one.name for one in windows[0].coefficients]
    several = [
        Line(say(f"audit.{name}"), [window.coefficients[at].value for window in windows])
        for at, name in enumerate(names)
    ]
    return lines(say("reporting.drift"), _times([window.last for window in windows]), several)


def _times(several: Sequence[int]) -> list[str]:
    """Times (UTC milliseconds) in a few letters: hours where all are of one day, else days."""
    times = [datetime.fromtimestamp(at / 1000, UTC) for at in several]
    form = "%H:%M" if len({one.date() for one in times}) == 1 else "%m-%d"
    return [one.strftime(form) for one in times]


def _pace(project: Project) -> Iterator[Part]:
    """How much everyone finished, and how long a clause took them."""
    rows = []
    for person in people.people(project):
        done = pace.finished(project, person.id, 0)
        if done:
            taken = sorted(pace.seconds(project, person.id, _RECENT))
            middle = taken[len(taken) // 2] if taken else 0.0
            told = say("reporting.pace_told", done=done, seconds=round(middle))
            rows.append(Bar(person.name, done, told))
    if rows:
        yield Part(say("reporting.pace"), [bars(say("reporting.pace"), rows)])


def _definitions(several: Sequence[Audited], as_first_given: int) -> Iterator[str]:
    """What was computed how, for whoever has to do it again."""
    yield paragraph(say("reporting.states"))
    if as_first_given:
        yield paragraph(say("audit.as_first_given", count=as_first_given).strip())
    rows = []
    for one in several:
        levels = say("review.comma").join(called(level, one.names) for level in one.report.levels) or "—"
        rows.append([one.name, say(f"audit.{one.report.headline.name}"), str(one.report.ratings), levels])
    header = [say(f"reporting.column_{name}") for name in ("field", "coefficient", "ratings", "levels")]
    yield table(header, rows)
    drawn = next((one.report.intervals for one in several if one.report.intervals), None)
    if drawn:
        units = say(f"audit.units_{drawn.resampled}", count=drawn.units)
        yield paragraph(say("reporting.drawn", resamples=drawn.resamples, units=units, seed=drawn.seed))
    yield paragraph(say("reporting.tool", version=__version__))


def _bounds(one: Audited) -> tuple[float, float] | None:
    return one.report.bounds(one.report.headline.name)


def _reason(one: Audited) -> str:
    found = one.report.headline
    return "" if found.value is not None else say("audit.undefined", reason=say(found.reason))


def _figure(value: float | None) -> str:
    return "—" if value is None else f"{value:.3f}"


def _told(value: int | None) -> str:
    return "—" if value is None else str(value)
