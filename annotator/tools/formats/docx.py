"""Word files: the text as Word shows it with all changes accepted, with the numbers it draws.

Read from the XML itself, since the libraries for Word files leave out drawn numbers, text boxes and
changes. Headers, footers and comments are no part of the text.
"""

from annotator.errors import UnreadableFile
from annotator.model.source import Source
from annotator.words import say

READER = "docx/1"


def read(data: bytes, name: str) -> Source:
    """The text of a Word file: a line for each paragraph, line break and row of a table.

    Raises UnreadableFile where the file is damaged, protected or holds another file in it.
    """
    # lxml takes 20 ms to import and plain text does without; these three need it.
    from annotator.tools.formats.numbering import Numbering  # noqa: PLC0415
    from annotator.tools.formats.package import Package  # noqa: PLC0415
    from annotator.tools.formats.wordtext import WordText, hidden_styles  # noqa: PLC0415

    package = Package(data, name)
    main = package.related("").get("officeDocument", "word/document.xml")
    document = package.part(main)
    if document is None:
        raise UnreadableFile("reading.damaged", name=name)
    related = package.related(main)
    styles = package.part(related.get("styles", ""))
    numbering = Numbering(package.part(related.get("numbering", "")), styles)
    text = WordText(document, numbering, hidden_styles(styles))
    if text.embeds:
        raise UnreadableFile("reading.embedded", name=name)
    counted = {"footnotes": text.footnotes, "symbols": text.symbols}
    notes = tuple(say(f"reading.{key}", count=count) for key, count in counted.items() if count)
    return Source("\n".join(text.lines).strip("\n"), READER, notes)
