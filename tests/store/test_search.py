"""Queries against a real file: text in both scripts, labels of two people, headings, documents."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import AnnotatorError
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.cutting import Segment
from annotator.model.event import Change
from annotator.model.hold import Hold
from annotator.model.review import Person, Suggestion
from annotator.store import bigrams, cuttings, documents, events, people, pieces, suggestions
from annotator.store.project import Project
from annotator.store.search import Hit, search, whose
from annotator.tools.query import folded, parse
from tests.making import add_document, store_segments, taken_back

PLAN = [
    # kind, level, marker, text, tail
    ("title", 0, "", "上海市算力方案", ""),
    ("heading", 1, "一、", "总体要求", ""),
    ("clause", 2, "", "统筹数据，发展算力。", ""),  # 0
    ("heading", 1, "二、", "主要任务", ""),
    ("heading", 2, "（一）", "夯实网络底座", ""),
    ("clause", 3, "1.", "加快建设5G网络。", "（市经济信息化委）"),  # 1
    ("clause", 3, "2.", "推进IPv6改造，覆盖率达80%。", ""),  # 2
    ("heading", 2, "（二）", "培育產業", ""),
    ("clause", 3, "3.", "扶持充电桩企业。", "（市数据局、市财政局）"),  # 3
]
OLD = ["制定空間規劃，落實數據要素。", "建设(5G)基站", "到２０２７年，培育人才"]
CUTTER = "test/1"


def unit(name: str, role: str = "lead", surface: str = "") -> dict[str, Any]:
    stated = {"stated": True, "surface": surface, "start": 0, "end": len(surface)} if surface else {}
    return {"name": name, "role": role, "org_id": None, **stated}


@pytest.fixture
def clauses(project: Project) -> list[str]:
    """Four clauses under headings, then three in the other script and width; their ids."""
    text, segments = "", []
    for kind, level, marker, body, tail in PLAN:
        start, at = len(text), len(text) + len(marker)
        text += marker + body + tail + "\n"
        segments.append(
            Segment(
                kind, level, marker, (), start, len(text), body, at, at + len(body), tail, at + len(body), at + len(body + tail),
                doubt=0.75 if "IPv6" in body else 0.0,
            )
        )  # fmt: skip
    store_segments(project, text, segments, name="算力方案.txt")
    add_document(project, OLD, name="舊文件.txt")
    return [c.clause_id for d in documents.listing(project) for c in documents.clauses(project, d)]


@pytest.fixture
def ask(project: Project, codebook: Codebook, clauses: list[str]) -> Callable[..., list[int]]:
    """The numbers of a query's hits among `clauses`, in the order in which they come."""

    def found(query: str, *reviewers: str) -> list[int]:
        hits = hits_of(project, codebook, query, *reviewers or ("li",))
        return [clauses.index(hit.clause_id) for hit in hits]

    return found


def hits_of(project: Project, codebook: Codebook, query: str, *reviewers: str) -> list[Hit]:
    return [hit for batch in search(project, parse(query, codebook), codebook, reviewers) for hit in batch]


# ---------------------------------------------------------------- text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("规划", [4]), ("規劃", [4]), ("数据", [0, 3, 4]), ("數據", [0, 3, 4]), ("局", [3]), ("产业", []), ("算力", [0]), ("方案", []),
        ("5g", [1, 5]), ("５Ｇ", [1, 5]), ("ipV6", [2]), ("2027", [6]), ("80%", [2]), ("８０％", [2]), ("%", [2]), ("_", []), ("(5G)", [5]), ("（5G）", [5]),
        ("数据，", [0]), ("数据,", [0]), ("，", [0, 2, 4, 6]), (",", [0, 2, 4, 6]), ("要素。", [4]), ("规划，落实", [4]), ("规划,落", [4]), ("、", [3]),
        ("市数据局", [3]), ("2.", [2]), ("1.加快", []), ("桩企业。（市", []), ("数据 -规划", [0, 3]), ("-数据", [1, 2, 5, 6]), ("建设 网络", [1]), ("网络 建设", [1]),
        ('"', [0, 1, 2, 3, 4, 5, 6]), ("", [0, 1, 2, 3, 4, 5, 6]), ("' XOR 1=1 --", []), ("\x00", [0, 1, 2, 3, 4, 5, 6]), ("建\x00设", [1, 5]), ("规" * 10_000, []), ("\ufffd", []), ("😀", []),
    ],
)  # fmt: skip
def test_words_are_found_in_either_script_case_and_width(
    query: str, expected: list[int], ask: Callable[..., list[int]]
) -> None:
    assert ask(query) == expected


