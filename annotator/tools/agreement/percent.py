"""How often ratings agree, with no regard to chance: four counts that differ where ratings are missing."""

from annotator.tools.agreement.distance import NOMINAL, Floats
from annotator.tools.agreement.tally import Tally


def items(tally: Tally) -> Floats:
    """Mean over items of sum_c r_ic (r_ic - 1) / (m_i (m_i - 1)): each item weighs the same (Fleiss 1971)."""
    return 1 - tally.over_items(NOMINAL)


def pairs(tally: Tally) -> Floats:
    """Agreeing pairs of ratings over all pairs of ratings of one item: each pair weighs the same."""
    return 1 - tally.over_pairs(NOMINAL)


def coincidence(tally: Tally) -> Floats:
    """The diagonal of Krippendorff's coincidence matrix over its sum: each rating weighs the same."""
    return 1 - tally.over_ratings(NOMINAL)


def unanimous(tally: Tally) -> Floats:
    """The share of items (of those with two ratings or more) on which all ratings agree."""
    return tally.unanimous()
