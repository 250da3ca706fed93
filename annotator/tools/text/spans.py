"""White space of the clean text, replaced by edits of the source."""

import re
from collections.abc import Iterator

from annotator.model.edit import LINE_BREAK, Edit
from annotator.model.mapping import Clean

_BREAK = re.compile(r"\s*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*")


def has_lines(text: str) -> bool:
    """Whether a text has several lines."""
    return _BREAK.search(text) is not None


def line_breaks(source: str, clean: Clean, span: tuple[int, int]) -> Iterator[Edit]:
    """Edits that leave one line feed between the lines of the clean range `span`."""
    for found in _BREAK.finditer(clean.text, *span):
        yield from replaced_space(source, clean, found.span(), LINE_BREAK, "\n")


def replaced_space(source: str, clean: Clean, span: tuple[int, int], rule: str, after: str) -> Iterator[Edit]:
    """Edits that make `after` of the clean range `span`, which is all white space.

    Other repairs may lie in between (a bookmark before the next line), so that one stretch of clean
    white space can be several in the source: the first becomes `after`, the rest nothing. White space
    that a repair made is that repair's, and stays. A stretch that is right already gets no edit.
    """
    stretches: list[tuple[int, int]] = []
    for at in range(*span):
        raw_start, raw_end = clean.to_source(at, at + 1)
        if source[raw_start:raw_end] != clean.text[at]:
            continue
        if stretches and stretches[-1][1] == raw_start:
            raw_start = stretches.pop()[0]
        stretches.append((raw_start, raw_end))
    for raw_start, raw_end in stretches:
        if source[raw_start:raw_end] != after:
            yield Edit(raw_start, raw_end, rule, source[raw_start:raw_end], after)
        after = ""