def test_hits_name_the_document_and_the_number_of_the_clause(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    every = documents.listing(project)
    assert hits_of(project, codebook, "5G", "li") == [
        Hit(every[0].doc_id, 1, clauses[1]),
        Hit(every[1].doc_id, 1, clauses[5]),
    ]


ALPHABET = st.text("数據数据规劃,，5ＧgA a", min_size=1, max_size=7)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    st.lists(st.tuples(ALPHABET, st.text("局，G", max_size=2)), min_size=1, max_size=12),
    st.lists(ALPHABET, min_size=1, max_size=6),
    st.booleans(),
)
def test_a_search_finds_what_a_plain_look_at_every_clause_finds(
    project: Project, codebook: Codebook, written: list[tuple[str, str]], words: list[str], indexed: bool
) -> None:
    with taken_back(project), pytest.MonkeyPatch.context() as patch:
        patch.setattr(bigrams, "VOLUME", 4)
        patch.setattr(bigrams, "UNINDEXED", 0)
        patch.setattr(bigrams, "_WORTH", 3)
        for part in (written[: len(written) // 2], written[len(written) // 2 :]):
            if part:
                add_parts(project, part)
        if indexed:
            assert bigrams.extend(project) == len(written) // 4
        every = [(text, tail) for d in documents.listing(project) for text, tail in texts(project, d.cutting)]
        for word in words:
            wanted = [
                n for n, parts in enumerate(every) if any(folded(word) in folded(part) for part in parts)
            ]
            quoted = f'"{word}"'
            if not word.strip():
                continue
            places = [(d.doc_id, n) for d in documents.listing(project) for n in range(d.clauses)]
            found = [(hit.doc_id, hit.ord) for hit in hits_of(project, codebook, quoted, "li")]
            assert found == [places[n] for n in wanted]
            others = [(hit.doc_id, hit.ord) for hit in hits_of(project, codebook, "-" + quoted, "li")]
            assert others == [place for place in places if place not in found]


def add_parts(project: Project, written: list[tuple[str, str]]) -> None:
    """A document of clauses with text and tail."""
    source, segments = "", []
    for text, tail in written:
        start = len(source)
        source += text + tail + "\n"
        middle = start + len(text)
        segments.append(
            Segment(
                "clause", 1, "", (), start, len(source), text, start, middle, tail, middle, len(source) - 1
            )
        )
    number = len(documents.listing(project))
    store_segments(
        project,
        source + "尾" * number,
        [*segments[:-1], replace(segments[-1], end=len(source) + number)],
        name=f"{number}.txt",
    )


def texts(project: Project, cutting: int) -> list[tuple[str, str]]:
    query = "SELECT text, tail FROM segment WHERE cutting_no = ? ORDER BY seq"
    return list(project.db.execute(query, (cutting,)))


# ---------------------------------------------------------------- labels


@pytest.fixture
def labelled(project: Project, codebook: Codebook, clauses: list[str]) -> None:
    """What li said of the clauses, and wang of some of them."""
    li, wang = (Reviewing(project, codebook, who) for who in ("li", "wang"))
    li.finish(
        clauses[0], {"clause_type": ["principle"], "category": ["data", "infra"]}
    )  # priority does not apply
    li.put(clauses[1], {"category": ["infra"], "clause_type": ["task"], "priority": ["expedited"]})
    li.put(clauses[1], {"responsible_unit": [unit("上海市经济和信息化委员会", surface="市经济信息化委")]})
    li.put(clauses[2], {"priority": ["dated"], "category": []})
    li.put(clauses[3], {"responsible_unit": [unit("上海市数据局"), unit("上海市财政局", "participant")]})
    li.skip(clauses[4])
    li.flag(clauses[4])
    li.note(clauses[4], "見充電樁一節，待查")
    li.ask(clauses[5], "5G算不算新型基础设施？")
    li.put(clauses[6], {"category": ["data"]})
    li.undo()
    wang.put(clauses[6], {"category": ["infra"]})
    wang.flag(clauses[0])
    suggestions.add(
        project,
        [
            Suggestion(clauses[0], "clause_type", "import", "1", ("principle",), 0.9),
            Suggestion(clauses[1], "clause_type", "import", "1", ("goal",), 0.9),
            Suggestion(clauses[2], "priority", "import", "1", ("dated",), 0.5),
            Suggestion(clauses[2], "priority", "model", "1", ("routine",), 0.8),
            Suggestion(clauses[3], "responsible_unit", "import", "1", (unit("上海市数据局"),), 0.9),
            Suggestion(clauses[6], "category", "import", "1", ("data",), 0.9),
        ],
    )


@pytest.mark.usefixtures("labelled")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("category:data", [0]), ("category:infra", [0, 1]), ("category:data,infra", [0, 1]), ("-category:infra", [2, 3, 4, 5, 6]), ("category:data category:infra", [0]),
        ("category:none", [2]), ("category:unset", [3, 4, 5, 6]), ("category:any", [0, 1]), ("category:any,none", [0, 1, 2]), ("category:未填,数据", [0, 3, 4, 5, 6]),
        ("category:none,data", [0, 2]), ("priority>=加快", [1, 2]), ("priority>加快", [2]), ("priority<限时", [1]), ("priority:n/a", [0]), ("-priority:n/a", [1, 2, 3, 4, 5, 6]),
        ("priority:unset", [3, 4, 5, 6]), ("priority:none", []), ("unit:数据局", [3]), ("单位:數據局", [3]), ("unit:市财政局@配合", [3]), ("unit:市财政局@牵头", []), ("unit:@牵头", [1, 3]),
        ("unit:经济信息化委", [1]), ("unit:经济和信息化", [1]), ("unit:none", [0]), ("unit:any", [1, 3]), ("unit:数据局,经济", [1, 3]), ("unit:%", []),
        ("state:submitted", [0]), ("state:skipped", [4]), ("state:draft", [1, 2, 3]), ("state:untouched", [5, 6]), ("state:未完成", [1, 2, 3, 5, 6]), ("-state:unfinished", [0, 4]),
        ("state:draft,skipped", [1, 2, 3, 4]), ("flag:yes", [4]), ("flag:no", [0, 1, 2, 3, 5, 6]), ("note:yes", [4]), ("note:充电桩", [4]), ("note:没写的", []), ("note:没写的,待查", [4]),
        ("note:no", [0, 1, 2, 3, 5, 6]), ("question:有", [5]), ("question:5g算", [5]), ("-question:yes", [0, 1, 2, 3, 4, 6]), ("doubt>=0.5", [2]), ("doubt<0.5", [0, 1, 3, 4, 5, 6]), ("doubt:0.75", [2]),
        ("differs:yes", [1, 2, 3]), ("differs:no", [0, 4, 5, 6]), ("differs:类型", [1]), ("differs:category,unit", [3]), ("-differs:priority", [0, 1, 3, 4, 5, 6]),
        ("suggested:yes", [0, 1, 2, 3, 6]), ("suggested:no", [4, 5]), ("suggested:category", [6]), ("suggested:目标", [1]), ("建议:常规", [2]), ("建议:数据,目标", [1, 6]),
        ("category:infra 5G", [1]), ("网络 -category:data", [1]), ("数据 state:submitted", [0]), ("flag:yes 规划", [4]), ("flag:yes 算力", []), ("state:draft unit:unset", [2]),
    ],
)  # fmt: skip
def test_labels_of_the_person_at_work_are_looked_at(
    query: str, expected: list[int], ask: Callable[..., list[int]]
) -> None:
    assert ask(query) == expected


