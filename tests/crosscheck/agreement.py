"""Compare every agreement coefficient with independent implementations on generated ratings.

Not part of the quick tests: the libraries are large, some may not be shipped with this program, and
irrCAC and crowd-kit each want an environment of their own. From the top of the repository, all of it with

    sh tests/crosscheck/agreement.sh

or in an environment with `pip install -r tests/crosscheck/agreement.txt` (-irrcac, -crowdkit) some of it:

    python tests/crosscheck/agreement.py krippendorff nltk sklearn statsmodels

irrCAC rounds to five decimals unless asked otherwise; it is asked for fifteen.

Prints a table and exits 1 where two numbers differ by more than 1e-9, or one is a number here and
undefined there. The other way round is a matter of convention (all ratings the same, say: libraries
give 1.0, NaN or an error) and is counted, with what they give.
"""

import math
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotator.tools.agreement import Pair, Rating, Report, audit
from annotator.tools.agreement.value import Kind

TOLERANCE = 1e-9
SCALES: tuple[Kind, ...] = ("nominal", "ordinal", "interval", "ratio")


class Case(NamedTuple):
    """`matrix` holds indices into `values`, items x raters, -1 = missing."""

    kind: Kind
    matrix: np.ndarray
    values: list[Any]

    def ratings(self) -> list[Rating]:
        """One rating for each cell that is not missing."""
        return [
            Rating(f"i{i:05}", f"r{r}", self.values[code])
            for (i, r), code in np.ndenumerate(self.matrix)
            if code >= 0
        ]


Compared = Iterator[tuple[str, float | None, Callable[[], float]]]
"""A coefficient's name, its value here, and how to get it there."""


def matrices(random: np.random.Generator, q: int) -> Iterator[np.ndarray]:
    """Noisy ratings of a hidden truth, many or few, complete or not; then the degenerate ones."""
    for items, raters, missing, noise in product((4, 15, 60, 400), (2, 3, 5), (0, 0.2, 0.6), (0.0, 0.3, 1.0)):
        truth = random.choice(q, (items, 1), p=random.dirichlet(np.ones(q)))
        wrong = random.random((items, raters)) < noise
        matrix = np.where(wrong, random.integers(0, q, (items, raters)), truth)
        matrix[random.random((items, raters)) < missing] = -1
        yield matrix[(matrix >= 0).any(axis=1)]
    yield np.zeros((6, 3), int)  # no variation
    yield np.array([[0, -1], [-1, 1], [1, -1]])  # no overlap
    yield np.array([[0, 0], [0, 0], [1, -1]])  # no variation among what can be compared
    yield np.array([[0, 1], [0, 1]])  # each rater has one value only
    yield np.array([[0, 0], [0, 1]])  # one of them has
    yield np.array([[0, 1], [1, 0]])  # no agreement
    yield np.array([[0, 1, -1]])  # one item
    yield np.array([[1, 1, 1, 1], [0, -1, -1, -1], [0, 1, -1, -1]])


def cases(seed: int) -> Iterator[Case]:
    """All matrices on every kind of scale; the last level of each scale is declared and never used."""
    random = np.random.default_rng(seed)
    for q in (2, 3, 6):
        for matrix in matrices(random, q):
            yield Case("nominal", matrix, [f"code {n}" for n in range(q + 1)])
            yield Case("ordinal", matrix, [f"{'zyxwvut'[n]} level" for n in range(q + 1)])
            yield Case("interval", matrix, [float(n * n - 3) for n in range(q + 1)])
            yield Case("ratio", matrix, [float(n * n) / 4 for n in range(q + 1)])
    for labels in (3, 90):
        sizes = [0, *random.integers(1, 4, 40)]
        chosen = [random.choice(labels, size, replace=False).tolist() for size in sizes]
        values = list(dict.fromkeys(frozenset(f"label {n}" for n in one) for one in chosen))[:12]
        for matrix in matrices(random, len(values)):
            yield Case("set", matrix, values)


def krippendorff(case: Case, report: Report) -> Compared:
    """Alpha on every scale (GPL: run, not copied)."""
    from krippendorff import alpha

    domain = (
        np.arange(len(case.values), dtype=float)
        if case.kind in ("nominal", "ordinal")
        else np.array(case.values)
    )
    data = np.where(case.matrix >= 0, domain[case.matrix], np.nan).T
    for level in SCALES[: SCALES.index(case.kind) + 1]:
        yield (
            f"alpha_{level}",
            report.values[f"alpha_{level}"],
            lambda level=level: alpha(data, value_domain=domain, level_of_measurement=level),
        )


