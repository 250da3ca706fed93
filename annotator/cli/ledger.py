"""`annotator export --ledger` and `annotator ledger`: the task ledger, written and read back."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.files import data_of
from annotator.cli.options import (
    json_option,
    opened,
    project_option,
    reviewer_name,
    reviewer_option,
    show,
    show_json,
    tell,
)
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError
from annotator.model.codebook import Codebook, name_of
from annotator.store import blinding
from annotator.store.codebooks import codebook_of
from annotator.store.fresh import fresh
from annotator.words import say

if TYPE_CHECKING:
    from annotator.flows.ledger import Made

ENDING = ".xlsx"


def write(
    path: Path,
    *,
    force: bool,
    by_unit: bool,
    simple: bool,
    where: str,
    project: Path | None,
    reviewer: str | None,
) -> dict[str, Any]:
    """Write the ledger to `path`, tell what is in it, and return that for a program."""
    from annotator.flows.exporting.choosing import chosen  # noqa: PLC0415  (only for a ledger)
    from annotator.flows.ledger import export  # noqa: PLC0415
    from annotator.store.search import prepare  # noqa: PLC0415

    if path.suffix.lower() != ENDING:
        raise AnnotatorError("ledger.no_ending", path=path)
    with opened(project) as store:
        codebook = codebook_of(store)
        prepare(store, codebook, where)
        seen = blinding.sight(store, reviewer_name(reviewer))
        if seen.round:
            tell(say("people.only_mine", round=seen.round.name))
        wanted = chosen(store, codebook, where, seen)
        made = export(store, codebook, seen, wanted=wanted, by_unit=by_unit, simple=simple)
        with fresh(path, "ledger.exists", over=force) as partial:
            partial.write_bytes(made.data)
    _tell(made, path, codebook)
    return {"ledger": str(path), "documents": made.documents, "tasks": made.tasks, "left_out": made.left_out}


def _tell(made: "Made", path: Path, codebook: Codebook) -> None:
    tell(say("ledger.written", path=path, documents=made.documents, tasks=made.tasks))
    codes = {code.id: name_of(code) for field in codebook.clause_fields for code in field.codes}
    for kind, count in made.left_out.items():
        tell(say("ledger.left_out", count=count, reason=codes.get(kind) or say("ledger.discarded")))


@command("ledger")
@argument("path", "file", type=click.Path(path_type=Path, readable=False))
@click.option("--dry-run", "dry", is_flag=True, help=say("options.dry_run_ledger"))
@project_option
@reviewer_option
@json_option
def ledger(path: Path, *, dry: bool, project: Path | None, reviewer: str | None, as_json: bool) -> None:
    """Read an edited ledger back, and list what of it could not be placed."""
    from annotator.flows.ledger import take  # noqa: PLC0415  (help is shown without it)

    data = data_of(path)
    with opened(project) as store:
        me = reviewer_name(reviewer)
        found = take(
            store, codebook_of(store), me, data, name=path.name, seen=blinding.sight(store, me), dry=dry
        )
    if as_json:
        unplaced = [
            {**one._asdict(), "sentence": one.sentence, "values": _plain(one.values)}
            for one in found.unplaced
        ]
        show_json({**found._asdict(), "unplaced": unplaced, "dry_run": dry})
        return
    told = sum(count for name, count in found.stored.items() if name != "units")
    key = "ledger.returned_dry" if dry else "ledger.returned"
    show(say(key, rows=found.rows, told=told, units=found.stored.get("units", 0), same=found.same))
    for name in found.unresolved:
        tell(say("ledger.unresolved", name=name))
    if found.unplaced:
        show(say("ledger.unplaced", count=len(found.unplaced)))
    for one in found.unplaced:
        show(f"    {one.sentence}")


def _plain(values: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in values.items()}