@pytest.mark.usefixtures("labelled")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("category:infra", [0, 1, 6]), ("category:data", [0]), ("flag:yes", [0, 4]), ("-flag:yes", [1, 2, 3, 5, 6]), ("state:draft", [1, 2, 3, 6]), ("differs:yes", [1, 2, 3, 6]),
        ("category:unset", [0, 1, 2, 3, 4, 5, 6]), ("state:submitted flag:yes", [0]),
    ],
)  # fmt: skip
def test_of_several_people_one_is_enough(
    query: str, expected: list[int], ask: Callable[..., list[int]]
) -> None:
    assert ask(query, "li", "wang") == expected


@pytest.mark.usefixtures("labelled")
def test_where_nobody_is_asked_nobody_has_said_anything(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    assert hits_of(project, codebook, "flag:yes") == []
    assert len(hits_of(project, codebook, "state:untouched")) == len(clauses)


@pytest.mark.usefixtures("labelled")
def test_a_note_on_an_answer_is_a_note(
    project: Project, clauses: list[str], ask: Callable[..., list[int]]
) -> None:
    events.record(project, "li", [Change("note", clauses[2], "priority", "因为有时限")], origin="key")
    assert ask("note:时限") == [2]
    assert ask("note:yes") == [2, 4]


def test_what_was_said_in_the_shapes_of_an_older_codebook_is_passed_over(
    project: Project, clauses: list[str], ask: Callable[..., list[int]]
) -> None:
    for field, value in (
        ("responsible_unit", ["市数据局"]),
        ("category", [{"name": "数据"}]),
        ("priority", [3]),
    ):
        events.record(project, "li", [Change("label", clauses[0], field, value)], origin="file")
    assert ask("unit:数据局") == ask("category:data") == ask("priority>=加快") == []
    assert ask("unit:any") == ask("category:any") == [0]


def test_a_code_counts_for_those_above_it(project: Project, codebook: Codebook, clauses: list[str]) -> None:
    (category,) = (field for field in codebook.fields if field.id == "category")
    infra = next(code for code in category.codes if code.id == "infra")
    nested = category._replace(
        codes=(*category.codes, infra._replace(id="infra.compute", zh="机房", en="Rooms"))
    )
    wider = codebook._replace(
        fields=tuple(nested if field is category else field for field in codebook.fields)
    )
    for clause, code in zip(clauses, ("infra.compute", "infra", "infrared"), strict=False):
        events.record(project, "li", [Change("label", clause, "category", [code])], origin="file")
    assert [hit.clause_id for hit in hits_of(project, wider, "category:infra", "li")] == clauses[:2]
    assert [hit.clause_id for hit in hits_of(project, wider, "category:机房", "li")] == clauses[:1]


@pytest.mark.usefixtures("labelled")
def test_what_is_kept_from_a_person_is_not_suggested_to_them(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    def numbers(query: str, hold: Hold) -> set[int]:
        batches = search(project, parse(query, codebook), codebook, ["li"], hold=hold)
        return {clauses.index(hit.clause_id) for batch in batches for hit in batch}

    half = Hold(0.5, seed=3)
    kept = {number for number, clause in enumerate(clauses) if half.holds(clause, "li")}
    assert kept & {1, 2, 3}
    for query in ("suggested:yes", "differs:yes", "建议:目标,常规"):
        assert numbers(query, half) == numbers(query, Hold()) - kept
        assert numbers(query, Hold(1.0)) == set()


@pytest.mark.usefixtures("labelled")
@pytest.mark.parametrize("scope", ["clause", "document", "project"])
def test_what_a_person_has_rejected_is_not_suggested_to_them(
    scope: str, project: Project, clauses: list[str], ask: Callable[..., list[int]]
) -> None:
    def reject(number: int, item: str) -> None:
        doc_id, _ = documents.find_clause(project, clauses[number]) or ("", 0)
        subject = {"clause": clauses[number], "document": doc_id}.get(scope, "project")
        events.record(project, "li", [Change("reject", subject, item, True)], origin="key")

    reject(1, "clause_type:goal")
    reject(2, "priority:routine")
    assert ask("suggested:目标") == ask("differs:类型") == ask("suggested:常规") == []
    assert ask("suggested:priority") == [2]  # the rules suggest what was answered
    assert ask("differs:priority") == []
    reject(2, "priority:dated")
    assert ask("suggested:priority") == []
    reject(3, "responsible_unit:上海市数据局")
    assert ask("suggested:yes") == [0, 6]
    assert ask("differs:yes") == []
    assert ask("suggested:yes", "li", "wang") == [0, 1, 2, 3, 6]


def test_of_equal_scores_an_answer_differs_from_the_one_that_is_shown(
    project: Project, clauses: list[str], ask: Callable[..., list[int]]
) -> None:
    given = [("codebook", "data"), ("import", "infra"), ("model", "model")]
    rows = [Suggestion(clauses[0], "category", source, "1", (code,), 0.8) for source, code in given]
    events.record(project, "li", [Change("label", clauses[0], "category", ["model"])], origin="key")
    suggestions.add(project, rows[:2])
    assert ask("differs:category") == [0]
    suggestions.add(project, rows)
    assert ask("differs:category") == []
    events.record(project, "li", [Change("label", clauses[0], "category", ["data"])], origin="key")
    assert ask("differs:category") == [0]


def test_words_and_figures_of_a_span_are_found_and_not_its_offsets(
    project: Project, clauses: list[str], ask: Callable[..., list[int]]
) -> None:
    target = {"surface": "覆盖率达八成", "start": 4321, "end": 4325, "indicator": "IPv6覆盖率", "value": 80}
    events.record(project, "li", [Change("label", clauses[2], "target", [target])], origin="file")
    assert ask("target:80") == ask("指标:ipv6") == ask("target:八成") == [2]
    assert ask("target:4321") == ask("target:surface") == []


# ---------------------------------------------------------------- where a clause stands


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("doc:算力方案", [0, 1, 2, 3]), ("文件：旧文件", [4, 5, 6]), ("doc:.txt", [0, 1, 2, 3, 4, 5, 6]), ("-doc:算力", [4, 5, 6]), ("doc:没有", []), ("doc:算力,旧", [0, 1, 2, 3, 4, 5, 6]),
        ("path:主要任务", [1, 2, 3]), ("path:產業", [3]), ("path:产业", [3]), ("path:任务/网络", [1, 2]), ("path:网络/任务", []), ("path:二", [1, 2, 3]), ("path:2", [1, 2, 3]),
        ("path:二/一", [1, 2]), ("path:二/（二）", [3]), ("path:2/2/3", [3]), ("path:二/二/1", []), ("path:一", [0]), ("-path:二", [0, 4, 5, 6]), ("path:一,二/二", [0, 3]), ("path:三", []),
        ("path:底座/1", [1]), ("数据 path:二", [3]), ("doc:算力 -path:一", [1, 2, 3]), ("path:%", []),
    ],
)  # fmt: skip
def test_clauses_are_found_by_where_they_stand(
    query: str, expected: list[int], ask: Callable[..., list[int]]
) -> None:
    assert ask(query) == expected