def nltk(case: Case, report: Report) -> Compared:
    """Alpha, also of sets, and kappa and pi of pairs."""
    from nltk.metrics.agreement import AnnotationTask
    from nltk.metrics.distance import binary_distance, jaccard_distance, masi_distance

    def task(distance, raters=None):
        rows = [(one.reviewer, one.item, one.value) for one in case.ratings()]
        if raters:
            shared = [{item for who, item, _ in rows if who == rater} for rater in raters]
            rows = [row for row in rows if row[0] in raters and row[1] in shared[0] & shared[1]]
        return AnnotationTask(rows, distance=distance)

    def both_empty(distance):
        return lambda one, other: distance(one, other) if one or other else 0.0

    yield "alpha_nominal", report.values["alpha_nominal"], lambda: task(binary_distance).alpha()
    if case.kind == "set":
        yield (
            "alpha_jaccard",
            report.values["alpha_jaccard"],
            lambda: task(both_empty(jaccard_distance)).alpha(),
        )
        yield "alpha_masi", report.values["alpha_masi"], lambda: task(both_empty(masi_distance)).alpha()
    for pair in report.pairs:
        raters = (pair.a, pair.b)
        yield (
            "cohen_kappa",
            pair.cohen_kappa.value,
            lambda raters=raters: task(binary_distance, raters).kappa_pairwise(*raters),
        )
        yield "scott_pi", pair.scott_pi.value, lambda raters=raters: task(binary_distance, raters).pi()


def sklearn(case: Case, report: Report) -> Compared:
    """Cohen's kappa with and without weights."""
    from sklearn.metrics import cohen_kappa_score

    for pair, both in shared(case, report):
        for name, weights in KAPPAS[: 1 if case.kind in ("nominal", "set") else 3]:
            yield (
                name,
                getattr(pair, name).value,
                lambda both=both, weights=weights: cohen_kappa_score(
                    both[:, 0], both[:, 1], weights=weights, labels=range(len(case.values))
                ),
            )


def statsmodels(case: Case, report: Report) -> Compared:
    """Cohen's kappa, and Fleiss' for equal numbers of ratings."""
    from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

    q = len(case.values)
    for pair, both in shared(case, report):
        table = np.zeros((q, q))
        np.add.at(table, (both[:, 0], both[:, 1]), 1)
        for name, weights in KAPPAS[: 1 if case.kind in ("nominal", "set") else 3]:
            yield (
                name,
                getattr(pair, name).value,
                lambda table=table, weights=weights: cohens_kappa(table, wt=weights, return_results=False),
            )
    counts = np.stack([(case.matrix == code).sum(axis=1) for code in range(q)], axis=1)
    counts = counts[counts.sum(axis=1) >= 2]
    yield "fleiss_kappa", report.values["fleiss_kappa"], lambda: fleiss_kappa(counts)


def irrcac(case: Case, report: Report) -> Compared:
    """Gwet's coefficients, from the author's own definitions; weights by position."""
    import pandas as pd
    from irrCAC.raw import CAC

    if report.compared < 2:  # its standard error divides by the number of items less one
        return
    data = pd.DataFrame(np.where(case.matrix >= 0, case.matrix, np.nan))

    def coefficient(method, weights):
        cac = CAC(data.copy(), weights=weights, categories=list(range(len(case.values))), digits=15)
        return getattr(cac, method)()["est"]["coefficient_value"]

    weights = {"gwet_ac2_linear": "linear", "gwet_ac2_quadratic": "quadratic", "gwet_ac2_ordinal": "ordinal"}
    methods = {
        "alpha_nominal": ("krippendorff", "identity"),
        "fleiss_kappa_missing": ("fleiss", "identity"),
        "brennan_prediger": ("bp", "identity"),
        "gwet_ac1": ("gwet", "identity"),
        **{name: ("gwet", kind) for name, kind in weights.items() if case.kind != "nominal"},
    }
    for name, arguments in methods.items():
        yield name, report.values[name], lambda arguments=arguments: coefficient(*arguments)


