"""Labels from other tools: placed where they were given, taken once, and told of where they cannot be placed."""

import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import AnnotatorError, Refused
from annotator.flows.exporting import Options, export
from annotator.flows.filing import Whose, take
from annotator.model.round import Round
from annotator.store import documents, reviews
from annotator.store.blinding import Sight
from annotator.tools.labelled import FORMATS, recognised
from annotator.tools.labelled.offsets import code_points
from annotator.tools.release.interop import NAMES
from annotator.words import both
from tests.exporting.office import CODEBOOK, NOTICE, PLAN, Office, Piece, label, lines, span, unit

EVERYTHING = Options(views=("all",), interop=NAMES)


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "trial.db")
    yield made
    made.project.close()


@pytest.fixture
def elsewhere(tmp_path):
    """Another project, which has the same documents and no label."""
    made = Office(tmp_path / "elsewhere.db")
    made.bring("方案.txt", PLAN)
    made.bring("通知.txt", NOTICE)
    yield made
    made.project.close()


@pytest.fixture
def released(office, tmp_path):
    """A function that gives what a file of a full release holds, as numbered records."""
    office.source, office.named = label(office)
    office.bring("通知.txt", NOTICE)
    export(office.project, office.codebook, tmp_path / "out", options=EVERYTHING)

    def records(path):
        data = (tmp_path / "out" / path).read_bytes()
        return list(
            enumerate(json.loads(data) if data.startswith(b"[") else lines(tmp_path / "out" / path), 1)
        )

    return records


def taken(office, form, records, **given):
    return take(office.project, office.codebook, form, records, **given)


def stands(office, fields=("kind", "topic", "unit", "priority", "target", "due", "reason")):
    """What every reviewer said of every clause, and how far they came."""
    found = {}
    for document in documents.listing(office.project):
        for clause in documents.clauses(office.project, document):
            for who in ("amy", "bo"):
                one = reviews.review(office.project, clause.clause_id, who)
                values = {name: one.values[name] for name in fields if name in one.values}
                if one.state != "untouched":
                    found[clause.clause_id, who] = one.state, values
    return found


# ---------------------------------------------------------------- there and back


@pytest.mark.parametrize("path", ["data/raw/all.jsonl", "data/canonical/all.jsonl"])
def test_a_release_brings_every_review_into_another_project(office, released, elsewhere, path):
    records = released(path)
    assert recognised(records[0][1]) == "release"
    done = taken(elsewhere, "release", records)
    assert done.unplaced == ()
    assert stands(elsewhere) == stands(office)
    assert taken(elsewhere, "release", records).stored == 0


def test_label_studio_brings_every_finished_review_but_what_it_cannot_hold(office, released, elsewhere):
    records = released("interop/label_studio/all.json")
    assert recognised(records[0][1]) == "label_studio"
    done = taken(elsewhere, "label_studio", records)
    assert done.unplaced == ()
    expected = {key: said for key, said in stands(office).items() if said[0] in ("submitted", "skipped")}
    found = stands(elsewhere)
    assert {*found} == {*expected}
    for key, (state, values) in expected.items():
        kept = {name: [bared(item) for item in value if placed(item)] for name, value in values.items()}
        assert found[key][0] == state
        told = {name: [bared(item) for item in value] for name, value in found[key][1].items()}
        assert told == {name: value for name, value in kept.items() if name != "target" or value}
    assert taken(elsewhere, "label_studio", records).stored == 0


def placed(item):
    return not isinstance(item, dict) or item["start"] is not None


def bared(item):
    """What a tool tells of a place: whose words, where, and in which role."""
    if not isinstance(item, dict):
        return item
    return {name: item[name] for name in ("surface", "start", "end", "role") if name in item}


@pytest.mark.parametrize(
    ("form", "path"),
    [
        ("release", "data/raw/all.jsonl"),
        ("release", "data/canonical/all.jsonl"),
        ("label_studio", "interop/label_studio/all.json"),
    ],
)
def test_what_comes_back_unchanged_changes_nothing(office, released, form, path):
    before = stands(office)
    done = taken(office, form, released(path))
    assert done.stored == 0
    assert done.placed > 5
    assert stands(office) == before


