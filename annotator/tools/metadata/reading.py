"""All fields of a document from its segments and from what is said beside them.

What a table gives counts before what the text says, the text before the page around it: a page's date is
that of its publication.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from annotator.model.cutting import Segment
from annotator.model.metadata import FIELDS, Found
from annotator.tools.metadata import dates, issuer, standing
from annotator.tools.metadata.front import Line, Simplify, lines
from annotator.tools.metadata.number import number, year
from annotator.tools.metadata.title import title

_ADDRESS = re.compile(
    r"(?:原文(?:链接|地址|网址)|来源(?:网址|链接)?|网址|链接|URL)\s?[:：]\s*(https?://[^\s，。；）)]+)"
)
_LATER = 0.4
"""A page is shown days or years after its document was made: its date only lets one think of that."""


class Beside(NamedTuple):
    """What is known beside the segments: what a table `given`, what the `page` says in its head, the file's
    `stem`; `places` are the document's places, inner to outer.
    """

    given: Mapping[str, str]
    page: Mapping[str, str]
    stem: str
    places: tuple[str, ...] = ()


def read(
    segments: Sequence[Segment],
    beside: Beside,
    simplified: Simplify,
    traditional: bool,
    named: Callable[[str, tuple[str, ...]], tuple[str, tuple[str, ...]]],
) -> dict[str, Found]:
    """What is known of a document, by field, each as it is surest; fields of which nothing is are left out.

    `named` gives the full name of an issuer as it is written (simplified) in a document of places, and the
    places that it names itself.
    """
    around = lines(segments, simplified)
    given = {name: value for name, value in beside.given.items() if value and name in FIELDS}
    found = {name: Found(value, "given", 1.0) for name, value in given.items()}
    page = {name: Found(value, "page", 0.5) for name, value in beside.page.items() if value}

    def fill(field: str, candidates: Iterator[Found | None]) -> None:
        one = found.get(field) or next(filter(None, candidates), None)
        if one:
            found[field] = one

    fill(
        "title",
        iter(
            (
                title(segments),
                page.get("title"),
                Found(" ".join(beside.stem.split()) or beside.stem, "file", 0.5),
            )
        ),
    )
    name = simplified(found["title"].value)
    fill("number", iter((number(around), page.get("number"))))
    code = found["number"].value if "number" in found else ""
    fill("issuer", _chain(issuer.issuer(around, code), page.get("issuer")))
    published = [*filter(None, [page.pop("date", None)]), *dates.shown(around)]
    fill("published", iter(published))
    by_number = Found(year(code), "number", 0.7) if year(code) else None
    fill(
        "date",
        _chain(dates.made(around), by_number, *(one._replace(sure=_LATER) for one in published),
               *dates.planned(around, name)),
    )  # fmt: skip
    places = beside.places
    if "issuer" in found:
        one = found["issuer"]
        who, where = zip(*(named(part, places) for part in simplified(one.value).split("、")), strict=True)
        places = next(filter(None, where), places)
        found["issuer"] = one if one.how == "given" else one._replace(value="、".join(dict.fromkeys(who)))
    _place(found, places)
    titles = [line.text for line in around if line.kind == "title"] or [name]
    fill("stage", iter((Found(standing.stage([name, *titles]), "title", 0.8),)))
    fill("address", _chain(_addresses(around), page.get("address")))
    fill("script", iter((Found("traditional" if traditional else "simplified", "text", 0.95),)))
    return {field: found[field] for field in FIELDS if field in found}


def _chain(first: Iterator[Found], *others: Found | None) -> Iterator[Found | None]:
    yield from first
    yield from others


def _place(found: dict[str, Found], places: tuple[str, ...]) -> None:
    issued = found.get("issuer")
    by = issued or Found("", "places", 0.6)
    for field, value in (
        ("level", standing.level(places, by.value)), ("region", standing.region(places))
    ):  # fmt: skip
        if value and field not in found:
            found[field] = Found(value, "places", min(by.sure, 0.9), by.start, by.end)


def _addresses(around: Sequence[Line]) -> Iterator[Found]:
    for line in around:
        if match := _ADDRESS.search(line.written):
            yield Found(match[1], "text", 0.7, line.start, line.end)
