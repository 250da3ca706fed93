"""What a project labels."""

from typing import Literal, get_args

Unit = Literal["clause", "sentence"]
UNITS: tuple[Unit, ...] = get_args(Unit)
"""Clauses, or each sentence of them."""
