"""Labels and suggestions from files: every bad line named, nothing stored by half, nothing stored twice."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from annotator import words
from annotator.cli.files import lines
from annotator.errors import AnnotatorError
from annotator.flows import naming
from annotator.flows.filing import file_labels, file_suggestions
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook, Field
from annotator.model.event import Change
from annotator.model.review import Review, Suggestion
from annotator.store import documents, events, reviews, suggestions
from annotator.store.blinding import Sight
from annotator.store.project import Project
from annotator.store.undo import undo
from annotator.store.verify import verify
from annotator.words import say
from tests.making import add_document

Line = dict[str, Any]
UNSET = {"org_id": None, "role": "unspecified", "stated": False, "surface": "", "start": None, "end": None}


@pytest.fixture
def clauses(project: Project) -> list[str]:
    return add_document(project, ["一。", "二。", "三。"], name="甲.txt")


def file_it(project: Project, codebook: Codebook, *given: Mapping[str, Any]) -> dict[str, int]:
    filed = file_labels(project, codebook, enumerate(given, 1))
    return {"lines": filed.lines, "stored": filed.stored}


def label(clause: str, field: str = "category", value: object = ("data",), reviewer: str = "wang") -> Line:
    return {"clause": clause, "reviewer": reviewer, "field": field, "value": value}


# ---------------------------------------------------------------- what is stored


@pytest.mark.parametrize(
    ("field", "value", "stored"),
    [
        ("category", ["data", "infra"], ["data", "infra"]),
        ("category", "data", ["data"]),
        ("category", [], []),
        ("category", None, None),
        ("clause_type", "task", ["task"]),
        ("clause_type", ["任务举措"], ["task"]),
        ("clause_type", "Task", ["task"]),
        ("priority", 1, ["routine"]),
        ("priority", "1", ["routine"]),
        ("responsible_unit", ["某某街道"], [{**UNSET, "name": "某某街道"}]),
        (
            "responsible_unit",
            [{"name": "某某街道", "role": "lead"}],
            [{**UNSET, "name": "某某街道", "role": "lead"}],
        ),
    ],
)
def test_a_good_line_is_stored_in_its_one_form(
    project: Project, codebook: Codebook, field: str, value: object, stored: object
) -> None:
    (clause,) = add_document(project, ["一。"])
    counts = file_it(project, codebook, label(clause, field, value))
    assert counts == {"lines": 1, "stored": int(value is not None)}
    assert reviews.review(project, clause, "wang").values.get(field) == stored


@pytest.mark.parametrize(
    ("field", "value", "stored"),
    [
        ("优先级", "重点加快", ["expedited"]),
        ("Priority", 1, ["routine"]),
        ("责任单位", "文中未写明", []),
        ("responsible_unit", "nothing in the text", []),
    ],
)
def test_a_field_and_nothing_in_the_text_can_be_given_by_name(
    project: Project, codebook: Codebook, field: str, value: object, stored: object
) -> None:
    (clause,) = add_document(project, ["一。"])
    file_it(project, codebook, label(clause, field, value))
    (found,) = reviews.review(project, clause, "wang").values.values()
    assert found == stored


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_lines_that_help_shows_can_be_filed(project: Project, codebook: Codebook, language: str) -> None:
    for name in ("甲.txt", "a.txt"):
        add_document(project, [f"{name}一。"], name=name)
    words.choose(language)
    try:
        forms = {name: say(f"usage.form_{name}").splitlines() for name in ("label", "suggest")}
    finally:
        words.choose(None)
    given = {name: [json.loads(one) for one in told if one.startswith("  {")] for name, told in forms.items()}
    file_it(project, codebook, *given["label"])
    document = next(one for one in documents.listing(project) if one.file_name == given["label"][0]["doc"])
    clause = documents.clause(project, document, 0)
    assert clause
    review = reviews.review(project, clause.clause_id, given["label"][0]["reviewer"])
    assert review.state == "submitted"
    assert review.values["priority"] == ["expedited"]
    assert review.values["responsible_unit"] == []
    assert file_suggestions(project, codebook, enumerate(given["suggest"], 1)) == {"suggestions": 1}


def test_a_line_with_a_key_that_means_nothing_is_refused(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    with pytest.raises(AnnotatorError, match=r"第 1 行：不认识“submit”.*state") as caught:
        file_it(project, codebook, {**label(clauses[0]), "submit": True})
    assert caught.value.key == "filing.unknown_key"
    with pytest.raises(AnnotatorError, match="不认识“reviewer”"):
        file_suggestions(project, codebook, [(1, {**label(clauses[0]), "source": "m"})])
    assert not reviews.review(project, clauses[0], "wang").touched


def test_a_clause_can_be_named_by_its_place(project: Project, codebook: Codebook, clauses: list[str]) -> None:
    doc_id = documents.listing(project)[0].doc_id
    file_it(
        project,
        codebook,
        {"doc": doc_id, "seq": 0, "reviewer": "wang", "field": "category", "value": "data"},
        {"doc": "甲.txt", "seq": 2, "reviewer": "wang", "field": "category", "value": "infra"},
    )
    found = reviews.reviews(project, clauses, "wang")
    assert {clauses.index(one): review.values["category"] for one, review in found.items()} == {
        0: ["data"], 2: ["infra"]
    }  # fmt: skip


def state(clause: str, given: object) -> Line:
    return {"clause": clause, "reviewer": "wang", "state": given}


def test_states_are_stored_and_taken_back(project: Project, codebook: Codebook, clauses: list[str]) -> None:
    for given, shown in (
        ("skipped", "skipped"),
        (None, "untouched"),
        ("submitted", "submitted"),
        (None, "draft"),
    ):
        assert file_it(project, codebook, state(clauses[0], given))["stored"] >= 1
        assert file_it(project, codebook, state(clauses[0], given))["stored"] == 0
        assert reviews.review(project, clauses[0], "wang").state == shown


def test_a_submitted_clause_has_an_answer_to_everything(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    given = [label(clauses[0], "clause_type", "background"), state(clauses[0], "submitted")]
    file_it(project, codebook, *given[::-1])
    assert reviews.review(project, clauses[0], "wang") == Review(
        "submitted", {"clause_type": ["background"], "category": [], "responsible_unit": []}
    )
    undo(project, "wang")
    assert reviews.review(project, clauses[0], "wang") == Review()


def test_a_label_taken_back_and_submitted_is_none_and_can_be_undone(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    file_it(project, codebook, label(clauses[0]))
    file_it(project, codebook, label(clauses[0], value=None), state(clauses[0], "submitted"))
    assert reviews.review(project, clauses[0], "wang").values["category"] == []
    undo(project, "wang")
    assert reviews.review(project, clauses[0], "wang") == Review("draft", {"category": ["data"]})


@pytest.mark.parametrize("change", [("category", None), ("clause_type", "task")])
def test_a_submitted_clause_that_is_left_without_an_answer_is_a_draft_again(
    project: Project, codebook: Codebook, clauses: list[str], change: tuple[str, object]
) -> None:
    Reviewing(project, codebook, "wang").finish(clauses[0], {"clause_type": ["background"]})
    file_it(project, codebook, label(clauses[0], *change))
    assert reviews.review(project, clauses[0], "wang").state == "draft"
    undo(project, "wang")
    assert reviews.review(project, clauses[0], "wang").state == "submitted"
    file_it(project, codebook, label(clauses[0], *change), state(clauses[0], "submitted"))
    assert reviews.review(project, clauses[0], "wang").state == "submitted"


def test_the_same_file_twice_changes_nothing(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    given = [
        label(clauses[0]),
        label(clauses[0], "clause_type", "task", "zhao"),
        label(clauses[1], "category", []),
        {"clause": clauses[0], "reviewer": "wang", "state": "submitted"},
    ]
    # Submitting says `none` of the three fields that are left.
    assert file_it(project, codebook, *given) == {"lines": 4, "stored": 4 + 3}
    before = events.count(project)
    assert file_it(project, codebook, *given) == {"lines": 4, "stored": 0}
    assert file_it(project, codebook) == {"lines": 0, "stored": 0}
    assert events.count(project) == before


def test_the_last_line_on_a_question_counts(project: Project, codebook: Codebook, clauses: list[str]) -> None:
    given = [label(clauses[0], value=["data"]), label(clauses[0], value=["infra"])]
    assert file_it(project, codebook, *given) == {"lines": 2, "stored": 1}
    assert reviews.review(project, clauses[0], "wang").values == {"category": ["infra"]}


def test_a_file_is_one_act_of_each_reviewer(project: Project, codebook: Codebook, clauses: list[str]) -> None:
    file_it(project, codebook, *[label(one, reviewer=who) for one in clauses for who in ("wang", "zhao")])
    labels = list(events.read(project, "kind = 'label'"))
    assert len({one.act for one in labels}) == 2
    assert {one.origin for one in labels} == {"file"}
    undo(project, "wang")
    assert [reviews.review(project, one, "wang") for one in clauses] == [Review()] * 3
    assert [reviews.review(project, one, "zhao").values for one in clauses] == [{"category": ["data"]}] * 3


def test_names_of_reviewers_are_trimmed(project: Project, codebook: Codebook, clauses: list[str]) -> None:
    file_it(project, codebook, label(clauses[0], reviewer="  li "))
    assert reviews.reviewers(project) == ["li"]


def test_labels_of_the_screen_are_not_lost(project: Project, codebook: Codebook, clauses: list[str]) -> None:
    Reviewing(project, codebook, "wang").finish(clauses[0], {"clause_type": ["task"]})
    file_it(project, codebook, label(clauses[0]))
    review = reviews.review(project, clauses[0], "wang")
    assert (review.state, review.values["clause_type"], review.values["category"]) == (
        "submitted", ["task"], ["data"]
    )  # fmt: skip


# ---------------------------------------------------------------- units


def places(project: Project, *names: str) -> None:
    doc_id = documents.listing(project)[0].doc_id
    change = Change("metadata", doc_id, "places", list(names), layer="project")
    events.record(project, "li", [change], origin="command")


def units(project: Project, clause: str) -> Any:
    return reviews.review(project, clause, "wang").values["responsible_unit"]


def test_a_unit_is_resolved_within_the_places_of_its_document(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    places(project, "上海市")
    file_it(project, codebook, label(clauses[0], "responsible_unit", ["市发展改革委", "某某街道"]))
    first, second = units(project, clauses[0])
    assert (first["name"], second["name"]) == ("上海市发展和改革委员会", "某某街道")
    assert first["org_id"]
    assert second["org_id"] is None


def test_a_unit_that_the_clause_states_gets_its_place(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    stated = {
        "org_id": "org-x", "name": "上海市数据局", "role": "lead", "stated": True,
        "surface": "市数据局", "start": 0, "end": 4,
    }  # fmt: skip
    suggestions.add(project, [Suggestion(clauses[0], "responsible_unit", "import", "1", (stated,), 0.9)])
    for name in ("市数据局", "上海市数据局", "市數據局"):
        file_it(project, codebook, label(clauses[0], "responsible_unit", [name]))
        assert units(project, clauses[0]) == [stated]
    file_it(
        project, codebook, label(clauses[0], "responsible_unit", [{"name": "市数据局", "role": "supervisor"}])
    )
    assert units(project, clauses[0]) == [{**stated, "role": "supervisor"}]


def test_units_that_are_not_resolved_are_told_with_the_likest(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    places(project, "上海市")
    given = [
        label(clauses[0], "responsible_unit", ["市数据居", "市教委"]),
        label(clauses[1], "responsible_unit", ["某某公司", "市數據居", "市数据居"]),
        label(clauses[2], "responsible_unit", ["市数据居"]),
    ]
    filed = file_labels(project, codebook, enumerate(given, 1))
    assert filed.unresolved == (
        ("市数据居", "上海市数据局", (1, 2, 3)), ("某某公司", "", (2,)), ("市數據居", "上海市数据局", (2,)),
    )  # fmt: skip
    assert units(project, clauses[0])[0] == {**UNSET, "name": "市数据居"}
    assert file_labels(project, codebook, enumerate(given[1:2], 1)).stored == 0


def test_a_unit_that_another_found_in_an_open_round_is_not_told(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    added = naming.propose(project, "zhao", "市麒麟局", ("上海市",))
    places(project, "上海市")
    given = [label(clauses[0], "responsible_unit", ["市麒麟局"])]
    blind = Sight(frozenset({"wang"}), None, frozenset({added.org_id}))
    assert file_labels(project, codebook, enumerate(given, 1), blind).unresolved[0][:2] == ("市麒麟局", "")
    assert not file_labels(project, codebook, enumerate(given, 1)).unresolved


def test_two_names_of_one_unit_are_one_too_many(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    places(project, "上海市")
    with pytest.raises(AnnotatorError, match="第 1 行"):
        file_it(project, codebook, label(clauses[0], "responsible_unit", ["市发展改革委", "市发改委"]))
    assert reviews.review(project, clauses[0], "wang") == Review()


# ---------------------------------------------------------------- what is refused

BAD: list[tuple[Line, str]] = [
    ({}, "no_reviewer"),
    ({"reviewer": ""}, "no_reviewer"),
    ({"reviewer": "  "}, "no_reviewer"),
    ({"reviewer": None}, "no_reviewer"),
    ({"reviewer": 7}, "no_reviewer"),
    ({"reviewer": ["wang"]}, "no_reviewer"),
    ({"reviewer": "wang\x1b[2J"}, "no_reviewer"),
    ({"reviewer": "wang\nli"}, "no_reviewer"),
    ({"clause": None}, "no_document"),
    ({"clause": 7}, "no_document"),
    ({"clause": "cl-0000000000000000"}, "no_clause"),
    ({"clause": ""}, "no_clause"),
    ({"clause": "' OR 1 --"}, "no_clause"),
    ({"clause": None, "doc": "没有.txt", "seq": 0}, "no_document"),
    ({"clause": None, "doc": None, "seq": 0}, "no_document"),
    ({"clause": None, "doc": {"id": 1}, "seq": 0}, "no_document"),
    ({"clause": None, "doc": "甲.txt"}, "no_seq"),
    ({"clause": None, "doc": "甲.txt", "seq": 3}, "no_seq"),
    ({"clause": None, "doc": "甲.txt", "seq": -1}, "no_seq"),
    ({"clause": None, "doc": "甲.txt", "seq": "0"}, "no_seq"),
    ({"clause": None, "doc": "甲.txt", "seq": 0.0}, "no_seq"),
    ({"clause": None, "doc": "甲.txt", "seq": True}, "no_seq"),
    ({"clause": None, "doc": "甲.txt", "seq": 10**30}, "no_seq"),
    ({"field": None}, "no_field"),
    ({"field": ""}, "no_field"),
    ({"field": "主题"}, "no_field"),
    ({"field": "issuer"}, "no_field"),
    ({"field": ["category"]}, "no_field"),
    ({"value": ["no such code"]}, "bad_value"),
    ({"value": ["data", "data"]}, "bad_value"),
    ({"value": ["data", "infra", "model", "talent"]}, "bad_value"),
    ({"value": {"data": True}}, "bad_value"),
    ({"value": [None]}, "bad_value"),
    ({"value": [["data"]]}, "bad_value"),
    ({"value": True}, "bad_value"),
    ({"field": "clause_type", "value": ["task", "goal"]}, "bad_value"),
    ({"field": "priority", "value": 99}, "bad_value"),
    ({"field": "responsible_unit", "value": [{"unit": "市数据局"}]}, "bad_value"),
    ({"field": "responsible_unit", "value": [{"name": "市数据局", "role": "boss"}]}, "bad_value"),
    ({"field": "responsible_unit", "value": [{"name": "市数据局", "stated": True}]}, "bad_value"),
    ({"state": "submitted"}, "both"),
]


@pytest.fixture
def asked(codebook: Codebook) -> Codebook:
    """The default codebook with a question about documents beside those about clauses."""
    issuer = Field("issuer", "text", "发文单位", "Issuer", scope="document")
    return codebook._replace(fields=(*codebook.fields, issuer))


@pytest.mark.parametrize(("change", "key"), BAD, ids=[f"{key} {change}" for change, key in BAD])
def test_a_bad_line_is_named_and_nothing_is_stored(
    project: Project, asked: Codebook, clauses: list[str], change: Line, key: str
) -> None:
    before = events.count(project)
    bad = label(clauses[0]) | change if change else {}
    with pytest.raises(AnnotatorError) as caught:
        file_it(project, asked, label(clauses[0]), label(clauses[1]), bad)
    assert caught.value.key == f"filing.{key}"
    for language in words.LANGUAGES:
        words.choose(language)
        assert "3" in str(caught.value)
        assert "\n" not in str(caught.value)
    words.choose(None)
    assert events.count(project) == before
    assert reviews.reviewers(project) == []


def without(line: Line, *names: str) -> Line:
    return {name: value for name, value in line.items() if name not in names}


def test_a_misspelt_value_does_not_take_a_label_back(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    file_it(project, codebook, label(clauses[0]))
    with pytest.raises(AnnotatorError) as caught:
        file_it(project, codebook, without(label(clauses[0]), "value") | {"vaule": ["infra"]})
    assert caught.value.key == "filing.unknown_key"
    assert reviews.review(project, clauses[0], "wang").values == {"category": ["data"]}


@pytest.mark.parametrize("state", ["done", "untouched", "draft", "", 1, True, ["submitted"], {}])
def test_a_state_that_there_is_not_is_refused(
    project: Project, codebook: Codebook, clauses: list[str], state: object
) -> None:
    with pytest.raises(AnnotatorError) as caught:
        file_it(project, codebook, {"clause": clauses[0], "reviewer": "wang", "state": state})
    assert caught.value.key == "filing.bad_state"


def test_a_name_that_two_files_have_is_not_guessed_at(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    add_document(project, ["四。"], name="甲.txt")
    line = {"doc": "甲.txt", "seq": 0, "reviewer": "wang", "field": "category", "value": "data"}
    with pytest.raises(AnnotatorError) as caught:
        file_it(project, codebook, line)
    assert caught.value.key == "filing.same_name"
    file_it(project, codebook, line | {"doc": documents.listing(project)[0].doc_id})
    assert reviews.review(project, clauses[0], "wang").values == {"category": ["data"]}


def test_a_file_that_breaks_off_stores_nothing(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    def broken() -> Iterable[tuple[int, Line]]:
        yield 1, label(clauses[0])
        raise AnnotatorError("filing.not_json", path="a.jsonl", line=2)

    before = events.count(project)
    with pytest.raises(AnnotatorError):
        file_labels(project, codebook, broken())
    assert events.count(project) == before


# ---------------------------------------------------------------- suggestions


def suggestion(subject: str, **changes: object) -> Line:
    line = {"clause": subject, "field": "category", "value": ["data"], "source": "model", "version": "1"}
    return line | {"score": 0.5} | changes


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"source": None}, "no_source"),
        ({"source": " "}, "no_source"),
        ({"source": 7}, "no_source"),
        ({"source": "import"}, "no_source"),
        ({"score": 1.1}, "bad_score"),
        ({"score": -0.1}, "bad_score"),
        ({"score": "high"}, "bad_score"),
        ({"score": True}, "bad_score"),
        ({"score": None}, "bad_score"),
        ({"score": float("nan")}, "bad_score"),
        ({"value": ["no such code"]}, "bad_value"),
        ({"field": "none"}, "no_field"),
        ({"clause": "cl-0"}, "no_clause"),
    ],
)
def test_a_bad_suggestion_is_named_and_nothing_is_stored(
    project: Project, codebook: Codebook, clauses: list[str], change: Line, key: str
) -> None:
    given = [suggestion(clauses[0]), suggestion(clauses[1], **change)]
    with pytest.raises(AnnotatorError) as caught:
        file_suggestions(project, codebook, enumerate(given, 1))
    assert caught.value.key == f"filing.{key}"
    assert "2" in str(caught.value)
    assert suggestions.of(project, clauses) == []


def test_suggestions_come_in_and_are_no_labels(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    before = events.count(project)
    given = [
        suggestion(clauses[0]),
        suggestion(clauses[1], value="基础设施", score=1),
        suggestion(clauses[2], value=[]),
    ]
    given[1]["value"] = codebook.clause_fields[1].codes[0].zh
    for _ in range(2):
        assert file_suggestions(project, codebook, enumerate(given, 1)) == {"suggestions": 3}
    found = suggestions.of(project, clauses)
    assert {clauses.index(one.subject): one.value for one in found} == {
        0: ("data",), 1: (codebook.clause_fields[1].codes[0].id,), 2: (),
    }  # fmt: skip
    assert events.count(project) == before
    assert not list(verify(project))


# ---------------------------------------------------------------- the file itself


@pytest.mark.parametrize(
    ("data", "key", "line"),
    [
        (b"{}\n[]\n", "not_json", 2),
        (b"{}\n\n{\n", "not_json", 3),
        (b'"text"', "not_json", 1),
        (b"null", "not_json", 1),
        (b'{"clause": "\\ud800"}', "not_json", 1),
        (b'{"a": {"b": ["\\udfff"]}}', "not_json", 1),
        (b"[" * 100_000, "not_json", 1),
        (b'{"a": ' * 100_000, "not_json", 1),
        (b"{}\n\xff\xfe\n", "not_utf8", None),
        ("{}\n".encode("utf-16"), "not_utf8", None),
        ('{"reviewer": "王芳"}'.encode("gb18030"), "not_utf8", None),
    ],
)
def test_a_file_of_something_else_is_told(tmp_path: Path, data: bytes, key: str, line: int | None) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_bytes(data)
    with pytest.raises(AnnotatorError) as caught:
        list(lines(path))
    assert caught.value.key == f"filing.{key}"
    assert caught.value.values.get("line") == line
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file_is_read_line_by_line(tmp_path: Path, newline: str, encoding: str) -> None:
    path = tmp_path / "labels.jsonl"
    given = ['{"a": "𠀀\u2028"}', "", "  ", json.dumps({"b": "王芳"})]
    path.write_bytes(newline.join(given).encode(encoding))
    assert list(lines(path)) == [(1, {"a": "𠀀\u2028"}), (4, {"b": "王芳"})]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(AnnotatorError, match=path.name):
            list(lines(path))
