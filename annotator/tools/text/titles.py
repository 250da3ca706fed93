"""Where documents begin: the titles, and the tables of contents that repeat what is below.

The first line with a title's form is one, if it stands above all numbering. Further ones need evidence:
a quotation in 《》, the full form 关于……的……, or a place behind a date, a label (附件1) or an announcement
(全文如下：). A title has text below it; a site's list of related documents has not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.tools.text import forms, units
from annotator.tools.text.lines import Line

_SHORT = 80
_WEAK, _WEAKEST = 0.2, 0.4
_FEWEST_ENTRIES = 5
# Signs before items of one level that say nothing of a document's build.
_PLAIN_STYLES = ("dash", "bullet", "letter", "letter_brackets")


@dataclass(frozen=True, slots=True)
class Title:
    """A title: the index of its line, of its first line (a label, 附件1), where its text begins, doubt."""

    line: int
    first: int
    start: int
    doubt: float


def is_structural(line: Line) -> bool:
    """Whether a line has a number that shows how the document is built."""
    return line.marker is not None and line.marker.number > 0 and line.marker.style not in _PLAIN_STYLES


def is_substance(line: Line) -> bool:
    """Whether a line is text of a document, not a name or a page's furniture."""
    return _is_written(line) or units.is_unit_line(line.plain)


def _is_written(line: Line) -> bool:
    """Whether a line is an item, a row or a sentence."""
    if line.marker is not None or line.cell:
        return True
    return forms.is_prose(line.plain) and not forms.is_rights_notice(line.plain)


def find(lines: Sequence[Line], contents: frozenset[int]) -> list[Title]:
    """The titles in order; `contents` are the lines of tables of contents."""
    annexed = _annexed(lines)
    quoted = forms.quoted("\n".join(line.plain for line in lines if "《" in line.plain))
    candidates = [
        title
        for number in range(len(lines))
        if number not in contents
        and (title := _run_together(lines[number], number, annexed) or _candidate(lines, number, quoted))
    ]
    built = next((n for n, line in enumerate(lines) if is_structural(line) and n not in contents), len(lines))
    has_text = any(map(is_substance, lines))
    titles: list[Title] = []
    for place, title in enumerate(candidates):
        end = candidates[place + 1].first if place + 1 < len(candidates) else len(lines)
        labelled = title.first < title.line
        below = lines[title.line + 1 : end]
        if not labelled and has_text and not any(map(_is_written, below)):
            continue
        if _is_listed(lines, title, below):
            continue
        text = lines[title.line].plain[title.start - lines[title.line].start :]
        certain = not quoted.isdisjoint(forms.named(text)) or forms.is_about(text) or labelled
        certain = certain or forms.ATTACHMENT_LABEL.match(text) is not None
        if certain or title.start > lines[title.line].start or _follows_an_end(lines, title.line):
            titles.append(title)
        elif not titles and title.line < built:
            titles.append(Title(title.line, title.first, title.start, _WEAK))
    if not titles or titles[0].line > built:
        titles[:0] = _untypical(lines, min(built, titles[0].first if titles else built))
    return [*_headlines(lines, candidates, titles, quoted), *titles]


def _is_listed(lines: Sequence[Line], title: Title, below: Sequence[Line]) -> bool:
    """Whether a name below 附件： is only named: nothing of what it names follows."""
    if title.first == title.line or not lines[title.first].plain.endswith(("：", ":")):
        return False
    return not any(line.cell or line.marker or len(line.plain) > _SHORT for line in below)


def _headlines(
    lines: Sequence[Line], candidates: Sequence[Title], titles: Sequence[Title], quoted: frozenset[str]
) -> list[Title]:
    """The same title above the first one, or one quoted below: a page's headline, with data in between."""
    if not titles:
        return []
    known = quoted.union(forms.normal(lines[title.line].plain) for title in titles)
    above = (title for title in candidates if title.line < titles[0].first and title.first == title.line)
    return [title for title in above if forms.normal(lines[title.line].plain) in known]


def _candidate(lines: Sequence[Line], number: int, quoted: frozenset[str]) -> Title | None:
    """The title that a line is by its form, or by the label before it."""
    line = lines[number]
    if line.marker or len(line.plain) > 2 * _SHORT:
        return Title(number, number, line.body, 0.0) if _is_collected(lines, number) else None
    if forms.ATTACHMENT_LABEL.match(line.plain):
        # A label with text right below it is all the title that there is.
        alone = number + 1 < len(lines) and forms.is_prose(lines[number + 1].plain)
        listing = line.plain.endswith(("：", ":"))
        return Title(number, number, line.start, 0.0) if alone and not listing else None
    if number and line.follows(lines[number - 1]) and forms.ATTACHMENT_LABEL.match(lines[number - 1].plain):
        listing = lines[number - 1].plain.endswith(("：", ":"))
        if forms.is_signature(line.plain) and not (listing and _in_list(lines, number)):
            return Title(number, number - 1, line.start, 0.0)
    sent = forms.normal(line.plain) in quoted and _follows_an_end(lines, number)
    if sent or forms.is_titled(line.plain) or line.hashes == 1:
        return Title(number, number, line.start, 0.0)
    label = forms.ATTACHMENTS.match(line.plain)
    if label and forms.is_titled(line.plain[label.end() :]) and not _in_list(lines, number):
        return Title(number, number, line.start + label.end(), 0.0)
    return None


