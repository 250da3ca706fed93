"""A small project with a plan in it, its ledger, and what people do to one in a spreadsheet program."""

from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from annotator.flows.adjudicating import Adjudicating, Cases
from annotator.flows.importing import import_files
from annotator.flows.ledger import Returned, export, take
from annotator.flows.opening import create
from annotator.store import documents
from annotator.store.blinding import sight
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project

ME = "王芳"
PLAN = (
    "上海市绿道行动计划（2026—2027年）\n"
    "为推进绿道建设，根据有关要求，制定本计划。\n"
    "一、建设任务\n"
    "1.建设绿道网络。新建绿道100公里以上，完善沿线设施。（责任单位：市规划资源局、市财政局、各区政府）\n"
    "2.完善标识系统。到2026年底，建设标识系统，统一编码。（责任单位：市文化旅游局）\n"
    "二、保障措施\n"
    "（一）加强组织领导\n"
    "市发展改革委牵头建立推进机制，市财政局配合。\n"
    "3.培育志愿队伍。开展巡护活动，建立志愿服务队伍。\n"
)
NUMBER = {
    "number": 1, "task": 2, "measures": 3, "targets": 4, "lead": 5, "others": 6, "due": 7, "progress": 8, "status": 9,
    "updated": 10, "remark": 11, "basis": 12, "source": 13, "place": 14, "key": 15,
}  # fmt: skip


def project_of(folder: Path, text: str = PLAN) -> Project:
    """A project of one person with one document."""
    project = create(folder / "p.db", ME)
    (folder / "计划.txt").write_text(text, encoding="utf-8")
    import_files(project, ME, codebook_of(project), [folder / "计划.txt"])
    return project


def clause(project: Project, words: str) -> str:
    """The clause in which words stand."""
    document = documents.listing(project)[0]
    return next(one.clause_id for one in documents.clauses(project, document) if words in one.text)


def decide(project: Project, clause_id: str, values: dict[str, Any], who: str = ME) -> None:
    """Decide fields of a clause."""
    case = Cases(project, codebook_of(project)).one(clause_id)
    Adjudicating(project, codebook_of(project), who).put(case, values, "见方案")


def ledger(project: Project, asker: str = ME, **how: Any) -> Workbook:
    """The ledger as a spreadsheet program opens it."""
    return load_workbook(BytesIO(export(project, codebook_of(project), sight(project, asker), **how).data))


def data(book: Workbook) -> bytes:
    """What such a program saves."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def back(project: Project, book: Workbook | bytes, who: str = ME, *, dry: bool = False) -> Returned:
    """Read an edited ledger."""
    saved = book if isinstance(book, bytes) else data(book)
    return take(
        project, codebook_of(project), who, saved, name="台账.xlsx", seen=sight(project, who), dry=dry
    )


def row(sheet: Any, words: str) -> int:
    """The row whose task begins with words."""
    return next(n for n in range(4, sheet.max_row + 1) if str(sheet.cell(n, 2).value or "").startswith(words))


def cell(sheet: Any, words: str, column: str) -> Any:
    """The cell of a column in that row."""
    return sheet.cell(row(sheet, words), NUMBER[column])


def said(sheet: Any, words: str, column: str) -> str:
    """What stands there, on one line."""
    return "".join(str(cell(sheet, words, column).value or "").split())
