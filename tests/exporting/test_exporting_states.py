"""What people said of a clause reads unmistakably in its record."""

import pytest

from annotator.flows.exporting import export
from annotator.model.review import Suggestion
from tests.exporting.office import PLAN, label, lines, span, unit


@pytest.fixture
def released(office, tmp_path):
    """(source, {status: record}) of an exported project with one clause of every status."""
    source, named = label(office)
    office.suggest(
        Suggestion(named["gold"], "unit", "import", "1", (unit("市经信委", source, "市经信委"),), 0.98765),
        Suggestion(named["gold"], "kind", "import", "1", ("task",), 0.5),
        Suggestion(named["gold"], "kind", "model", "7", (), 1.0),
    )
    office.manifest = export(office.project, office.codebook, tmp_path / "out")
    records = {record["id"]: record for record in lines(tmp_path / "out/data/canonical/all.jsonl")}
    return source, {status: records[clause] for status, clause in named.items()}


def test_every_status_is_told(released):
    assert {status: record["status"] for status, record in released[1].items()} == {
        status: status for status in released[1]
    }


def test_no_two_clauses_of_different_status_look_alike(released):
    said = {str((record["status"], record["labels"], record["reviews"])) for record in released[1].values()}
    assert len(said) == 7


def test_the_five_states_of_a_field_look_different(released):
    records = released[1]
    states = [
        (records[status]["labels"][f"{name}_state"], records[status]["labels"][name])
        for status, name in (
            ("gold", "priority"), ("gold", "target"), ("silver", "priority"), ("conflict", "kind"),
            ("unreviewed", "priority"), ("single", "priority"), ("single", "topic"),
        )
    ]  # fmt: skip
    assert states == [
        ("set", 1), ("none", []), ("n/a", None), ("conflict", None), ("unset", None), ("set", 0),
        ("none", []),
    ]  # fmt: skip


def test_finishing_with_a_priority_alone_says_that_the_rest_was_seen_empty(released):
    labels = released[1]["single"]["labels"]
    assert {name: state for name, state in labels.items() if name.endswith("_state")} == {
        "kind_state": "none", "topic_state": "none", "unit_state": "none", "priority_state": "set",
        "target_state": "unset", "due_state": "none", "reason_state": "none",
    }  # fmt: skip


def test_a_draft_is_in_the_reviews_and_not_in_the_labels(released):
    record = released[1]["draft"]
    assert record["labels"]["topic_state"] == "unset"
    amy, bo = record["reviews"]
    assert (amy["state"], amy["labels"]["topic_state"], amy["submitted_utc"]) == ("draft", "none", None)
    assert (bo["state"], bo["flagged"], bo["question"], bo["note"]) == (
        "untouched", True, "这条算数据吗？", "-待查",
    )  # fmt: skip


def test_a_review_tells_who_when_and_how_long(released):
    amy, bo = released[1]["gold"]["reviews"]
    assert (amy["reviewer"], amy["state"], amy["submitted_utc"], amy["seconds"]) == (
        "amy", "submitted", "2026-09-21T14:14:20.000Z", 12.3,
    )  # fmt: skip
    assert (bo["reviewer"], bo["labels"]["topic"], bo["labels"]["priority"]) == ("bo", ["data"], 0)


def test_values_are_typed_by_the_kind_of_their_field(released):
    amy = released[1]["gold"]["reviews"][0]["labels"]
    assert amy["kind"] == "task"
    assert amy["topic"] == ["infra.compute", "data"]
    assert amy["priority"] == 1
    assert amy["due"] == {"year": 2027, "month": None, "day": None}
    assert amy["reason"] is None
    assert amy["target"][0]["attributes"] == {
        "value": 100.0, "comparator": "equal", "by": {"year": 2027, "month": None, "day": None}, "of": None,
    }  # fmt: skip
    assert [one["role"] for one in amy["unit"]] == ["lead", "participant", "supervisor"]


def test_evidence_stands_beside_the_labels_for_which_it_speaks(released):
    source, records = released
    amy, bo = (review["evidence"] for review in records["gold"]["reviews"])
    in_text, in_tail = amy["kind"]
    assert [(one["where"], one["surface"]) for one in amy["kind"]] == [
        ("text", "建设😀"),
        ("tail", "市数据局"),
    ]
    assert records["gold"]["text"][in_text["start"] : in_text["end"]] == "建设😀"
    assert source[in_tail["source_start"] : in_tail["source_end"]] == "市数据(jù)局"
    assert set(amy) == {"kind", "topic", "priority", "due", "reason"}
    assert not any(bo.values())
    # Amy's topic is the one that was decided; of her type nobody has decided, and both reviewers agree.
    assert [one["surface"] for one in records["gold"]["evidence"]["topic"]] == ["算力"]
    assert records["gold"]["evidence"]["kind"] == amy["kind"]


def test_evidence_of_a_draft_or_against_the_label_does_not_speak_for_it(released):
    records = released[1]
    assert [one["surface"] for one in records["draft"]["reviews"][1]["evidence"]["topic"]] == ["第六条"]
    assert not any(records["draft"]["evidence"].values())


