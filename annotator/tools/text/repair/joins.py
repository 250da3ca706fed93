"""Lines that a program broke, joined again.

Two things tell a broken line from a short one: its width, where a whole document was set at one width,
and what is written in it, where only a line here and there was broken (a bracket still open, a running
text that stops in mid-sentence). Titles are broken by hand for looks, and known by their form.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.model.edit import Edit
from annotator.model.mapping import Clean
from annotator.tools.text import forms, units
from annotator.tools.text.lines import Line
from annotator.tools.text.nesting import BOX
from annotator.tools.text.repair import elements, pages, rows
from annotator.tools.text.spans import replaced_space

_RULE, _PAGE = "line_join", "page_mark"
_ARTICLE = "条"
_PAIRS = dict(zip("（(《〈〔【“‘「『", "）)》〉〕】”’」』", strict=True))
_RUNNING = re.compile(r"[，。；、,：:]")
_COMMA = re.compile(r"[，。；,]")
_INNER_STOP = re.compile(r"[。；！？]")
_MOST_TITLE_LINES, _MOST_ISSUERS = 4, 12
# Marks that no paragraph begins with.
_NEVER_FIRST = frozenset("，。；、！？）》」』”")
# A paragraph that has run on for so long without a stop is no heading.
_LONG = 60
# The share of lines below empty ones in a text that sets all its lines apart.
_GAPPED = 0.9
# The widths at which texts are set, in Han characters, and how many lines show that one was.
_NARROWEST, _WIDEST, _FEWEST = 16, 80, 3
# How far short of the width a full line may stay, because a mark may not begin the next.
_RAGGED = 2
# So many characters at the beginning of two lines make each a name of its own.
_SHARED = 4
# Of a title in two lines: the length of a line at most, of its first at least, of a bare second.
_TITLE_LINE, _SHORTEST_OPENING, _LONGEST_ENDING = 80, 8, 25


def joins(source: str, clean: Clean, lines: Sequence[Line]) -> list[Edit]:
    """An edit for each line break that is to go; `lines` are those of `clean`, in order. One that
    has a page's number or head in it takes that away too.
    """
    titles = forms.quoted("".join(line.plain for line in lines)) | _named(lines)
    broken = _broken_titles(lines)
    set_apart = elements.apart(lines)
    furniture = pages.furniture(lines).difference(
        at + 1 for at, line in enumerate(lines) if line.start in set_apart
    )
    texts = [line for at, line in enumerate(lines) if at not in furniture]
    kept = [at for at in range(len(lines)) if at not in furniture]
    in_rows = rows.breaks(texts, frozenset(at for at, place in enumerate(kept) if place - 1 in furniture))
    headed = any(not forms.is_page_mark(lines[at].plain) for at in furniture)
    if in_rows is None and not headed:
        texts = list(lines)
    wrap = _Wrap(texts)
    # Empty lines between all lines tell nothing.
    gapped = sum(line.gap for line in texts) > _GAPPED * len(texts)
    edits: list[Edit] = []
    run = ""
    opener: Line | None = None
    article = False
    for at, (above, below) in enumerate(pairwise(texts)):
        apart = below.gap and above.words and not gapped
        # Only the end of what is joined so far can tell anything; keeping it all would be quadratic.
        run = (run or above.plain)[-2 * _LONG :]
        parted = above.start in set_apart
        if (
            parted
            or (in_rows is not None and at in in_rows)
            or (
                _may_join(above, below)
                and (
                    (above.start in broken and not (below.gap and not gapped))
                    or _breaks_name(run, below.plain, titles)
                    or (not apart and _breaks_title(run, below.plain, opener))
                    or (in_rows is None and not apart and wrap.breaks(run, above, below))
                )
            )
        ):
            glue = " " if _needs_space(above, below) or (parted and not above.marker) else ""
            if clean.text[above.end : below.start].strip():
                start, end = clean.to_source(above.end - 1, above.end)[1], below.raw
                edits.append(Edit(start, end, _PAGE, source[start:end], glue))
            else:
                edits.extend(replaced_space(source, clean, (above.end, below.start), _RULE, glue))
            run += below.plain
        else:
            run = ""
            opener = above
            article = above.marker.style == _ARTICLE if above.marker else article
            if not clean.text[above.end : below.start].strip():
                continue
            belongs = article and not below.marker and forms.is_prose(below.plain)
            if belongs or (in_rows is None and headed) or units.is_unit_line(below.plain):
                # A number between two pages parts nothing that belongs together.
                start, end = clean.to_source(above.end - 1, above.end)[1], below.raw
                edits.append(Edit(start, end, _PAGE, source[start:end], "\n"))
    return edits


def _named(lines: Sequence[Line]) -> frozenset[str]:
    """The normal forms of the titles on one line, and of the names in lines such as 附件：任务分工表."""
    names: set[str] = set()
    for line in lines:
        if len(line.plain) > _TITLE_LINE:
            continue
        label = forms.ATTACHMENTS.match(line.plain)
        if label or forms.is_titled(line.plain):
            name = forms.normal(line.plain[label.end() :] if label else line.plain)
            names.update((name, name.lstrip("0123456789")))
    return frozenset(names)


def _broken_titles(lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines start that the next goes on with, of titles in several: 关于印发《… / …》 / 的通知."""
    broken: set[int] = set()
    for number, line in enumerate(lines):
        if len(line.plain) > _TITLE_LINE or "关于" not in line.plain:
            continue
        if forms.is_titled(line.plain):
            broken.update(_issuers(lines, number))
            continue
        whole = line.plain
        for below in range(number + 1, min(len(lines), number + _MOST_TITLE_LINES)):
            if len(lines[below].plain) > _TITLE_LINE or lines[below].marker or forms.is_prose(whole):
                break
            whole += lines[below].plain
            if forms.is_about(whole):
                broken.update(part.start for part in lines[number:below])
                broken.update(_issuers(lines, number))
                break
    return frozenset(broken)


