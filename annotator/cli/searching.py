"""`annotator search`: the clauses that meet a query, and queries kept under a name."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import click

from annotator.cli.options import (
    json_option,
    opened,
    project_option,
    reviewer_name,
    reviewer_option,
    show,
    show_json,
    table,
    tell,
)
from annotator.cli.preparing import prepare
from annotator.cli.worded import Worded, argument
from annotator.errors import AnnotatorError
from annotator.model.codebook import Codebook
from annotator.model.document import Clause, Document
from annotator.store import documents, holding, people, queries
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.search import Hit, whose_shown
from annotator.store.search import search as look_up
from annotator.tools.query import Query, excerpt, highlights, parse, suggested_instead
from annotator.words import say
from annotator.words.plain import plain

AROUND = 30
"""Characters shown on each side of a hit."""


# A minus begins a term here: no option may have one letter, and what is no option is a term.
@click.command(
    "search",
    cls=Worded,
    key="search",
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
)
@argument("query", "query", many=True, required=False)
@click.option("--limit", type=click.IntRange(min=1), metavar=say("usage.count"), help=say("options.limit"))
@click.option("--count", "only_count", is_flag=True, help=say("options.count"))
@click.option("--save", "save_as", metavar=say("usage.name"), help=say("options.save"))
@click.option("--saved", metavar=say("usage.name"), help=say("options.saved"))
@click.option("--drop", metavar=say("usage.name"), help=say("options.drop_query"))
@click.option("--list", "as_list", is_flag=True, help=say("options.list"))
@project_option
@reviewer_option
@json_option
def search(
    query: tuple[str, ...],
    *,
    limit: int | None,
    only_count: bool,
    save_as: str | None,
    saved: str | None,
    drop: str | None,
    as_list: bool,
    project: Path | None,
    reviewer: str | None,
    as_json: bool,
) -> None:
    """Look a query up; labels are those of the person at work, unless it names another."""
    with opened(project) as store:
        mine = people.known_as(store, reviewer_name(reviewer))
        if as_list:
            list_saved(store, as_json=as_json)
            return
        if drop is not None:
            queries.drop(store, people.welcome(store, mine).id, drop)
            show(say("search.dropped", name=drop))
            return
        text = _asked(store, query, saved)
        codebook = codebook_of(store)
        asked = parse(text, codebook)
        whom = whose_shown(store, asked, mine)
        if save_as is not None:
            queries.save(store, people.welcome(store, mine).id, save_as, text)
            tell(say("search.saved", name=save_as))
        hits = _hits(store, text, codebook, whom)
        if only_count:
            count = sum(1 for _ in hits)
            show_json({"count": count}) if as_json else show(say("search.found", count=count))
            if not count:
                _tell_suggested(store, text, codebook, mine)
            return
        found = 0
        for document, clause in _clauses(store, islice(hits, limit)):
            found += 1
            if as_json:
                show_json(_record(document, clause, asked))
            else:
                _show(document, clause, asked)
        if not found and not as_json:
            tell(say("search.nothing", query=text))
        if not found:
            _tell_suggested(store, text, codebook, mine)
        if found == limit and next(hits, None):
            tell(say("search.more", count=found))


def _hits(store: Project, text: str, codebook: Codebook, whom: str) -> Iterator[Hit]:
    """What a query finds; what has to be made first is told of."""
    prepare(store, codebook, text)
    batches = look_up(store, parse(text, codebook), codebook, [whom], hold=holding.in_force(store))
    return (hit for batch in batches for hit in batch)


def _tell_suggested(store: Project, text: str, codebook: Codebook, mine: str) -> None:
    """Where nobody gave such a label, but it is suggested: say how often, and what finds that."""
    if not (other := suggested_instead(text, codebook)):
        return
    query = parse(other, codebook)
    whom = whose_shown(store, query, mine)
    if count := sum(1 for _ in _hits(store, other, codebook, whom)):
        tell(say("search.suggested", count=count, query=other))


def list_saved(project: Project, *, as_json: bool) -> None:
    """Every saved query."""
    saved = queries.listing(project)
    if as_json:
        show_json([{"name": name, "query": text} for name, text in saved])
    elif saved:
        table([[name, text] for name, text in saved])
    else:
        tell(say("search.none_saved"))


def _asked(project: Project, words: Sequence[str], saved: str | None) -> str:
    """The text of the query that is meant."""
    text = " ".join(words)
    if saved is None:
        if not text.strip():
            raise AnnotatorError("search.no_query")
        return text
    if text:
        raise AnnotatorError("search.two_queries", name=saved, query=text)
    return queries.named(project, saved)


def _clauses(project: Project, hits: Iterable[Hit]) -> Iterator[tuple[Document, Clause]]:
    every = {document.doc_id: document for document in documents.listing(project)}
    for hit in hits:
        clause = documents.clause(project, every[hit.doc_id], hit.ord)
        if clause:
            yield every[hit.doc_id], clause


def _record(document: Document, clause: Clause, query: Query) -> dict[str, object]:
    """A hit for a program; the places of the words count code points of the part that they stand in."""
    return {
        "clause": clause.clause_id,
        "doc_id": document.doc_id,
        "title": document.title,
        "seq": clause.ord,
        "path": list(clause.path),
        "marker": clause.marker,
        "text": clause.text,
        "tail": clause.tail,
        "hits": {part: highlights(getattr(clause, part), query) for part in ("marker", "text", "tail")},
    }


def _show(document: Document, clause: Clause, query: Query) -> None:
    place = " › ".join([document.title, *clause.path])
    show(say("search.place", place=place, number=clause.ord + 1, clause=clause.clause_id))
    inside = highlights(clause.text, query)
    lines = [" ".join(filter(None, (plain(clause.marker), _around(clause.text, inside))))]
    if highlights(clause.tail, query):
        lines.append(_around(clause.tail, highlights(clause.tail, query)))
    for line in lines:
        click.echo(f"    {line}")


def _around(text: str, hits: list[tuple[int, int]]) -> str:
    """The text around its hits, which stand out on a terminal (click leaves that out of a pipe)."""
    shown, end = "", 0
    for first, last in excerpt(len(text), hits, AROUND):
        shown += say("search.cut") if first > end else ""
        at = first
        for start, stop in hits:
            if first <= start and stop <= last:
                shown += plain(text[at:start]) + click.style(
                    plain(text[start:stop]), bold=True, underline=True
                )
                at = stop
        shown += plain(text[at:last])
        end = last
    return shown + (say("search.cut") if end < len(text) else "")
