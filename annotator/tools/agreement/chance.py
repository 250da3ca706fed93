"""Agreement of all raters corrected for chance: 1 - (distance observed) / (distance expected by chance).

The coefficients differ in what they call chance. Where all compared ratings have one value none of them is
defined: the ratings cannot tell agreement from chance, whatever a formula gives. Each has one value for each
row of the tally, NaN where that is so.
"""

import numpy as np

from annotator.tools.agreement.coefficient import Undefined
from annotator.tools.agreement.distance import NOMINAL, Floats
from annotator.tools.agreement.metric import Metric
from annotator.tools.agreement.scale import Scale
from annotator.tools.agreement.tally import Tally


def alpha(scale: Scale, tally: Tally, metric: Metric) -> Floats:
    """Krippendorff's alpha: 1 - Do / De, over items with two ratings or more.

    Do = sum_ck o_ck d_ck / n, o_ck = sum_i r_ic (r_ik - [c=k]) / (m_i - 1);
    De = sum_ck n_c (n_k - [c=k]) d_ck / (n (n - 1)).
    Krippendorff, Computing Krippendorff's alpha-reliability, 2011.
    """
    counts = tally.frequency
    distance, n = metric(scale, counts), counts.sum(axis=1)
    expected = distance.total(counts, counts) / (n * (n - 1))
    # Nothing is expected either where numbers differ by less than a float can square.
    return np.where(expected > 0, _corrected(tally, tally.over_ratings(distance), expected), np.nan)


def fleiss_kappa(tally: Tally) -> Floats:
    """Fleiss' kappa: expects sum_c p_c^2, p_c the share of c among all ratings; the numbers of
    ratings must be equal. Fleiss, Psychological Bulletin 76, 1971.
    """
    shares = tally.frequency / tally.frequency.sum(axis=1, keepdims=True)
    kappa = _corrected(tally, tally.over_items(NOMINAL), NOMINAL.total(shares, shares))
    return np.where(tally.equal, kappa, np.nan)


def fleiss_kappa_missing(tally: Tally) -> Floats:
    """Fleiss' kappa for any numbers of ratings: p_c is the mean over items of r_ic / m_i, and items
    with one rating count in it. Gwet, Handbook of inter-rater reliability, 4th ed. 2014.
    """
    return _corrected(tally, tally.over_items(NOMINAL), NOMINAL.total(tally.shares, tally.shares))


def gwet(scale: Scale, tally: Tally, metric: Metric) -> Floats:
    """Gwet's AC1 (nominal metric) and AC2 (a metric of 0..1, the weights being 1 - distance).

    pe = T_w sum_c p_c (1 - p_c) / (q (q - 1)), with T_w the sum of all weights, q the number of
    levels (declared ones included) and p_c as in `fleiss_kappa_missing`. Gwet, British Journal of
    Mathematical and Statistical Psychology 61, 2008, and Handbook, 4th ed. 2014.
    """
    one_each = _one_each(scale)
    distance, q = metric(scale, one_each), len(one_each)
    weights = q * q - distance.total(one_each, one_each)
    chance = weights * (tally.shares * (1 - tally.shares)).sum(axis=1) / max(1, q * (q - 1))
    return _corrected(tally, tally.over_items(distance), 1 - chance)


def brennan_prediger(scale: Scale, tally: Tally) -> Floats:
    """Brennan and Prediger's kappa: pe = 1/q, q the number of levels, declared ones included.

    Brennan and Prediger, Educational and Psychological Measurement 41, 1981.
    """
    chance = 1 / max(1, len(_one_each(scale)))
    return _corrected(tally, tally.over_items(NOMINAL), np.full(len(tally.times), 1 - chance))


def _corrected(tally: Tally, observed: Floats, expected: Floats) -> Floats:
    return np.where(tally.varied, 1 - observed / expected, np.nan)


def _one_each(scale: Scale) -> Floats:
    """A one for each level."""
    if scale.kind == "set":
        raise Undefined("agreement.needs_levels")
    return np.ones(len(scale.levels))