def crowdkit(case: Case, report: Report) -> Compared:
    """The estimates of Dawid and Skene's model after as many rounds, and alpha."""
    import pandas as pd
    from crowdkit.aggregation import DawidSkene
    from crowdkit.metrics.data import alpha_krippendorff

    rows = [(one.item, one.reviewer, one.value) for one in case.ratings()]
    data = pd.DataFrame(rows, columns=["task", "worker", "label"])
    if case.kind == "nominal":
        yield "alpha_nominal", report.values["alpha_nominal"], lambda: alpha_krippendorff(data)
    found = report.consensus
    if case.kind != "nominal" or found is None or found.rounds > LONG:
        return
    # It estimates once more after its last round, here from what the round before left.
    model = DawidSkene(n_iter=found.rounds - 1, tol=-math.inf).fit(data)
    for true, share in found.prevalence.items():
        yield "dawid_skene prevalence", share, lambda true=true: model.priors_[true]
    for rater, of_rater in found.confusion.items():
        for true, shares in of_rater.items():
            if found.prevalence[true] < SEEN:  # of what is hardly there, nothing is estimated
                continue
            for given, share in shares.items():
                yield (
                    "dawid_skene confusion",
                    share,
                    lambda rater=rater, true=true, given=given: model.errors_[true].get((rater, given), 0.0),
                )


LONG, SEEN = 60, 1e-3
"""Rounds after which crowd-kit takes too long; prevalence from which its own smallest share (1e-10 in place of
0) does not tell.
"""

KAPPAS = (("cohen_kappa", None), ("cohen_kappa_linear", "linear"), ("cohen_kappa_quadratic", "quadratic"))


def shared(case: Case, report: Report) -> Iterator[tuple[Pair, np.ndarray]]:
    """Each pair of raters with their codes for the items that both rated."""
    for pair in report.pairs:
        both = case.matrix[:, [int(pair.a[1:]), int(pair.b[1:])]]
        yield pair, both[(both >= 0).all(axis=1)]


LIBRARIES = {one.__name__: one for one in (krippendorff, nltk, sklearn, statsmodels, irrcac, crowdkit)}
WITHOUT_SETS = ("krippendorff", "irrcac", "crowdkit")


class Tally:
    """What came of comparing one coefficient with one library."""

    def __init__(self) -> None:
        self.equal = self.undefined = self.wrong = 0
        self.largest = 0.0
        self.convention: list[float] = []

    def add(self, here: float | None, compute: Callable[[], float]) -> None:
        """Compare one value; an error or a number that is none is "undefined" there."""
        try:
            there = float(compute())
        except Exception:  # what a library raises for ratings that it cannot take is its own affair
            there = math.nan
        if here is None:
            self.undefined += math.isnan(there)
            self.convention += [] if math.isnan(there) else [there]
        elif abs(here - there) <= TOLERANCE:
            self.equal += 1
            self.largest = max(self.largest, abs(here - there))
        else:
            self.wrong += 1
            self.largest = max(self.largest, abs(here - there))


def main(names: list[str]) -> int:
    """Run the libraries of that name, print the table; 1 where something differs."""
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    found: dict[tuple[str, str], Tally] = defaultdict(Tally)
    number = 0
    for seed in range(2):
        for case in cases(seed):
            able = [name for name in names if case.kind != "set" or name not in WITHOUT_SETS]
            if not able:
                continue
            number += 1
            report = audit(case.ratings(), case.kind, () if case.kind == "set" else case.values)
            for library in able:
                for name, here, compute in LIBRARIES[library](case, report):
                    found[name, library].add(here, compute)
    out = sys.stdout.write
    out(f"{number} tables of ratings\n")
    out(f"{'coefficient':<24}{'library':<14}{'equal':>7}{'largest difference':>20}")
    out(f"{'undefined in both':>19}{'WRONG':>7}   undefined only here\n")
    for (name, library), tally in sorted(found.items()):
        out(f"{name:<24}{library:<14}{tally.equal:>7}{tally.largest:>20.1e}")
        values = sorted({f"{value:.3g}" for value in tally.convention})
        only_here = f"{len(tally.convention)}, there {' '.join(values)}" if values else "0"
        out(f"{tally.undefined:>19}{tally.wrong:>7}   {only_here}\n")
    return int(any(tally.wrong for tally in found.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["krippendorff", "nltk", "sklearn", "statsmodels"]))
