"""The coefficients as their definitions are printed, in exact fractions and without any short cut.

An oracle for the tests: slow, and sharing nothing with the program. `units` are the ratings of each
item by rater; None is "undefined". Distances take the two values and the counts of all values.
"""

from collections import Counter
from fractions import Fraction
from itertools import combinations, permutations


def compared(units):
    return [list(unit.values()) for unit in units if len(unit) >= 2]


def counts(units):
    return Counter(value for unit in compared(units) for value in unit)


def percent_items(units):
    shares = [
        Fraction(sum(a == b for a, b in permutations(unit, 2)), len(unit) * (len(unit) - 1))
        for unit in compared(units)
    ]
    return sum(shares) / len(shares) if shares else None


def percent_pairs(units):
    pairs = [a == b for unit in compared(units) for a, b in combinations(unit, 2)]
    return Fraction(sum(pairs), len(pairs)) if pairs else None


def percent_unanimous(units):
    same = [len(set(unit)) == 1 for unit in compared(units)]
    return Fraction(sum(same), len(same)) if same else None


def percent_coincidence(units):
    n = sum(counts(units).values())
    agreeing = sum(
        Fraction(sum(a == b for a, b in permutations(unit, 2)), len(unit) - 1) for unit in compared(units)
    )
    return agreeing / n if n else None


def alpha(units, distance):
    n_c = counts(units)
    n = sum(n_c.values())
    if len(n_c) < 2:
        return None
    observed = sum(
        Fraction(1, len(unit) - 1) * sum(distance(a, b, n_c) for a, b in permutations(unit, 2))
        for unit in compared(units)
    )
    expected = sum(n_c[c] * n_c[k] * distance(c, k, n_c) for c in n_c for k in n_c)
    return 1 - (observed / n) / (expected / (n * (n - 1)))


def nominal(c, k, _):
    return Fraction(c != k)


def ordinal(levels):
    def distance(c, k, n_c):
        low, high = sorted((levels.index(c), levels.index(k)))
        return (
            sum(Fraction(n_c[level]) for level in levels[low : high + 1]) - Fraction(n_c[c] + n_c[k], 2)
        ) ** 2 * (c != k)

    return distance


def interval(c, k, _):
    return (Fraction(c) - Fraction(k)) ** 2


def ratio(c, k, _):
    return ((Fraction(c) - Fraction(k)) / (Fraction(c) + Fraction(k))) ** 2 if c != k else Fraction(0)


def jaccard(c, k, _):
    return 1 - Fraction(len(c & k), len(c | k)) if c | k else Fraction(0)


def masi(c, k, _):
    if c == k:
        return Fraction(0)
    monotony = Fraction(2, 3) if c < k or k < c else Fraction(1, 3) if c & k else 0
    return 1 - Fraction(len(c & k), len(c | k)) * monotony


def mean_shares(units):
    """Gwet's p_c: over all items that anyone rated."""
    total = Counter()
    for unit in units:
        for value in unit.values():
            total[value] += Fraction(1, len(unit))
    return {value: share / len(units) for value, share in total.items()}


def fleiss(units):
    if len(counts(units)) < 2 or len({len(unit) for unit in compared(units)}) > 1:
        return None
    n = sum(counts(units).values())
    chance = sum(Fraction(times, n) ** 2 for times in counts(units).values())
    return (percent_items(units) - chance) / (1 - chance)


def fleiss_missing(units):
    if len(counts(units)) < 2:
        return None
    chance = sum(share**2 for share in mean_shares(units).values())
    return (percent_items(units) - chance) / (1 - chance)


def brennan_prediger(units, levels):
    if len(counts(units)) < 2:
        return None
    chance = Fraction(1, len(levels))
    return (percent_items(units) - chance) / (1 - chance)


def gwet(units, levels, weight):
    """`weight` takes the two positions and the number of levels."""
    if len(counts(units)) < 2:
        return None
    q = len(levels)
    agreement = [
        Fraction(
            sum(weight(levels.index(a), levels.index(b), q) for a, b in permutations(unit, 2)),
            len(unit) * (len(unit) - 1),
        )
        for unit in compared(units)
    ]
    observed = sum(agreement) / len(agreement)
    weights = sum(weight(c, k, q) for c in range(q) for k in range(q))
    chance = Fraction(weights, q * (q - 1)) * sum(p * (1 - p) for p in mean_shares(units).values())
    return (observed - chance) / (1 - chance)


def identity_weight(c, k, _):
    return Fraction(c == k)


def linear_weight(c, k, q):
    return 1 - Fraction(abs(c - k), q - 1)


def quadratic_weight(c, k, q):
    return 1 - Fraction(abs(c - k), q - 1) ** 2


def ordinal_weight(c, k, q):
    span = abs(c - k) + 1
    return 1 - Fraction(span * (span - 1), q * (q - 1))


def cohen(units, a, b, weight, levels):
    both = [(levels.index(unit[a]), levels.index(unit[b])) for unit in units if a in unit and b in unit]
    if len({position for pair in both for position in pair}) < 2:
        return None
    q, n = len(levels), len(both)
    observed = Fraction(sum(weight(c, k, q) for c, k in both), n)
    chance = Fraction(sum(weight(c, k, q) for c, _ in both for _, k in both), n * n)
    return (observed - chance) / (1 - chance)


def scott(units, a, b):
    both = [(unit[a], unit[b]) for unit in units if a in unit and b in unit]
    used = Counter(value for pair in both for value in pair)
    if len(used) < 2:
        return None
    observed = Fraction(sum(c == k for c, k in both), len(both))
    chance = sum(Fraction(times, 2 * len(both)) ** 2 for times in used.values())
    return (observed - chance) / (1 - chance)
