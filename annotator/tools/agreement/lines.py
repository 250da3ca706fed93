"""Ratings as they come in files: one JSON object a line, {"item", "reviewer", "field", "value"}.

A rating that is missing has no line; "pass" numbers repeats from 1, "document" groups items.
"""

import json
from collections.abc import Sequence
from typing import Any

from annotator.errors import AnnotatorError
from annotator.tools.agreement.table import Rating

_NAMES = (str, int)
"""What a name can be."""


def ratings_in(lines: Sequence[str], field: str, path: object) -> list[Rating]:
    """The ratings of a field in the lines of a file, which errors call `path`. Raises AnnotatorError for a
    line that is no rating, and where the field has none.
    """
    found, others = [], set[str]()
    for number, one in enumerate(_objects(lines, path), 1):
        if one is None:
            continue
        try:
            item, reviewer, name, value = one["item"], one["reviewer"], one["field"], one["value"]
            document, pass_no = one.get("document"), one.get("pass", 1)
        except (KeyError, TypeError, AttributeError) as error:
            raise AnnotatorError("agreement.bad_line", path=path, line=number) from error
        named = all(type(given) in _NAMES for given in (item, reviewer, name))
        if not named or (document is not None and type(document) not in _NAMES):
            raise AnnotatorError("agreement.bad_line", path=path, line=number)
        if type(pass_no) is not int or pass_no < 1:
            raise AnnotatorError("agreement.bad_pass", path=path, line=number)
        if str(name) == field:
            found.append(
                Rating(str(item), str(reviewer), value, "" if document is None else str(document), pass_no)
            )
        else:
            others.add(str(name))
    if others and not found:
        raise AnnotatorError("agreement.no_field", path=path, field=field, fields=", ".join(sorted(others)))
    return found


def _objects(lines: Sequence[str], path: object) -> list[Any]:
    """What stands in each line, None for an empty one."""
    try:  # all at once, which takes a third of the time
        read = json.loads(f"[{','.join(line if line.strip() else 'null' for line in lines)}]")
    except (ValueError, RecursionError):
        read = []
    if len(read) == len(lines):
        return list(read)
    return [_object(line, path, number) for number, line in enumerate(lines, 1)]


def _object(line: str, path: object, number: int) -> Any:
    try:
        return json.loads(line) if line.strip() else None
    except (ValueError, RecursionError) as error:
        raise AnnotatorError("agreement.bad_line", path=path, line=number) from error