def _is_collected(lines: Sequence[Line], number: int) -> bool:
    """Whether a line with a number is a title in a collection of documents: its own number or its salutation
    stands below.
    """
    line = lines[number]
    if not (line.marker and line.marker.style == "arabic" and forms.is_about(line.words[: 2 * _SHORT])):
        return False
    below = lines[number + 1 : number + 3]
    shapes = (forms.DOCUMENT_NUMBER, forms.SALUTATION)
    return any(shape.match(one.plain[: 4 * _SHORT]) for one in below for shape in shapes)


def _annexed(lines: Sequence[Line]) -> frozenset[str]:
    """The normal forms of the names in the lists of attachments."""
    names: set[str] = set()
    listing = False
    for line in lines:
        label = forms.ATTACHMENTS.match(line.plain)
        listing = label is not None or (listing and line.marker is not None and len(line.plain) <= _SHORT)
        if listing:
            names.add(forms.normal(line.plain[label.end() :] if label else line.words).lstrip("0123456789"))
    return frozenset(names)


def _run_together(line: Line, number: int, annexed: frozenset[str]) -> Title | None:
    """The title behind a label without a break (附件1任务分工表), if an attachment is listed by that name."""
    label = forms.ATTACHED.match(line.plain)
    if label is None or len(line.plain) > _SHORT or forms.normal(line.plain[label.end() :]) not in annexed:
        return None
    return Title(number, number, line.start + label.end(), 0.0)


def _in_list(lines: Sequence[Line], number: int) -> bool:
    """Whether an 附件 line stands in a list of them, or above a signature."""
    beside = [lines[n].plain for n in (number - 1, number + 1) if 0 <= n < len(lines)]
    below = lines[number + 1].plain if number + 1 < len(lines) else ""
    return any(forms.ATTACHMENTS.match(text) for text in beside) or forms.is_signature(below)


def _follows_an_end(lines: Sequence[Line], number: int) -> bool:
    """Whether the line above ends something: a date, a transmitting sentence, an announcement."""
    at = number - 1
    while at >= 0 and forms.NOTE.match(lines[at].plain):
        at -= 1
    if at < 0:
        return False
    above = lines[at].plain
    if len(above) > _SHORT:
        return forms.is_ended(above) and forms.TRANSMITTING.search(above[-4 * _SHORT :]) is not None
    ends = (forms.DATE_LINE, forms.SIGNED_DATE, forms.ANNOUNCEMENT, forms.FORMULA)
    return any(end.match(above) for end in ends) or forms.TRANSMITTING.search(above) is not None


def _untypical(lines: Sequence[Line], end: int) -> list[Title]:
    """A title without a title's form: the first short line of the document that is no furniture."""
    for number, line in enumerate(lines[: min(end, 12)]):
        text = line.plain
        name = forms.NAME.match(text)
        if name and forms.is_titled(text[name.end() :]):
            return [Title(number, number, line.start + name.end(), _WEAK)]
        if forms.is_page_furniture(text):
            continue
        fits = 4 <= len(text) <= _SHORT and forms.is_signature(text) and not line.marker
        below = lines[number + 1] if number + 1 < len(lines) else None
        if fits and below and (is_substance(below) or forms.SALUTATION.match(below.plain[:600])):
            return [Title(number, number, line.start, _WEAKEST)]
        return []
    return []


def contents(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of tables of contents: below 目录, up to where the first of them comes again."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        if number in found or len(line.plain) > _SHORT:
            continue
        if forms.CONTENTS.match(line.plain):
            listed = _listed(lines, number)
            # 目录 is a title's last word too (权责清单目录), and then nothing below comes again.
            if len(listed) > 1 or len(forms.normal(line.plain)) == 2:
                found.update(listed)
        elif line.marker and _has_leaders(line):
            found.add(number)
        elif _is_entry(line) and not (number and _is_entry(lines[number - 1])):
            found.update(_repeated(lines, number))
    return frozenset(found)


def _repeated(lines: Sequence[Line], first: int) -> range:
    """The numbered lines from `first` on, without text between them, that all come again below."""
    end = first
    while end < len(lines) and _is_entry(lines[end]):
        end += 1
        if end - first > 1 and forms.normal(lines[end - 1].plain) == forms.normal(lines[first].plain):
            end -= 1
            break
    if end - first < _FEWEST_ENTRIES:
        return range(0)
    entries = [forms.normal(line.plain) for line in lines[first:end]]
    below = iter(forms.normal(line.plain) for line in lines[end:] if is_structural(line))
    return range(first, end) if all(entry in below for entry in entries) else range(0)


def _is_entry(line: Line) -> bool:
    """Whether a line may stand in a table of contents that nothing announces."""
    return is_structural(line) and not forms.is_prose(line.plain)


def _has_leaders(line: Line) -> bool:
    return len(line.plain) <= _SHORT and forms.DOT_LEADERS.search(line.plain) is not None


def _listed(lines: Sequence[Line], heading: int) -> range:
    """The table of contents under the line `heading`."""
    entries: set[str] = set()
    end = heading + 1
    for number in range(heading + 1, len(lines)):
        text = lines[number].plain
        if len(text) > _SHORT or forms.is_prose(text):
            break
        entry = forms.normal(forms.LEADERS.sub("", text))
        if entry in entries:
            # Between the table and this line may stand the title once more.
            return range(heading, number - forms.is_titled(lines[number - 1].plain))
        entries.add(entry)
        if _has_leaders(lines[number]):
            end = number + 1
    return range(heading, end)
