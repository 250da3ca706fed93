"""Annexes that a document lists and does not have."""

import re
from collections.abc import Iterator, Sequence

from annotator.tools.completeness.item import Finding, Item, nearest

_LABEL = re.compile(
    r"^附\s?[件表录]?\s?[\d一二三四五六七八九十]{0,3}\s?[:：.．、]?\s*|^[\d]{1,2}\s?[.．、]\s*"
)
_PROSE = re.compile("[。；;！？]")
_SILENT = re.compile(r"[^\w]|_|^附[件表]\d*")


def absent(items: Sequence[Item]) -> Iterator[Finding]:
    """Each annex whose name stands in a list of annexes and over no text behind it."""
    names = [
        (at, name)
        for at, item in enumerate(items)
        if item.kind == "attachment" and 2 <= len(name := _name(item)) <= 80 and not _PROSE.search(name)
    ]
    titles = [(at, _silent(item.text)) for at, item in enumerate(items) if item.kind in ("title", "heading")]
    told = set[str]()
    for at, name in names:
        if name not in told and not _stands(_silent(name), titles, at):
            told.add(name)
            yield Finding("annex", {"name": name}, near=nearest(items, at))


def _name(item: Item) -> str:
    text = item.text.strip()
    while match := _LABEL.match(text):
        if not match.end():
            break
        text = text[match.end() :]
    return text.strip()


def _stands(wanted: str, titles: Sequence[tuple[int, str]], listed: int) -> bool:
    """Whether a title or heading elsewhere has that name; of a list the name is not its own proof."""
    return any(at != listed and _same(wanted, title) for at, title in titles)


def _same(wanted: str, title: str) -> bool:
    return len(title) >= 2 and (wanted in title or (title in wanted and 2 * len(title) >= len(wanted)))


def _silent(text: str) -> str:
    return _SILENT.sub("", text)
