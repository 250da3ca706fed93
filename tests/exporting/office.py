"""A small project built by hand: documents with everything that moves offsets, people who differ."""

import json
import re
from dataclasses import dataclass, field

from annotator.flows.reviewing import Reviewing
from annotator.model.cutting import Segment
from annotator.model.edit import Edit
from annotator.model.event import Change
from annotator.model.ids import clause_id, document_id, sha256
from annotator.model.mapping import Clean
from annotator.model.source import Source
from annotator.store import codebooks, events, suggestions
from annotator.store.project import Project
from annotator.tools.codebook import parse
from tests.making import store_document

CODEBOOK = """
name = "trial"
version = "1"
zh = "试用码表"
en = "Trial"

[[field]]
id = "kind"
kind = "single"
zh = "类型"
en = "Type"
code = [{ id = "task", zh = "任务", en = "Task" }, { id = "no", zh = "背景", en = "Grounds" }]

[[field]]
id = "topic"
kind = "multi"
max = 3
zh = "主题"
en = "Topic"
code = [
    { id = "data", zh = "数据", en = "Data" },
    { id = "infra", zh = "设施", en = "Infrastructure" },
    { id = "infra.compute", zh = "算力", en = "Compute" },
]

[[field]]
id = "unit"
kind = "entity"
zh = "单位"
en = "Unit"

[[field]]
id = "priority"
kind = "ordinal"
zh = "优先级"
en = "Priority"
applies_to = { kind = ["task"] }
code = [{ id = "low", zh = "低", en = "Low", value = 0 }, { id = "high", zh = "高", en = "High", value = 1 }]

[[field]]
id = "target"
kind = "span"
zh = "指标"
en = "Target"
attribute = [
    { id = "value", kind = "number", zh = "数值", en = "Value" },
    { id = "comparator", kind = "choice", zh = "限定", en = "Comparator", code = [
        { id = "at_least", zh = "不少于", en = "at least" }, { id = "equal", zh = "等于", en = "equal" },
    ] },
    { id = "by", kind = "date", zh = "时限", en = "By" },
    { id = "of", kind = "text", zh = "指标", en = "Of" },
]

[[field]]
id = "due"
kind = "date"
zh = "期限"
en = "Due"

[[field]]
id = "reason"
kind = "text"
zh = "理由"
en = "Reason"
"""


@dataclass(frozen=True)
class Piece:
    """A segment to be: raw texts, and repairs as {what stands in the source: what it should read}."""

    text: str
    tail: str = ""
    marker: str = ""
    kind: str = "clause"
    path: tuple[str, ...] = ()
    repairs: dict[str, str] = field(default_factory=dict)


def cut(*pieces):
    """(source, segments) of pieces set one below the other, with Windows line ends."""
    source = "".join(f"{piece.marker}{piece.text}{piece.tail}\r\n" for piece in pieces)
    segments, start = [], 0
    for piece in pieces:
        text = start + len(piece.marker)
        tail = text + len(piece.text)
        close = tail + len(piece.tail)
        edits = []
        for before, after in piece.repairs.items():
            at = source.index(before, start, close)
            edits.append(Edit(at, at + len(before), "trial", before, after))
        segments.append(
            Segment(
                piece.kind, len(piece.path) + 1, piece.marker, piece.path, start, close + 2,
                Clean(source, text, tail, edits).text, text, tail,
                Clean(source, tail, close, edits).text, tail, close, edits=tuple(edits),
            )
        )  # fmt: skip
        start = close + 2
    return source, segments


PLAN = (
    Piece("𠮷林省行动方案", kind="title"),
    Piece("总体要求", marker="一、", kind="heading"),
    Piece(
        "建设😀算力\u00a0网络，由市规(guī)劃资源局牵头，到2027年建成100个。",
        "（责任单位：市数据(jù)局、市经信委）",
        "1.",
        path=("总体要求",),
        repairs={"(guī)": "", "(jù)": ""},
    ),
    Piece("=加快开放,“分享”数据。\r\n第二款。", marker="2.", path=("总体要求",)),
    Piece("各单位抓好落实。", path=("总体要求",)),
    Piece("第四条。"), Piece("第五条。"), Piece("第六条。"), Piece("第七条。"),
)  # fmt: skip
NOTICE = (Piece("@通知正文\u2028一段。"), Piece("第二条。"), Piece("此件公开发布", kind="front_matter"))