@pytest.mark.parametrize("tool", ["doccano", "prodigy"])
def test_codes_and_spans_come_back_from_tools_of_one_field(released, elsewhere, tool):
    """What was concluded becomes one person's labels, in as many files as there are fields."""
    for view in ("classification", "classification_kind", "priority", "ner"):
        records = released(f"interop/{tool}/{view}/all.jsonl")
        assert recognised(records[0][1]) == tool
        done = taken(elsewhere, tool, records, whose=Whose({}, "zoe"))
        nothing = sum(not one.get("label", True) for _, one in records)
        assert len(done.unplaced) == nothing
    canonical = {record["id"]: record for _, record in released("data/canonical/all.jsonl")}
    checked = 0
    for identity, record in canonical.items():
        values = reviews.review(elsewhere.project, identity, "zoe").values
        for name in ("topic", "kind"):
            if record["labels"][f"{name}_state"] == "set":
                given = record["labels"][name]
                assert values[name] == (given if name == "topic" else [given])
                checked += 1
        spans = {
            (one["source_start"], one["source_end"], one["role"])
            for one in record["labels"]["unit"]
            if one["where"]
        }
        assert {(one["start"], one["end"], one["role"]) for one in values.get("unit") or ()} == spans
        checked += len(spans)
    assert checked >= 6


def test_units_that_a_tool_cannot_show_stay_with_those_it_shows(office):
    source, ids = office.bring("方案.txt", PLAN)
    amy = office.at("amy")
    assigned, stated = (
        unit("市财政局", role="supervisor"),
        unit("市规划资源局", source, "市规(guī)劃资源局", org_id="org-gz"),
    )
    amy.put(ids[0], {"unit": [assigned, stated], "target": [{**span(source, "100个"), "value": 100}]})
    text = clause(office, ids[0])
    back = {
        "id": ids[0],
        "text": text,
        "label": [[10, 16, "lead"], [38, 42, "participant"], [27, 31, "target"]],
    }
    assert taken(office, "doccano", [(1, back)], whose=Whose({}, "amy")).stored == 1
    values = reviews.review(office.project, ids[0], "amy").values
    assert values["unit"][0] == stated
    assert assigned in values["unit"]
    assert [one["surface"] for one in values["unit"]] == ["市规劃资源局", "市数据局", ""]
    assert values["target"][0]["value"] == 100


def clause(office, identity):
    """Text and tail of a clause as tools have them."""
    doc_id, ord_no = documents.find_clause(office.project, identity)
    found = documents.clause(office.project, documents.document(office.project, doc_id), ord_no)
    return found.text + found.tail


# ---------------------------------------------------------------- placing


def doccano(text, labels, **beside):
    return {"text": text, "label": labels, **beside}


def test_a_text_without_an_id_is_found_by_its_words(office):
    _, ids = office.bring("方案.txt", PLAN)
    done = taken(office, "doccano", [(1, doccano("第四条。", ["数据"]))], whose=Whose({}, "amy"))
    assert (done.placed, done.unplaced) == (1, ())
    assert reviews.review(office.project, ids[3], "amy").values["topic"] == ["data"]


def test_of_several_clauses_that_read_so_the_document_tells_which(office):
    office.bring("甲.txt", (Piece("甲标题", kind="title"), Piece("同一句话。")))
    _, ids = office.bring("乙.txt", (Piece("乙标题", kind="title"), Piece("同一句话。")))
    record = doccano("同一句话。", ["data"])
    with pytest.raises(AnnotatorError) as caught:
        taken(office, "doccano", [(1, record)], whose=Whose({}, "amy"))
    assert "2" in str(caught.value)
    doc_id, _ = documents.find_clause(office.project, ids[0])
    assert taken(office, "doccano", [(1, {**record, "doc_id": doc_id})], whose=Whose({}, "amy")).placed == 1
    assert reviews.review(office.project, ids[0], "amy").values["topic"] == ["data"]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"text": "别的话。"}, "labelled.no_clauses"),
        ({"id": "IDENTITY", "text": "别的话。"}, "labelled.other_text"),
        ({"label": ["nonsense"]}, "labelled.no_field"),
        ({"label": [[0, 99, "lead"]]}, "labelled.bad_range"),
        ({"label": [[2, 2, "lead"]]}, "labelled.bad_range"),
        ({"label": [[0, 2, "nonsense"]]}, "labelled.no_field"),
        ({"label": []}, "labelled.empty"),
        ({"label": ["task", "no"]}, "codebook.value_one"),
        ({"text": 7}, "labelled.no_text"),
    ],
)
def test_what_cannot_be_placed_is_told_with_its_line_and_the_rest_is_taken(office, change, key):
    _, ids = office.bring("方案.txt", PLAN)
    good, bad = doccano("第五条。", ["data"]), doccano("第四条。", ["data"]) | change
    if bad.get("id"):
        bad["id"] = ids[3]
    done = taken(office, "doccano", [(1, good), (7, bad)], whose=Whose({}, "amy"))
    ((line, sentence),) = done.unplaced
    assert line == 7
    said = both(key, **dict.fromkeys(("line", "clause", "label", "count", "names", "field", "value"), "…"))[0]
    assert max(said.split("…"), key=len) in sentence
    assert reviews.review(office.project, ids[4], "amy").values["topic"] == ["data"]
    assert reviews.review(office.project, ids[3], "amy").state == "untouched"