def _issuers(lines: Sequence[Line], title: int) -> Iterator[int]:
    """Where the lines start that name who issues the title that begins at `title`; several may."""
    if not lines[title].plain.startswith("关于"):
        return
    for line in reversed(lines[max(0, title - _MOST_ISSUERS) : title]):
        if not forms.ORGANISATION.match(line.plain[:_TITLE_LINE]):
            return
        yield line.start


def _ends_something(line: Line) -> bool:
    """Whether a title may stand below a line: a date, a label (附件1), an announcement."""
    ends = (forms.DATE_LINE, forms.ATTACHMENT_LABEL, forms.ANNOUNCEMENT)
    return len(line.plain) <= _TITLE_LINE and any(form.match(line.plain) for form in ends)


def _may_join(above: Line, below: Line) -> bool:
    """Whether nothing about either line forbids it."""
    if not above.plain or not below.plain or below.hashes or (above.hashes and above.words):
        return False
    if "\t" in above.plain or "\t" in below.plain or ">" in (above.plain[0], below.plain[0]):
        return False
    number_alone = above.marker is not None and above.marker.style == _ARTICLE and not above.words
    if below.marker:
        # The first of an article's numbered paragraphs, as in Taiwan's laws.
        return number_alone and (below.marker.style, below.marker.number) == ("arabic_space", 1)
    if above.marker and above.marker.style == BOX and not above.words:
        return len(below.plain) >= _SHORTEST_OPENING and forms.is_signature(below.plain)
    if number_alone or below.plain[0] in _NEVER_FIRST:
        return True
    blank = forms.is_blank_form(below.plain[:200]) or forms.is_blank_form(above.plain[:200])
    return not (blank or _stands_alone(below.plain))


def _stands_alone(line: str) -> bool:
    """Whether a line has a form of its own (a date, a list of units, a label, a salutation)."""
    if len(line) > _TITLE_LINE:
        return units.is_unit_line(line) or forms.SALUTATION.match(line[:600]) is not None
    if forms.is_page_furniture(line) or forms.SALUTATION.match(line):
        return True
    alone = (
        forms.DATE_LINE,
        forms.DOCUMENT_NUMBER,
        forms.ATTACHMENTS,
        forms.ATTACHMENT_LABEL,
        forms.COPIES,
        forms.HISTORY,
    )
    return units.is_unit_line(line) or any(form.match(line) for form in (*alone, forms.ANNOUNCEMENT))


def _needs_space(above: Line, below: Line) -> bool:
    """Whether a space has to part two lines: Latin words, a box's number and its name."""
    if above.marker and above.marker.style == BOX and not above.words:
        return True
    last, first = above.plain[-1], below.plain[0]
    return last.isascii() and last.isalnum() and first.isascii() and first.isalnum()