def test_an_id_of_a_document_is_enough_of_a_name(project: Project, ask: Callable[..., list[int]]) -> None:
    assert ask(f"doc:{documents.listing(project)[1].doc_id}") == [4, 5, 6]


def test_only_documents_in_use_are_searched(project: Project, ask: Callable[..., list[int]]) -> None:
    cuttings.retire(project, "li", documents.listing(project)[0].doc_id)
    assert ask("5G") == [5]


def test_a_new_cutting_takes_the_place_of_the_old_one(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    """Its numbers come last, its document stays the first; a clause that stays keeps its labels."""
    first, second = documents.listing(project)
    Reviewing(project, codebook, "li").flag(clauses[1])
    (last,) = pieces.read(project, first.cutting, len(PLAN) - 1)
    at = len(PLAN) - 1
    parts = [replace(last, text="扶持 5G 企业。")]
    name = cuttings.recut(project, first.cutting, "li", (at, at), parts)
    cut = Change("cut", first.doc_id, value=name, layer="project")
    events.record(project, "li", [cut], origin="command")
    found = hits_of(project, codebook, "5G", "li")
    assert [(hit.doc_id, hit.ord) for hit in found] == [
        (first.doc_id, 1),
        (first.doc_id, 3),
        (second.doc_id, 1),
    ]
    assert [(hit.doc_id, hit.ord) for hit in hits_of(project, codebook, "flag:yes", "li")] == [
        (first.doc_id, 1)
    ]


# ---------------------------------------------------------------- how it comes


def test_hits_come_in_batches_and_stop_when_told(
    project: Project, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.store.search._FIRST", 2)
    ids = add_document(project, [f"数据{n}。" for n in range(20)])
    stop = threading.Event()
    batches = search(project, parse("数据", codebook), codebook, ["li"], stopped=stop.is_set)
    assert [hit.clause_id for hit in next(batches)] == ids[:2]
    assert [hit.clause_id for hit in next(batches)] == ids[2:6]
    stop.set()
    assert list(batches) == []


def test_a_search_stops_in_the_middle_of_a_batch(
    project: Project, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.store.search._PATIENCE", 10)
    add_document(project, [f"数据{n}。" for n in range(200)])
    asked = iter([False, False, False])
    stopped = search(project, parse("数据", codebook), codebook, ["li"], stopped=lambda: next(asked, True))
    assert list(stopped) == []
    assert project.db.execute("SELECT count(*) FROM segment").fetchone() == (200,)  # nothing lingers


def test_between_batches_others_write_and_so_does_the_one_who_asks(
    project: Project, codebook: Codebook, reopen: Callable[..., Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.store.search._FIRST", 2)
    ids = add_document(project, [f"数据{n}。" for n in range(6)])
    batches = search(project, parse("数据", codebook), codebook, ["li"])
    next(batches)
    Reviewing(reopen(), codebook, "wang").flag(ids[0])
    Reviewing(project, codebook, "li").flag(ids[0])
    assert [hit.clause_id for batch in batches for hit in batch] == ids[2:]


def test_searches_go_on_beside_other_reading_and_one_another(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    first = documents.listing(project)[0]
    reading = documents.clauses(project, first)
    next(reading)
    one, other = (
        search(project, parse(query, codebook), codebook, ["li"]) for query in ("5G", "doc:旧 -数据")
    )
    assert [hit.clause_id for hit in next(one)] == [clauses[1], clauses[5]]
    assert [hit.clause_id for hit in next(other)] == clauses[5:]
    assert len(list(reading)) == first.clauses - 1


def test_a_thread_searches_in_a_project_of_its_own(path: Path, project: Project, codebook: Codebook) -> None:
    ids = add_document(project, ["数据。", "算力。"])
    found: list[Hit] = []

    def work() -> None:
        with Project.open(path) as own:
            found.extend(hits_of(own, codebook, "算力", "li"))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert [hit.clause_id for hit in found] == ids[1:]


@pytest.mark.usefixtures("labelled")
@pytest.mark.parametrize(
    "query", ["category:data", "state:unfinished", "flag:no", "differs:yes", "suggested:yes", "unit:数据局"]
)
def test_a_query_for_labels_alone_reads_no_text(
    query: str, project: Project, codebook: Codebook, ask: Callable[..., list[int]]
) -> None:
    statements: list[str] = []
    project.db.set_trace_callback(statements.append)
    ask(query)
    project.db.set_trace_callback(None)
    assert statements
    assert not [one for one in statements if "s.text" in one or "s.folded" in one]


@pytest.mark.usefixtures("labelled")
def test_more_than_is_worth_gathering_is_found_in_order_all_the_same(
    ask: Callable[..., list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.store.search._SPOKEN", 1)
    assert ask("category:infra") == [0, 1]
    assert ask("state:draft 数据") == [3]


def test_a_query_of_the_most_terms_is_answered(ask: Callable[..., list[int]]) -> None:
    assert ask("数据 " * 100) == [0, 3, 4]
    assert ask("-category:数据要素 " * 100) == [0, 1, 2, 3, 4, 5, 6]
    assert ask("unit:" + "甲," * 99 + "乙") == []


# ---------------------------------------------------------------- whose labels


@pytest.fixture
def staff(project: Project) -> Iterator[None]:
    people.store(project, "li", Person("wang", "王芳"))
    people.join(project, "li", ["小王"], "wang")
    people.welcome(project, "zhao")
    return


@pytest.mark.usefixtures("staff")
@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("", "li"),
        ("reviewer:wang", "wang"),
        ("标注人:王芳", "wang"),
        ("reviewer:小王", "wang"),
        ("reviewer:LI", "li"),
    ],
)
def test_a_query_may_name_whose_labels_it_means(
    typed: str, who: str, project: Project, codebook: Codebook
) -> None:
    assert whose(project, parse(typed, codebook), "li") == who


@pytest.mark.usefixtures("staff")
def test_a_name_that_nobody_has_is_a_sentence(project: Project, codebook: Codebook) -> None:
    with pytest.raises(AnnotatorError) as caught:
        whose(project, parse("reviewer:孙", codebook), "li")
    assert caught.value.key == "query.no_reviewer"


@pytest.mark.usefixtures("staff")
def test_others_labels_can_be_kept_from_a_query(project: Project, codebook: Codebook) -> None:
    assert whose(project, parse("reviewer:li", codebook), "li", others=False) == "li"
    for name in ("wang", "孙"):  # nor does it tell who is there
        with pytest.raises(AnnotatorError) as caught:
            whose(project, parse(f"reviewer:{name}", codebook), "li", others=False)
        assert caught.value.key == "query.other_reviewer"


def test_a_hit_is_found_again_by_its_id(project: Project, codebook: Codebook, clauses: list[str]) -> None:
    for hit in hits_of(project, codebook, "", "li"):
        assert documents.find_clause(project, hit.clause_id) == (hit.doc_id, hit.ord)
