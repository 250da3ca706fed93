"""From a spreadsheet to the text of a codebook, or to all that is wrong with it, row by row."""

from annotator.tools.codebook.problem import CodebookError, Problem
from annotator.tools.codebook.reading import checked
from annotator.tools.codebook.sheet_reading import read
from annotator.tools.codebook.sheets import HEAD, SHEETS, title


def text_of(data: bytes, name: str) -> str:
    """The TOML text of the codebook in an XLSX file; `name` is the file's. Raises CodebookError, which holds
    every fault, and AnnotatorError where the file cannot be read.
    """
    text, found = _read(data, name)
    if found:
        raise CodebookError(name, found)
    return text


def sheet_problems(data: bytes, name: str) -> list[Problem]:
    """Every fault of the codebook in an XLSX file, sheet by sheet. Raises AnnotatorError where it cannot be
    read.
    """
    return _read(data, name)[1]


def _read(data: bytes, name: str) -> tuple[str, list[Problem]]:
    import tomlkit  # noqa: PLC0415  (45 ms, and only for who gives a spreadsheet)

    sheets = read(data, name)
    fields = sheets.table.pop("field", [])
    head = {key: sheets.table.get(key, "") for key in HEAD}
    table = {key: value for key, value in head.items() if value or key == "parent"} | {"field": fields}
    text = tomlkit.dumps(table)
    found = [*sheets.faults, *((sheets.at(place), said) for place, said in checked(table, text)[1])]
    order = ["book", *SHEETS]
    found.sort(key=lambda fault: (order.index(fault[0][0]), fault[0][1]))
    return text, [Problem(row, sentence, title(sheet)) for (sheet, row), sentence in found]
