"""`annotator suggest`: suggestions taken in, made anew, held back and compared, and those rejected."""

from pathlib import Path
from secrets import randbelow
from typing import Any

import click

from annotator.cli.anchoring import report_anchoring
from annotator.cli.files import lines
from annotator.cli.options import (
    json_option,
    opened,
    project_option,
    reviewer_name,
    reviewer_option,
    show,
    show_json,
    table,
)
from annotator.cli.progress import Told
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError
from annotator.flows import suggesting
from annotator.flows.anchoring import anchoring
from annotator.flows.filing import file_suggestions
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook, name_of
from annotator.model.hold import Hold
from annotator.model.rejection import EVERYWHERE, Rejection
from annotator.store import documents, holding, people, rejections
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.words import say


@command("suggest", form=True)
@argument("path", "file", required=False, type=click.Path(path_type=Path, readable=False))
@click.option("--codebook", is_flag=True, help=say("suggesting.option_codebook"))
@click.option("--hold-back", "share", metavar=say("usage.share"), help=say("suggesting.option_hold_back"))
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    metavar=say("usage.count"),
    help=say("suggesting.option_seed"),
)
@click.option("--report", is_flag=True, help=say("suggesting.option_report"))
@click.option("--rejected", is_flag=True, help=say("suggesting.option_rejected"))
@click.option("--restore", "item", metavar=say("usage.item"), help=say("suggesting.option_restore"))
@project_option
@reviewer_option
@json_option
def suggest(
    *,
    path: Path | None,
    codebook: bool,
    share: str | None,
    seed: int | None,
    report: bool,
    rejected: bool,
    item: str | None,
    project: Path | None,
    reviewer: str | None,
    as_json: bool,
) -> None:
    """Do the one thing that is asked for."""
    asked = (path is not None, codebook, share is not None, report, rejected, item is not None)
    if sum(asked) != 1:
        raise AnnotatorError("suggesting.one_thing")
    if seed is not None and share is None:
        raise AnnotatorError("suggesting.seed_alone")
    with opened(project) as store:
        book = codebook_of(store)
        if path is not None:
            counts = file_suggestions(store, book, lines(path))
            _tell(counts, say("filing.suggested", **counts), as_json)
        elif codebook:
            count = suggesting.renew(store, book, Told("suggesting.progress"))
            _tell({"suggestions": count}, say("suggesting.renewed", count=count), as_json)
        elif share is not None:
            _hold_back(store, reviewer_name(reviewer), share, seed, as_json)
        elif item is not None:
            _restore(store, book, reviewer_name(reviewer), item, as_json)
        elif rejected:
            _list(store, book, rejections.of(store, people.known_as(store, reviewer_name(reviewer))), as_json)
        else:
            report_anchoring(anchoring(store, book, reviewer_name(reviewer)), as_json)


def _tell(result: Any, sentence: str, as_json: bool) -> None:
    show_json(result) if as_json else show(sentence)


def _hold_back(store: Project, by: str, written: str, seed: int | None, as_json: bool) -> None:
    """Hold back a share from now on; with the seed given, else that in force, else a new one."""
    share, before = _share(written), holding.in_force(store)
    if seed is None:
        seed = before.seed if before.share else randbelow(10**6)
    new = Hold(share, seed) if share else Hold()
    people.welcome(store, by)
    changed = holding.hold(store, by, new)
    key = "held_same" if not changed else "held_back" if share else "held_stopped"
    said = say(f"suggesting.{key}", share=f"{new.share:.0%}", seed=new.seed)
    _tell({**new._asdict(), "changed": changed}, said, as_json)


def _share(written: str) -> float:
    """20% or 0.2; a bare 20 could mean either and is refused."""
    number, percent, rest = written.strip().replace("％", "%").partition("%")
    try:
        share = float(number) / (100 if percent else 1)
    except ValueError:
        share = -1.0
    if rest or not 0 <= share <= 1 or (share == 1 and not percent):
        raise AnnotatorError("suggesting.bad_share", share=written)
    return share


def _list(store: Project, book: Codebook, found: list[Rejection], as_json: bool) -> None:
    if as_json:
        show_json([one._asdict() for one in found])
    elif not found:
        show(say("suggesting.nothing_rejected"))
    else:
        table([[_item(book, one), *_where(store, one)] for one in found])


def _item(book: Codebook, one: Rejection) -> str:
    field = book.field(one.field)
    code = field.code(one.item) if field else None
    name = name_of(code) if code else " ".join(one.item.split())
    return say("suggesting.rejected_item", field=name_of(field) if field else one.field, item=name)


def _where(store: Project, one: Rejection) -> tuple[str, str]:
    """How far a rejection reaches, and where that is."""
    if one.subject == EVERYWHERE:
        return say("suggesting.in_project"), ""
    if document := documents.document(store, one.subject):
        return say("suggesting.in_document"), document.title
    return say("suggesting.in_clause"), one.subject


def _restore(store: Project, book: Codebook, by: str, item: str, as_json: bool) -> None:
    """Take back every rejection of an item, given as it was, or by a code's name."""
    found = [
        one
        for one in rejections.of(store, people.known_as(store, by))
        if item in (one.item, *_names(book, one))
    ]
    if not found:
        raise AnnotatorError("suggesting.not_rejected", item=item)
    Reviewing(store, book, by).restore(found)
    _tell({"restored": len(found)}, say("suggesting.restored", count=len(found), item=item), as_json)


def _names(book: Codebook, one: Rejection) -> tuple[str, ...]:
    field = book.field(one.field)
    code = field.code(one.item) if field else None
    return (code.zh, code.en) if code else ()