class Office:
    """A project under the trial codebook, with a clock that stands where it is put."""

    def __init__(self, path, codebook=CODEBOOK):
        self.now = 1_790_000_000_000
        self.project = Project.create(path, clock=lambda: self.now)
        self.use(codebook)

    def use(self, text):
        self.codebook_text = text
        self.codebook = parse(text, "trial")
        codebooks.use(self.project, "amy", self.codebook, text)

    def bring(self, name, pieces):
        """Import a document; returns its source and the ids of its clauses."""
        source, segments = cut(*pieces)
        store_document(
            self.project, "amy", doc_id=document_id(source.encode()), file_sha256=sha256(source.encode()),
            file_name=name, source=Source(source, "txt/1 utf-8"), cutter="hand", segments=segments,
            metadata={"title": segments[0].text, "date": "2026-01-02"},
        )  # fmt: skip
        digest = sha256(source)
        clauses = [s for s in segments if s.kind == "clause"]
        return source, [clause_id(digest, s.start, s.end) for s in clauses]

    def at(self, reviewer):
        return Reviewing(self.project, self.codebook, reviewer)

    def decide(self, clause, **values):
        changes = [Change("label", clause, name, value, layer="gold") for name, value in values.items()]
        events.record(self.project, "lead", changes, origin="key")

    def suggest(self, *found):
        suggestions.add(self.project, found)


def unit(name, source="", raw="", role="lead", org_id=None):
    """A unit, stated where `raw` stands in `source` (pinyin in brackets is repaired), else assigned."""
    start = source.index(raw) if raw else None
    return {
        "org_id": org_id, "name": name, "role": role, "stated": bool(raw),
        "surface": re.sub(r"\(\w+\)", "", raw), "start": start, "end": start + len(raw) if raw else None,
    }  # fmt: skip


def lines(path):
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


def units(source):
    return [
        unit("市规划资源局", source, "市规(guī)劃资源局", org_id="org-gz"),
        unit("市数据局", source, "市数据(jù)局", "participant"),
        unit("市财政局", role="supervisor"),
    ]


def label(office):
    """Seven clauses, each in another status; returns the source and the clauses' ids by status."""
    source, ids = office.bring("方案.txt", PLAN)
    named = dict(
        zip(("gold", "single", "conflict", "silver", "skipped", "draft", "unreviewed"), ids, strict=True)
    )
    amy, bo = office.at("amy"), office.at("bo")
    office.now += 60_000
    amy.finish(
        named["gold"],
        {
            "kind": ["task"],
            "topic": ["infra.compute", "data"],
            "unit": units(source),
            "priority": ["high"],
            "target": [{**span(source, "100个"), "value": 100, "comparator": "equal", "by": "2027"}],
            "due": ["2027"],
        },
        seconds=12.3,
    )
    amy.mark(named["gold"], office.codebook.field("topic"), [span(source, "算力")])
    amy.mark(
        named["gold"], office.codebook.field("kind"), [span(source, "建设😀"), span(source, "市数据(jù)局")]
    )
    bo.finish(named["gold"], {"kind": ["task"], "topic": ["data"], "priority": ["low"]})
    office.decide(
        named["gold"], topic=["infra.compute", "data"], priority=["high"], unit=units(source), target=[],
        due=["2027"], reason=["按主句判"],
    )  # fmt: skip
    amy.finish(named["single"], {"priority": ["low"]})
    amy.finish(named["conflict"], {"kind": ["task"], "topic": ["data"]})
    bo.finish(named["conflict"], {"kind": ["no"], "topic": ["data"]})
    for who in (amy, bo):
        who.finish(named["silver"], {"kind": ["no"], "topic": []})
    amy.skip(named["skipped"])
    amy.put(named["draft"], {"topic": []})
    bo.mark(named["draft"], office.codebook.field("topic"), [span(source, "第六条")])
    bo.flag(named["draft"])
    bo.ask(named["draft"], "这条算数据吗？")
    bo.note(named["draft"], "-待查")
    return source, named


def span(source, raw):
    """The place of `raw` in the source (pinyin in brackets is repaired)."""
    at = source.index(raw)
    return {"surface": re.sub(r"\(\w+\)", "", raw), "start": at, "end": at + len(raw)}