def test_a_file_of_which_nothing_fits_is_refused(office):
    office.bring("方案.txt", PLAN)
    with pytest.raises(AnnotatorError):
        taken(office, "doccano", [(1, doccano("没有。", ["data"]))], whose=Whose({}, "amy"))


def test_a_label_of_two_fields_needs_to_be_told_which(tmp_path):
    made = Office(
        tmp_path / "x.db", CODEBOOK.replace('id = "infra.compute", zh = "算力"', 'id = "task", zh = "任务"')
    )
    _, ids = made.bring("方案.txt", PLAN)
    record = doccano("第四条。", ["task"])
    with pytest.raises(AnnotatorError):
        taken(made, "doccano", [(1, record)], whose=Whose({}, "amy"))
    taken(made, "doccano", [(1, record)], whose=Whose({}, "amy"), field="主题")
    assert reviews.review(made.project, ids[3], "amy").values == {"topic": ["task"]}
    made.project.close()


# ---------------------------------------------------------------- people


def studio(text, *annotations):
    return {"id": 4, "data": {"text": text}, "annotations": list(annotations)}


def annotation(who, *result, **beside):
    return {"completed_by": who, "result": list(result), **beside}


def choice(name, *codes):
    return {"from_name": name, "to_name": "t", "type": "choices", "value": {"choices": list(codes)}}


def test_people_of_other_tools_are_named_or_mapped(office):
    _, ids = office.bring("方案.txt", PLAN)
    tasks = [
        (
            1,
            studio(
                "第四条。",
                annotation({"id": 3, "email": "bo@x.cn"}, choice("topic", "data")),
                annotation(7, choice("topic", "设施")),
            ),
        )
    ]
    done = taken(office, "label_studio", tasks, whose=Whose({"bo@x.cn": "bo"}))
    assert reviews.review(office.project, ids[3], "bo").values["topic"] == ["data"]
    assert len(done.unplaced) == 1
    assert "7" in done.unplaced[0][1]
    taken(office, "label_studio", tasks, whose=Whose({"bo@x.cn": "bo", "7": "amy"}))
    assert reviews.review(office.project, ids[3], "amy").values["topic"] == ["infra"]


def test_a_question_left_empty_that_others_answered_has_nothing(office):
    _, ids = office.bring("方案.txt", PLAN)
    tasks = [
        (1, studio("第四条。", annotation("amy", choice("kind", "no"), choice("topic", "data")))),
        (
            2,
            studio("第五条。", annotation("amy", choice("kind", "no")), annotation("bo", was_cancelled=True)),
        ),
    ]
    taken(office, "label_studio", tasks)
    review = reviews.review(office.project, ids[4], "amy")
    assert review.values == {"kind": ["no"], "topic": []}
    assert review.state == "draft"  # units and dates were never asked
    assert reviews.review(office.project, ids[4], "bo").state == "skipped"


def test_prodigy_ignores_are_skips_and_rejects_say_nothing(office):
    _, ids = office.bring("方案.txt", PLAN)
    options = [{"id": "data", "text": "数据"}, {"id": "infra", "text": "设施"}]
    records = [
        (
            1,
            {
                "text": "第四条。",
                "options": options,
                "accept": [],
                "answer": "accept",
                "_annotator_id": "amy",
            },
        ),
        (
            2,
            {
                "text": "第五条。",
                "options": options,
                "accept": ["data"],
                "answer": "reject",
                "_annotator_id": "amy",
            },
        ),
        (
            3,
            {
                "text": "第六条。",
                "options": options,
                "accept": [],
                "answer": "ignore",
                "_annotator_id": "amy",
            },
        ),
    ]
    done = taken(office, "prodigy", records)
    assert [line for line, _ in done.unplaced] == [2]
    assert reviews.review(office.project, ids[3], "amy").values == {"topic": []}
    assert reviews.review(office.project, ids[4], "amy").state == "untouched"
    assert reviews.review(office.project, ids[5], "amy").state == "skipped"


