"""`annotator label`: labels from files."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from annotator.cli.options import json_option, opened, project_option, reviewer_name, show, show_json
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError, reason
from annotator.flows.filing import file_labels
from annotator.flows.opening import codebook_of
from annotator.store import blinding
from annotator.words import say


@command("label", form=True)
@argument("path", "file", type=click.Path(path_type=Path, readable=False))
@project_option
@json_option
def label(path: Path, project: Path | None, as_json: bool) -> None:
    """Take labels from a JSONL file, all or none."""
    with opened(project) as store:
        seen = blinding.sight(store, reviewer_name(None))
        counts = file_labels(store, codebook_of(store), lines(path), seen)
    show_json(counts) if as_json else show(say("filing.labelled", **counts))


def lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line number, object) for each line of a JSONL file. Raises AnnotatorError naming the line."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, _object(line, path, number)
    except OSError as error:
        raise AnnotatorError("importing.no_file", path=path, reason=reason(error)) from error
    except UnicodeDecodeError as error:
        raise AnnotatorError("filing.not_utf8", path=path) from error


def _object(line: str, path: Path, number: int) -> dict[str, Any]:
    try:
        value = json.loads(line)
        json.dumps(value, ensure_ascii=False).encode()  # halves of characters, which nothing can store
    except (ValueError, RecursionError) as error:
        raise AnnotatorError("filing.not_json", path=path, line=number) from error
    if not isinstance(value, dict):
        raise AnnotatorError("filing.not_json", path=path, line=number)
    return value
