"""`annotator export diff`: two releases told apart, a line for each difference."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from annotator.cli.options import json_option, show, show_json
from annotator.cli.worded import Worded, argument
from annotator.flows.releases import Comparison, Difference
from annotator.model.answer import Answer
from annotator.model.codebook import CODED, Codebook, Field, name_of
from annotator.tools.release.table import item_in_words
from annotator.words import say

FOLDER = click.Path(path_type=Path, readable=False)
_LONG = 40
"""Of a text so many characters are shown."""


@click.command("diff", cls=Worded, key="export_diff")
@argument("old", "old", type=FOLDER)
@argument("new", "new", type=FOLDER)
@json_option
def diff(old: Path, new: Path, as_json: bool) -> None:
    """Tell what changed from OLD to NEW; as JSON each difference is a line of its own."""
    found = Comparison(old, new)
    counts: Counter[str] = Counter()
    for change in found.of_codebooks():
        counts["codebook"] += 1
        if as_json:
            show_json({"what": "codebook", **change._asdict()})
        else:
            name = ":".join(filter(None, (change.field, change.code)))
            show(say("releases.diff_codebook", name=name, how=say(f"releases.how_{change.how}")))
    for one in found:
        of = "document" if not one.id else "clause" if one.what in ("added", "removed") else ""
        counts["_".join(filter(None, (of, one.what)))] += 1
        if as_json:
            show_json({name: _plain(value) for name, value in one._asdict().items()})
        else:
            show(_sentence(one, found.codebooks))
    if not as_json:
        show("\n".join(_summed(counts)) if counts else say("releases.diff_none"))


class Exporting(Worded):
    """`annotator export`, and `annotator export diff`: who names folders behind `diff` compares them."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Understand the line."""
        named = [one for one in args[1:] if one != "--json"]
        if args[:1] == ["diff"] and named and (named[0] in _HELP or not named[0].startswith("-")):
            return diff.make_context(f"{info_name} diff", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


_HELP = ("-h", "--help")


def _summed(counts: Counter[str]) -> Iterator[str]:
    yield say("releases.diff_sum")
    for name, count in sorted(counts.items()):
        yield f"    {say(f'releases.diff_sum_{name}', count=count)}"


def _plain(value: Any) -> Any:
    return {"state": value.state, "value": list(value.value)} if isinstance(value, Answer) else value


def _sentence(one: Difference, books: tuple[Codebook, Codebook]) -> str:
    if not one.id:
        key = f"releases.diff_document_{one.what}"
        return say(key, document=one.title, doc_id=one.doc_id, before=one.before, after=one.after)
    where = say("releases.diff_where", document=one.title, number=one.number, id=one.id)
    if one.what != "label":
        before, after = (_short(_status(one.what, str(said))) for said in (one.before, one.after))
        return say(f"releases.diff_{one.what}", where=where, before=before, after=after)
    fields = [book.field(one.field) for book in books]
    before, after = (
        _answer(field, said) for field, said in zip(fields, (one.before, one.after), strict=True)
    )
    name = next(name_of(field) for field in reversed(fields) if field)
    return say("releases.diff_label", where=where, field=name, before=before, after=after)


def _status(what: str, said: str) -> str:
    return say(f"export.status_{said}") if what == "status" else said


def _short(text: str) -> str:
    return text if len(text) <= _LONG else text[:_LONG] + "…"


def _answer(field: Field | None, said: str | Answer) -> str:
    if isinstance(said, str) or field is None or said.state != "set":
        state = said.state if isinstance(said, Answer) else "unset"
        return say(f"export.state_{state.replace('/', '')}")
    return say("review.comma").join(_short(_item(field, item)) for item in said.value)


def _item(field: Field, item: Any) -> str:
    if field.kind in CODED:
        code = field.code(item)
        return name_of(code) if code else str(item)
    return item_in_words(field, item)