def _breaks_name(above: str, below: str, titles: frozenset[str]) -> bool:
    """Whether two lines are one title that the document names elsewhere."""
    if len(above) > _TITLE_LINE or len(below) > _TITLE_LINE:
        return False
    label = forms.ATTACHMENTS.match(above)
    name = above[label.end() :] if label else above
    return bool(name) and forms.is_signature(name) and forms.normal(name + below) in titles


def _breaks_title(above: str, below: str, opener: Line | None) -> bool:
    """Whether two lines are one title by the form of the whole; `opener` is the line above both."""
    whole = above + below
    if len(above) > _TITLE_LINE or len(below) > _TITLE_LINE or forms.is_prose(whole):
        return False
    if forms.is_titled(above):
        return forms.VERSION.match(below) is not None
    if not forms.is_titled(whole) or forms.is_page_furniture(above):
        return False
    if not forms.is_about(whole) and forms.is_titled(below) and above[:_SHARED] == below[:_SHARED]:
        # A site's name, and the title.
        return False
    if forms.is_about(whole) and (above.endswith("关于") or _opens_title(above, below)):
        return True
    phrase = len(above) >= _SHORTEST_OPENING and len(below) <= _LONGEST_ENDING
    own = any(form.match(above) for form in (forms.ORGANISATION, forms.NOTE, forms.DATE_LINE))
    opens = opener is None or _ends_something(opener)
    return phrase and not own and opens and forms.is_signature(above)


def _opens_title(above: str, below: str) -> bool:
    """Whether a line is the issuer of what the next line is about, or breaks off what it sends."""
    if below.startswith("关于"):
        return forms.ORGANISATION.match(above) is not None
    return "关于" in above and forms.is_signature(above)


class _Wrap:
    """How a document's lines were wrapped: the width in Han characters, 0 where they were not."""

    def __init__(self, lines: Sequence[Line]) -> None:
        widths = [_width(line) for line in lines]
        open_ended = Counter(
            round(width)
            for line, width in zip(lines, widths, strict=True)
            if _NARROWEST <= width <= _WIDEST and not forms.is_ended(line.plain[-8:])
        )
        wrapped = {
            width: sum(open_ended[width - less] for less in range(_RAGGED + 1)) for width in open_ended
        }
        self.width = max(wrapped, key=lambda width: (wrapped[width], width), default=0)
        longer = sum(width > self.width + _RAGGED for width in widths)
        if wrapped.get(self.width, 0) < max(_FEWEST, len(lines) // 5, 4 * longer):
            self.width = 0
        # Where paragraphs are indented, a line that is not continues the one above even after a stop.
        indented = sum(line.indented for line in lines)
        self.indents = len(lines) // 10 < indented < len(lines) * 4 // 5

    def breaks(self, run: str, above: Line, below: Line) -> bool:
        """Whether `below` goes on with `run`, the end of what is joined so far; `above` is its last line."""
        if not above.words or below.plain[0] in _NEVER_FIRST:
            return True
        full = bool(self.width) and _width(above) >= self.width - _RAGGED
        if below.indented and not above.indented and not (full and above.marker):
            return False
        hangs = self.indents and not below.indented
        if forms.is_ended(run) or units.tail(run) < len(run):
            return full and hangs
        if _left_open(run, below.plain) or forms.CIRCULATED.match(above.plain):
            return True
        if full:
            return not forms.is_titled(run)
        running = _INNER_STOP.search(run) or ((hangs or len(run) >= _LONG) and _COMMA.search(run))
        return bool(running and _RUNNING.search(below.plain)) or run.endswith(("，", "、", ","))


def _width(line: Line) -> float:
    """The width of a line with its indentation, in Han characters."""
    narrow = len(line.plain.encode("latin-1", "ignore"))
    return line.indent + len(line.plain) - narrow / 2


def _left_open(above: str, below: str) -> bool:
    """Whether a bracket or quotation mark opens in the line above and closes in the one below."""
    for opener, closer in _PAIRS.items():
        if above.rfind(opener) > above.rfind(closer):
            closes, opens = below.find(closer), below.find(opener)
            if closes >= 0 and (opens < 0 or closes < opens):
                return True
    return False
