"""Whether a person's answer is another one than what was suggested."""

import json
from typing import Any


def differing(label: str | None, suggested: str | None) -> bool:
    """Compare two stored values (JSON); where one is missing there is nothing to differ from.

    Codes count in their order, the first being the primary one. Units count by organisation and role,
    wherever their names stand in the text.
    """
    if label is None or suggested is None:
        return False
    ours, theirs = json.loads(label), json.loads(suggested)
    if ours is None or theirs is None:
        return False
    if any(isinstance(item, dict) for item in [*ours, *theirs]):
        return sorted(map(_unit, ours)) != sorted(map(_unit, theirs))
    return bool(ours != theirs)


def _unit(item: Any) -> tuple[str, str]:
    if not isinstance(item, dict):
        return str(item), ""
    return str(item.get("org_id") or item.get("name") or item.get("surface")), str(item.get("role", ""))