def test_work_of_others_is_not_taken_while_a_round_is_open(office):
    office.bring("方案.txt", PLAN)
    round_ = Round("round-000000000000", "第一轮", "main", "drawn", ())
    records = [(1, {"text": "第四条。", "label": "data", "answer": "accept", "_annotator_id": "bo"})]
    with pytest.raises(Refused):
        taken(office, "prodigy", records, seen=Sight(frozenset({"amy"}), round_))


# ---------------------------------------------------------------- offsets


@pytest.mark.parametrize(
    ("start", "end", "words", "found"),
    [
        (4, 6, "算力", (4, 6)),  # after 😀 by code points
        (5, 7, "算力", (4, 6)),  # by UTF-16 units
        (5, 7, None, (5, 7)),
        (0, 99, None, None),
        (3, 4, "x", None),
        (-1, 2, None, None),
        (2, 2, None, None),
        (True, 2, None, None),
        (1, 3, "x", None),
    ],
)
def test_offsets_are_counted_as_the_words_say(start, end, words, found):
    assert code_points("建设中😀算力网络", start, end, words) == found


def test_marks_count_on_where_a_tool_folds_ends_of_lines(office):
    source, ids = office.bring("方案.txt", PLAN)
    text = "=加快开放,“分享”数据。\n第二款。"
    taken(office, "doccano", [(1, doccano(text, [[14, 17, "lead"]]))], whose=Whose({}, "amy"))
    (one,) = reviews.review(office.project, ids[1], "amy").values["unit"]
    assert one["surface"] == "第二款" == source[one["start"] : one["end"]]


# ---------------------------------------------------------------- hostile files

KEYS = ("text", "id", "label", "start", "end", "labels", "choices", "value", "year")
ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 9)
    | st.sampled_from(("data", "第四条。", "cl-0", "lead", "accept", "")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)
SOUND = {
    "doccano": {"text": "第四条。", "label": [[0, 2, "lead"]], "doc_id": "doc-1"},
    "prodigy": {
        "text": "第四条。", "answer": "accept", "options": [{"id": "data"}], "accept": ["data"], "meta": {"id": "cl-0"},
        "spans": [{"start": 0, "end": 2, "label": "lead", "text": "第四"}], "_annotator_id": "amy",
    },
    "label_studio": {
        "data": {"text": "第四条。"},
        "annotations": [
            {
                "completed_by": {"email": "amy"},
                "result": [
                    {"from_name": "topic", "type": "choices", "value": {"choices": ["data"]}},
                    {
                        "from_name": "unit", "type": "labels", "meta": {"text": ["x"]},
                        "value": {"start": 0, "end": 2, "text": "第四", "labels": ["lead"]},
                    },
                    {"from_name": "due", "type": "textarea", "value": {"text": ["2027"]}},
                ],
            }
        ],
    },
    "release": {
        "id": "cl-0", "text": "第四条。", "reviewer": "amy", "state": "submitted",
        "labels": {
            "topic_state": "set", "topic": ["data"], "priority_state": "set", "priority": 1,
            "unit_state": "set",
            "unit": [
                {"org_id": None, "name": "x", "role": "lead", "stated": True, "where": "text", "start": 0, "end": 2,
                 "surface": "第四", "source_start": 1, "source_end": 3}
            ],
            "target_state": "set",
            "target": [{"where": "text", "start": 0, "end": 2, "surface": "第四", "attributes": {"by": {"year": 2027}}}],
            "due_state": "set", "due": {"year": 2027, "month": None, "day": None},
        },
    },
}  # fmt: skip


def spots(value, here=()):
    """The places of everything in a record."""
    yield here
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inner:
        yield from spots(one, (*here, name))


def put(record, place, value):
    """A copy of a record with another value at a place."""
    if not place:
        return value
    copy = dict(record) if isinstance(record, dict) else list(record)
    copy[place[0]] = put(record[place[0]], place[1:], value)
    return copy


@pytest.fixture(scope="module")
def trial(tmp_path_factory):
    made = Office(tmp_path_factory.mktemp("hostile") / "trial.db")
    made.bring("方案.txt", PLAN)
    yield made
    made.project.close()


@pytest.mark.parametrize("form", FORMATS)
@given(data=st.data())
@settings(max_examples=40)
def test_whatever_a_file_holds_is_taken_or_told(trial, form, data):
    place = data.draw(st.sampled_from([one for one in spots(SOUND[form]) if one]))
    record = put(SOUND[form], place, data.draw(ANY))
    recognised(record)
    with contextlib.suppress(AnnotatorError):
        done = taken(trial, form, [(1, record)], whose=Whose({}, "zoe"))
        assert done.placed + len(done.unplaced) == done.read
