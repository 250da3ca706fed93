"""Chance that is the same everywhere: a number of 64 bits from the hash of what it is for."""

from annotator.model.ids import sha256


def chance(seed: int, purpose: str, name: str) -> int:
    """Between 0 and 2^64 - 1: the first 16 hex of SHA-256("<seed>:<purpose>:<name>")."""
    return int(sha256(f"{seed}:{purpose}:{name}")[:16], 16)


def rank(seed: int, purpose: str, name: str, weight: int = 1) -> int:
    """Whoever takes the lowest ranks first takes a name of weight w before one of weight 1 in w of w + 1
    draws: it has w chances, and the lowest counts.
    """
    return min(chance(seed, purpose if n == 0 else f"{purpose}+{n}", name) for n in range(max(1, weight)))


def portion(share: float, of: int) -> int:
    """The whole number next to a share, halves upwards."""
    return int(share * of + 0.5)