def test_in_a_conflict_no_evidence_speaks_for_the_label(office, tmp_path):
    source, ids = office.bring("方案.txt", PLAN)
    for who, kind in (("amy", "task"), ("bo", "no")):
        office.at(who).finish(ids[0], {"kind": [kind], "topic": ["data"]})
        office.at(who).mark(ids[0], office.codebook.field("kind"), [span(source, "算力")])
        office.at(who).mark(ids[0], office.codebook.field("topic"), [span(source, "算力")])
    export(office.project, office.codebook, tmp_path / "out")
    record = lines(tmp_path / "out/data/canonical/all.jsonl")[0]
    assert (record["labels"]["kind_state"], record["evidence"]["kind"]) == ("conflict", [])
    assert [one["surface"] for one in record["evidence"]["topic"]] == ["算力"]


def test_suggestions_stay_apart_from_labels_with_their_source_version_and_score(released):
    first, second = released[1]["gold"]["suggestions"]
    assert (first["source"], first["version"]) == ("import", "1")
    assert (first["labels"]["kind"], first["scores"]["kind"], first["scores"]["unit"]) == (
        "task",
        0.5,
        0.9877,
    )
    assert (first["labels"]["topic_state"], first["scores"]["topic"]) == ("unset", None)
    assert first["labels"]["unit"][0]["surface"] == "市经信委"
    assert (second["source"], second["labels"]["kind_state"], second["scores"]["kind"]) == (
        "model",
        "none",
        1.0,
    )


def test_a_unit_stands_in_text_or_tail_with_its_source_range(released):
    source, records = released
    in_text, in_tail, assigned = records["gold"]["labels"]["unit"]
    assert (in_text["where"], in_text["surface"]) == ("text", "市规劃资源局")
    assert records["gold"]["text"][in_text["start"] : in_text["end"]] == "市规劃资源局"
    assert source[in_text["source_start"] : in_text["source_end"]] == "市规(guī)劃资源局"
    assert (in_tail["where"], in_tail["surface"]) == ("tail", "市数据局")
    assert records["gold"]["tail"][in_tail["start"] : in_tail["end"]] == "市数据局"
    assert source[in_tail["source_start"] : in_tail["source_end"]] == "市数据(jù)局"
    places = [assigned[name] for name in ("where", "start", "end", "source_start", "source_end")]
    assert (assigned["surface"], places) == ("", [None] * 5)


def test_a_unit_named_outside_the_clause_keeps_its_source_range(office, tmp_path):
    source, ids = office.bring("方案.txt", PLAN)
    office.at("amy").finish(ids[1], {"unit": [unit("市经信委", source, "市经信委")]})
    export(office.project, office.codebook, tmp_path / "out")
    found = lines(tmp_path / "out/data/canonical/all.jsonl")[1]["labels"]["unit"][0]
    assert (found["where"], found["start"], found["stated"], found["surface"]) == (
        None,
        None,
        True,
        "市经信委",
    )
    assert source[found["source_start"] : found["source_end"]] == "市经信委"


def test_the_record_anchors_its_clause_in_the_source(released):
    source, records = released
    for record in records.values():
        raw = source[record["anchor"]["start"] : record["anchor"]["end"]]
        assert raw.startswith(record["marker"])
    assert [record["seq"] for record in records.values()] == list(range(7))
    assert records["gold"]["path"] == ["总体要求"]
    assert records["gold"]["title"] == "𠮷林省行动方案"


def test_the_classification_view_keeps_negatives_and_counts_what_it_leaves_out(released, office, tmp_path):
    view = lines(tmp_path / "out/data/classification/all.jsonl")
    said = {row["status"]: row for row in view}
    assert set(said) == {"gold", "single", "silver", "conflict"}  # in conflict about its kind, not its topic
    assert (said["gold"]["labels"], said["gold"]["primary"]) == (["infra.compute", "data"], "infra.compute")
    assert (said["gold"]["votes"], said["gold"]["n_reviews"]) == ([2, 0, 1], 2)
    assert (said["silver"]["labels"], said["silver"]["primary"], said["silver"]["n_reviews"]) == ([], None, 2)
    assert office.manifest.excluded["classification"] == {"draft": 1, "skipped": 1, "unreviewed": 1}
    counted = office.manifest.counts["views"]["classification"]
    assert (counted["field"], counted["lines"], counted["splits"]) == ("topic", 4, {"all": 4})


def test_organisations_are_those_that_occur(released, tmp_path):
    assert lines(tmp_path / "out/data/organisations.jsonl") == [
        {"org_id": "org-gz", "name": "市规划资源局", "forms": ["市规劃资源局"], "state": None, "merged": []},
        {"org_id": None, "name": "市数据局", "forms": [], "state": None, "merged": []},
        {"org_id": None, "name": "市经信委", "forms": [], "state": None, "merged": []},
        {"org_id": None, "name": "市财政局", "forms": [], "state": None, "merged": []},
    ]


def test_documents_tell_their_source_and_metadata(released, tmp_path):
    (document,) = lines(tmp_path / "out/data/documents.jsonl")
    assert (document["source_name"], document["reader"], document["clauses"]) == (
        "方案.txt",
        "txt/1 utf-8",
        7,
    )
    assert document["metadata"] == [
        {"name": "date", "value": "2026-01-02"}, {"name": "title", "value": "𠮷林省行动方案"},
    ]  # fmt: skip
