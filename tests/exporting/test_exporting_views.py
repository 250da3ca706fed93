"""Every view: its lines keep its schema, its spans cut their words, and no clause is lost without a reason."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from annotator.errors import AnnotatorError
from annotator.flows.exporting import Options, export
from annotator.model.answer import Answer
from annotator.model.cutting import Segment
from annotator.model.event import Change
from annotator.model.ids import clause_id, document_id, sha256
from annotator.model.source import Source
from annotator.store import events
from annotator.tools.codebook import parse, shipped
from annotator.tools.release import prompting
from annotator.tools.release.answering import Answers
from annotator.tools.release.joined import Joined
from annotator.tools.release.labels import pointed
from annotator.tools.release.views import views
from tests.exporting.office import CODEBOOK, NOTICE, PLAN, label, lines, span, unit
from tests.exporting.test_exporting_card import fits, head
from tests.exporting.test_exporting_places import clauses, places
from tests.making import store_document

ALL = Options(views=("all",))


@pytest.fixture
def released(office, tmp_path):
    """A function that exports with options: (source, {status: clause}, {view: lines}); office.manifest."""
    source, named = label(office)
    office.at("amy").note(named["gold"], "以算力为主", "topic")
    office.bring("通知.txt", NOTICE)

    def call(options=ALL, name="out"):
        office.manifest = export(office.project, office.codebook, tmp_path / name, options=options)
        made = {
            view: [line for path in about["files"] for line in lines(tmp_path / name / path)]
            for view, about in office.manifest.counts["views"].items()
        }
        return source, named, made

    return call


VIEWS = [
    "canonical", "classification", "classification_kind", "ner", "priority", "relations", "targets", "sft",
    "sft_rationale", "sft_pc", "sft_pc_rationale", "preference", "eval", "raw", "agreement",
]  # fmt: skip


def test_the_views_are_those_that_the_codebook_has(released):
    made = released()[2]
    assert list(made) == VIEWS
    assert all(made.values())


def test_lines_keep_the_schema_of_their_view_and_the_features_of_the_card(released, tmp_path):
    made = released()[2]
    features = {
        one["config_name"]: one["features"]
        for one in head((tmp_path / "out/README.md").read_text("utf-8"))["dataset_info"]
    }
    for view, found in made.items():
        schema = json.loads((tmp_path / f"out/schema/{view}.schema.json").read_bytes())
        Draft202012Validator.check_schema(schema)
        keeps = Draft202012Validator(schema)
        for line in found:
            assert [error.message for error in keeps.iter_errors(line)] == [], view
            fits(features[view], line)


def test_every_clause_is_on_a_line_or_left_out_for_a_reason(released, office):
    made = released()[2]
    for view, found in made.items():
        told = {line["id"] for line in found}
        assert len(told) + sum(office.manifest.excluded[view].values()) == 9, view
        assert office.manifest.counts["views"][view]["lines"] == len(found)


@pytest.mark.parametrize("name", ["default", "instruments"])
def test_any_codebook_has_views_of_its_own_names(name):
    codebook = parse(shipped(name), name)
    found = {view.name: view for view in views(codebook, prompting.Prompt(prompting.default(), codebook))}
    first = next(field for field in codebook.clause_fields if field.kind == "multi")
    assert found["classification"].field == first
    assert found["classification_clause_type"].field.id == "clause_type"
    kinds = {field.kind for field in codebook.clause_fields}
    for kind, view in (
        ("entity", "ner"),
        ("ordinal", "priority"),
        ("entity", "relations"),
        ("span", "targets"),
    ):
        assert (view in found) == (kind in kinds)


def test_fields_of_one_kind_have_a_view_each(office, tmp_path):
    office.use(CODEBOOK.replace('id = "due"\nkind = "date"', 'id = "due"\nkind = "entity"'))
    source, ids = office.bring("方案.txt", PLAN)
    office.at("amy").finish(ids[0], {"unit": [], "due": [unit("市经信委", source, "市经信委")]})
    export(office.project, office.codebook, tmp_path / "out", options=Options(views=("ner", "ner_due")))
    first, second = (lines(tmp_path / f"out/data/{view}/all.jsonl")[0] for view in ("ner", "ner_due"))
    assert first["spans"] == []
    assert [(one["label"], one["surface"]) for one in second["spans"]] == [("due", "市经信委")]


# ------------------------------------------------------------ places


@given(clauses(), st.sampled_from(["", "\n"]))
def test_a_span_of_text_and_tail_cuts_its_surface(made, joint):
    ground, clause, start, end = made
    joined = Joined(clause, joint)
    place = joined.place(pointed({"start": start, "end": end, "surface": "?"}, places(clause, ground)))
    assert joined.text[: len(clause.text)] == clause.text
    assert joined.text[joined.tail_start :] == clause.tail
    if place:
        assert joined.text[place["start"] : place["end"]] == place["surface"]
        assert ground.clean(place["source_start"], place["source_end"]).text == place["surface"]


def test_units_of_text_and_bracket_are_spans_of_one_text(released, office):
    _, named, made = released()
    (line,) = (one for one in made["ner"] if one["id"] == named["gold"])
    assert line["text"][line["tail_start"] :] == "（责任单位：市数据局、市经信委）"
    said = [(one["surface"], one["role"], one["organisations"]) for one in line["spans"]]
    assert said == [
        ("市规劃资源局", "lead", [{"org_id": "org-gz", "name": "市规划资源局"}]),
        ("市数据局", "participant", [{"org_id": None, "name": "市数据局"}]),
    ]
    assert office.manifest.dropped == {"ner": {"not_named_in_the_clause": 1}}


def test_every_span_of_every_view_cuts_its_surface(released):
    made = released()[2]
    spans = [(line, one) for view in ("ner", "targets") for line in made[view] for one in line["spans"]]
    spans += [(line, line) for line in made["relations"] if line["start"] is not None]
    assert len(spans) == 4
    for line, one in spans:
        assert line["text"][one["start"] : one["end"]] == one["surface"]


def test_a_collective_is_one_span_of_several_organisations(office, tmp_path):
    source, ids = office.bring("方案.txt", PLAN)
    both = [{**unit(name, source, "市经信委", "participant"), "stated": False} for name in ("甲局", "乙局")]
    office.at("amy").finish(ids[0], {"unit": both})
    export(office.project, office.codebook, tmp_path / "out", options=Options(views=("ner", "relations")))
    (line,) = lines(tmp_path / "out/data/ner/all.jsonl")
    (one,) = line["spans"]
    assert [organisation["name"] for organisation in one["organisations"]] == ["甲局", "乙局"]
    assert [one["unit"] for one in lines(tmp_path / "out/data/relations/all.jsonl")] == ["甲局", "乙局"]


def test_a_tail_stands_where_its_document_has_it(office, tmp_path):
    """Behind the text, or on a line of its own; the white space before a line belongs to neither of both."""
    text, tail = "建设算力网络。", "责任单位：市经信委"
    for name, between in (("甲", ""), ("乙", "\r\n  ")):
        source = f"{text}{between}{tail}\n"
        at = len(text) + len(between)
        end = at + len(tail)
        cut = Segment("clause", 1, "", (), 0, end + 1, text, 0, len(text), tail, at, end)
        store_document(
            office.project, "amy", doc_id=document_id(name.encode()), file_sha256=sha256(name.encode()),
            file_name=f"{name}.txt", source=Source(source, "txt/1"), cutter="hand", segments=[cut],
            metadata={"title": name},
        )  # fmt: skip
        clause = clause_id(sha256(source), 0, end + 1)
        office.at("amy").finish(clause, {"unit": [unit("市经信委", source, "市经信委")]})
    export(office.project, office.codebook, tmp_path / "out", options=Options(views=("ner",)))
    said = {line["title"]: line for line in lines(tmp_path / "out/data/ner/all.jsonl")}
    assert (said["甲"]["text"], said["甲"]["tail_start"]) == (text + tail, 7)
    assert (said["乙"]["text"], said["乙"]["tail_start"]) == (f"{text}\n{tail}", 8)
    for line in said.values():
        (one,) = line["spans"]
        assert line["text"][one["start"] : one["end"]] == "市经信委"


def test_a_target_tells_what_the_codebook_asks_of_it(office, tmp_path):
    source, ids = office.bring("方案.txt", PLAN)
    told = {"value": 100, "comparator": "equal", "by": "2027"}
    office.at("amy").finish(ids[0], {"target": [{**span(source, "100个"), **told}]})
    export(office.project, office.codebook, tmp_path / "out", options=Options(views=("targets",)))
    (line,) = lines(tmp_path / "out/data/targets/all.jsonl")
    (one,) = line["spans"]
    assert (one["surface"], one["label"]) == ("100个", "target")
    assert one["attributes"] == {
        "value": 100.0, "comparator": "equal", "by": {"year": 2027, "month": None, "day": None}, "of": None,
    }  # fmt: skip


# ------------------------------------------------------------ who is in it


def test_levels_are_numbers_and_what_has_none_is_left_out(released, office):
    _, named, made = released()
    assert [(one["id"], one["value"], one["label"], one["votes"]) for one in made["priority"]] == [
        (named["gold"], 1, "high", [1, 1]), (named["single"], 0, "low", [1, 0]),
    ]  # fmt: skip
    assert office.manifest.excluded["priority"]["n/a"] == 1


def test_statuses_choose_what_the_training_views_take(released, office):
    _, named, made = released(Options(views=("all",), statuses=("gold", "silver")))
    assert {one["id"] for one in made["classification"]} == {named["gold"], named["silver"]}
    assert {one["status"] for one in made["sft"]} == {"gold", "silver"}
    assert office.manifest.excluded["classification"] == {
        "conflict": 1, "draft": 1, "single": 1, "skipped": 1, "unreviewed": 3,
    }  # fmt: skip
    assert len(made["canonical"]) == 9
    assert len(made["raw"]) == 10


def test_only_what_was_decided_measures(released):
    _, named, made = released()
    assert [one["id"] for one in made["eval"]] == [named["gold"]]


def test_raw_has_every_review_as_the_record_has_it(released):
    _, _named, made = released()
    said = [
        {
            "id": record["id"],
            "doc_id": record["doc_id"],
            "text": record["text"],
            "tail": record["tail"],
            **review,
        }
        for record in made["canonical"]
        for review in record["reviews"]
    ]
    assert made["raw"] == said
    assert {one["state"] for one in made["raw"]} == {"submitted", "skipped", "draft", "untouched"}


def test_agreement_has_a_line_for_each_decision_of_who_finished(released):
    _, named, made = released()
    gold = {
        (one["field"], one["worker"]): one["label"] for one in made["agreement"] if one["id"] == named["gold"]
    }
    assert gold["kind", "amy"] == "task"
    assert (gold["topic:infra.compute", "amy"], gold["topic:infra.compute", "bo"]) == ("1", "0")
    assert (gold["unit:org-gz", "amy"], gold["unit:org-gz", "bo"]) == ("1", "0")
    assert (gold["priority", "amy"], gold["priority", "bo"]) == ("1", "0")
    assert (gold["due", "amy"], gold["due", "bo"]) == ("2027", "-")
    silver = [one for one in made["agreement"] if one["id"] == named["silver"]]
    assert {one["field"] for one in silver} == {
        "kind",
        "topic:data",
        "topic:infra",
        "topic:infra.compute",
        "due",
    }
    assert not [one for one in made["agreement"] if one["id"] in (named["draft"], named["skipped"])]


# ------------------------------------------------------------ the record


def test_votes_are_the_submitted_reviews_counted(released, office):
    for record in released()[2]["canonical"]:
        submitted = [one["labels"] for one in record["reviews"] if one["state"] == "submitted"]
        for name, count in record["votes"].items():
            field = office.codebook.field(name)
            answered = [one for one in submitted if one[f"{name}_state"] in ("set", "none")]
            assert count["n_reviews"] == len(answered)
            assert count["none"] == sum(one[f"{name}_state"] == "none" for one in answered)
            for code, votes in zip(field.codes, count["votes"], strict=True):
                sought = code.value if field.kind == "ordinal" else code.id
                values = [one[name] if field.kind == "multi" else [one[name]] for one in answered]
                assert votes == sum(sought in value for value in values)


def test_a_record_tells_which_suggestions_were_seen_and_under_which_codebook(office, tmp_path):
    _, ids = office.bring("方案.txt", PLAN)
    seen = Change("label", ids[0], "kind", ["task"], suggested=True)
    events.record(office.project, "amy", [seen, Change("label", ids[0], "topic", ["data"])], origin="key")
    old = office.codebook.digest
    office.use(CODEBOOK + "\n")
    office.at("bo").put(ids[0], {"kind": ["no"]})
    manifest = export(office.project, office.codebook, tmp_path / "out")
    amy, bo = lines(tmp_path / "out/data/canonical/all.jsonl")[0]["reviews"]
    assert {name for name, told in amy["suggestion_seen"].items() if told} == {"kind"}
    assert not any(bo["suggestion_seen"].values())
    assert (amy["codebook"], bo["codebook"]) == (old, office.codebook.digest)
    assert {one["digest"] for one in manifest.codebooks} == {old, office.codebook.digest}


# ------------------------------------------------------------ language models


def test_a_question_asks_what_the_answer_tells(released):
    _, named, made = released()
    said = {one["id"]: one["messages"] for one in made["sft"]}
    for messages in said.values():
        assert [one["role"] for one in messages] == ["system", "user", "assistant"]
        asked = [
            row.partition("：")[0].partition("（")[0]
            for row in messages[0]["content"].split("\n\n")[1].split("\n")
        ]
        assert list(json.loads(messages[-1]["content"])) == asked
    answer = json.loads(said[named["gold"]][-1]["content"])
    assert (answer["类型"], answer["主题"], answer["优先级"]) == ("任务", ["算力", "数据"], "高")
    assert answer["单位"][0] == {"单位": "市规划资源局", "角色": "牵头"}
    silver = json.loads(said[named["silver"]][-1]["content"])
    assert (silver["主题"], silver["优先级"], "指标" in silver) == ([], "不适用", False)
    assert "责任单位：市数据局、市经信委" in said[named["gold"]][1]["content"]


def test_both_forms_of_a_question_say_the_same(released):
    made = released()[2]
    for talk, pair in zip(made["sft"], made["sft_pc"], strict=True):
        *asked, answer = (one["content"] for one in talk["messages"])
        assert (pair["prompt"], pair["completion"]) == ("\n\n".join(asked), answer)


def test_a_reason_comes_before_the_answer(released, office):
    _, named, made = released()
    (line,) = made["sft_rationale"]
    answer = json.loads(line["messages"][-1]["content"])
    assert next(iter(answer.items())) == ("依据", "主题：以算力为主")
    assert office.manifest.excluded["sft_rationale"]["no_rationale"] == 2
    assert line["id"] == named["gold"]


def test_a_rejected_answer_is_one_that_a_reviewer_gave(released, office):
    _, _named, made = released()
    amy, bo = made["preference"]
    assert (amy["rejected_by"], bo["rejected_by"]) == (["amy"], ["bo"])
    for line in (amy, bo):
        assert line["chosen"] != line["rejected"]
        assert [one["role"] for one in line["prompt"]] == ["system", "user"]
        chosen, rejected = (json.loads(line[name][0]["content"]) for name in ("chosen", "rejected"))
        assert list(chosen) == list(rejected)
    assert json.loads(bo["rejected"][0]["content"])["主题"] == ["数据"]


def test_who_answered_as_was_decided_gives_no_pair(office, tmp_path):
    _, ids = office.bring("方案.txt", PLAN)
    office.at("amy").finish(ids[0], {"kind": ["no"], "topic": ["data"]})
    office.decide(ids[0], topic=["data"])
    manifest = export(
        office.project, office.codebook, tmp_path / "out", options=Options(views=("preference",))
    )
    assert manifest.excluded["preference"] == {"nobody_differs": 1, "unreviewed": 6}
    assert not (tmp_path / "out/data/preference").exists()


def test_a_prompt_of_ones_own_is_asked_and_kept(released, tmp_path):
    prompt = '{text}|{title}|{"a": 1}'
    _, _named, made = released(Options(views=("sft", "eval"), prompt=prompt, prompt_name="p.txt"))
    (line,) = made["eval"]
    assert line["input"].endswith('|𠮷林省行动方案|{"a": 1}')
    assert [one["role"] for one in made["sft"][0]["messages"]] == ["user", "assistant"]
    assert (tmp_path / "out/prompt.txt").read_text("utf-8") == prompt


@pytest.mark.parametrize(
    ("prompt", "words"),
    [("{条款}{作者}", "作者"), ("{标注}---", "标注"), ("只有话", "条款"), ("{条款}\n---\n问", "条款"),
     ("甲\n---\n乙\n---\n{条款}", "不止一行")],
)  # fmt: skip
def test_a_prompt_that_cannot_be_asked_is_refused(prompt, words):
    with pytest.raises(AnnotatorError, match=words):
        prompting.Prompt(prompt, parse(CODEBOOK, "t"), "p.txt")


def test_an_unknown_view_is_refused_with_the_known_ones(office, tmp_path):
    office.bring("方案.txt", PLAN)
    with pytest.raises(AnnotatorError, match="classification_kind"):
        export(office.project, office.codebook, tmp_path / "out", options=Options(views=("ner_kind",)))
    assert not (tmp_path / "out").exists()


def test_no_prompt_is_kept_where_nothing_is_asked(released, tmp_path):
    released(Options())
    assert not (tmp_path / "out/prompt.txt").exists()


def test_an_answer_that_is_open_is_not_asked():
    answers = {"a": Answer("unset"), "b": Answer("none"), "c": Answer("n/a"), "d": Answer("conflict")}
    assert Answers(parse(CODEBOOK, "t")).settled(answers) == {"b", "c"}
