"""Foreign text that would command a terminal, a project full of it, and the proof that none of it arrived."""

import base64
import re
import unicodedata
from pathlib import Path

from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.model.addition import Addition
from annotator.model.event import Change
from annotator.model.review import Person, Suggestion
from annotator.store import additions, documents, drafts, events, people, suggestions
from annotator.store.codebooks import codebook_of
from annotator.tools.codebook import shipped
from tests.terminal import Terminal

EVIL = "\x1b]0;owned\x07\x1b[66;77m\x9b66;77m[/][@click=app.bell]\u202e\u200b\xad\U000e0041\x08\x7f\u0301\u0301恶\r\n意"
"""A title, colours in 7 and 8 bits, markup, what turns the direction or is not seen, combining marks."""

LINE = "".join(sign for sign in EVIL if sign.isprintable() or sign in "\x1b\x07\x9b\u202e\u200b")
"""The same on one line, as a document or a name has it."""

FILE_NAME = "\x1b]0;owned\x07\u202e\x9b1m[x].txt"

OWN = re.compile(
    rb"\x1b\]22;[a-z]*\x07|\x1b\[[0-9;:?<>=]*[A-Za-z]|\x1b\[\?[0-9;]+\$p|\x1b[78=>]|\x1b\[[0-9;]* q"
    rb"|\x1bP[^\x1b]*\x1b\\|\x1b_[^\x1b]*\x1b\\"
)
"""The sequences that Textual itself writes: colours, movement, modes."""

CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/]*=*)\x07")
"""What the program itself writes to copy a clause."""


def assert_harmless(terminal: Terminal) -> None:
    """What reached the terminal is printable text and the sequences of the program itself."""
    assert b"[66;77m" not in re.sub(rb"[^\x1b]\[66;77m", b"", terminal.written), "a sequence of the text"
    rest = OWN.sub(b"", CLIPBOARD.sub(b"", terminal.written)).decode("utf-8")
    wrong = {sign for sign in set(rest) if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert not wrong - {"\r", "\n"}, {sign: rest[max(0, rest.index(sign) - 30) :][:60] for sign in wrong}
    for words in copied(terminal):
        assert all(unicodedata.category(sign) not in ("Cc", "Cf") or sign == "\n" for sign in words)


def copied(terminal: Terminal) -> list[str]:
    """What was given to the clipboard of the terminal."""
    return [base64.b64decode(text).decode("utf-8") for text in CLIPBOARD.findall(terminal.written)]


def hostile_codebook() -> str:
    """The shipped one, with every name and every explanation hostile."""
    escaped = "".join(f"\\U{ord(sign):08x}" for sign in LINE)
    names = r'^((?:zh|en|help|definition|include|exclude) = ")|(?<=[{,] zh = ")|(?<=[{,] en = ")'
    return re.sub(names, lambda found: found[0] + escaped, shipped("default"), flags=re.MULTILINE)


def hostile_project(folder: Path, reviewer: str = "[/王芳]") -> Path:
    """A project in which whatever a person, a file, a copy of another or a model can say is hostile: two
    documents of three clauses, labels, remarks, a draft, units, suggestions, saved queries, two reviewers.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        f"关于{LINE}的通知",
        f"一、{LINE}任务",
        f"1.建成{LINE}智能体20个以上。（责任单位：{LINE}市数据局）",
    ]
    lines += [f"2.推进{LINE}建设；完善{LINE}机制。", f"二、{LINE}保障", f"3.加强{LINE}领导。"]
    text = "\n".join(lines) + "\n"
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    (folder / "b.txt").write_text(text.replace("通知", "办法"), encoding="utf-8")
    path = folder / "\x1b[66;77m\u202e.db"
    with create(path, reviewer, hostile_codebook()) as project:
        people.store(project, reviewer, Person(reviewer, reviewer, roles=("owner", "annotator")))
        import_files(project, reviewer, codebook_of(project), [folder / FILE_NAME, folder / "b.txt"])
        for n in range(2):
            additions.enter(project, reviewer, Addition(f"org-x-{n}", f"恶{n}{EVIL}", EVIL, (EVIL,)))
        first = documents.listing(project)[0]
        for clause in documents.clauses(project, first):
            at = (clause.text_start, clause.text_start + 4)
            place = {"surface": EVIL, "start": at[0], "end": at[1]}
            unit = {"org_id": None, "name": EVIL, "role": "lead", "stated": True, **place}
            target = {**place, "indicator": EVIL, "unit": EVIL, "deadline": EVIL}
            told = [Suggestion(clause.clause_id, "responsible_unit", EVIL, "1", (unit,), 1.0)]
            told += [Suggestion(clause.clause_id, "target", EVIL, "1", (target,), 1.0)]
            suggestions.add(project, told)
            said = [
                Change("note", clause.clause_id, "", EVIL),
                Change("question", clause.clause_id, "", EVIL),
            ]
            said += [
                Change("note", clause.clause_id, "category", EVIL),
                Change("flag", clause.clause_id, "", True),
            ]
            said += [Change("label", clause.clause_id, "category", [EVIL, "data"])]
            said += [
                Change("label", clause.clause_id, EVIL, EVIL),
                Change("evidence", clause.clause_id, "category", [place]),
            ]
            for who in (reviewer, f"他{EVIL}"):
                events.record(project, who, said, origin="key")
            drafts.keep(project, drafts.Place(reviewer, clause.clause_id, "note"), f"草稿{EVIL}")
        saved = [Change("query", "query", f"常用{EVIL}", f"建设 {EVIL}", layer="project")]
        events.record(project, reviewer, saved, origin="command")
    return path
