"""Labels from an older codebook are left out and counted, never written under a wrong name."""

import pytest

from annotator.flows.exporting import export
from annotator.model.review import Suggestion
from tests.exporting.office import CODEBOOK, PLAN, lines, span, unit

REASON = 'id = "reason"\nkind = "text"'
OLD = {
    "kind": ["task"], "topic": ["data"], "priority": ["high"], "reason": ["明确"], "due": ["2027-06"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "field", "left_out"),
    [
        (('{ id = "task", zh', '{ id = "duty", zh'), "kind", {"value_not_in_codebook": 1}),
        ((REASON, 'id = "reason"\nkind = "entity"'), "reason", {"value_not_in_codebook": 1}),
        ((REASON, 'id = "reason"\nkind = "span"'), "reason", {"value_not_in_codebook": 1}),
        ((REASON, 'id = "reason"\nkind = "date"'), "reason", {"value_not_in_codebook": 1}),
        (('id = "reason"', 'id = "grounds"'), "grounds", {"field_not_in_codebook": 1}),
    ],
)  # fmt: skip
def test_a_value_that_the_codebook_in_force_cannot_express_is_counted(
    office, tmp_path, change, field, left_out
):
    _, ids = office.bring("方案.txt", PLAN)
    office.at("amy").put(ids[0], OLD)
    office.use(CODEBOOK.replace(*change).replace('kind = ["task"] }', 'kind = ["no"] }'))
    manifest = export(office.project, office.codebook, tmp_path / "out")
    labels = lines(tmp_path / "out/data/canonical/all.jsonl")[0]["reviews"][0]["labels"]
    assert labels[f"{field}_state"] == "unset"
    assert labels["topic"] == ["data"]
    assert manifest.excluded["values"] == left_out


def test_more_answers_than_a_field_takes_now_are_counted(office, tmp_path):
    _, ids = office.bring("方案.txt", PLAN)
    office.at("amy").finish(ids[0], {"topic": ["data", "infra"]})
    office.use(CODEBOOK.replace('kind = "multi"\nmax = 3', 'kind = "single"'))
    manifest = export(office.project, office.codebook, tmp_path / "out")
    labels = lines(tmp_path / "out/data/canonical/all.jsonl")[0]["labels"]
    assert (labels["topic_state"], labels["topic"]) == ("unset", None)
    assert manifest.excluded["values"] == {"value_not_in_codebook": 1}


def test_suggestions_for_fields_that_are_gone_are_counted(office, tmp_path):
    source, ids = office.bring("方案.txt", PLAN)
    office.suggest(
        Suggestion(ids[0], "gone", "m", "1", ("x",), 0.5),
        Suggestion(ids[0], "unit", "m", "1", (unit("甲"), {"name": "乙"}), 0.5),
        Suggestion(ids[0], "target", "m", "1", (span(source, "100个"),), 0.5),
    )
    manifest = export(office.project, office.codebook, tmp_path / "out")
    (said,) = lines(tmp_path / "out/data/canonical/all.jsonl")[0]["suggestions"]
    assert (said["labels"]["unit_state"], said["labels"]["target"][0]["surface"]) == ("unset", "100个")
    assert manifest.excluded["values"] == {"field_not_in_codebook": 1, "value_not_in_codebook": 1}


def test_the_first_single_field_is_classified_where_there_is_no_multi_one(office, tmp_path):
    _, ids = office.bring("方案.txt", PLAN)
    office.use(CODEBOOK.replace('kind = "multi"\nmax = 3', 'kind = "single"'))
    office.at("amy").finish(ids[0], {"kind": ["no"]})
    export(office.project, office.codebook, tmp_path / "out")
    (row,) = lines(tmp_path / "out/data/classification/all.jsonl")
    assert (row["labels"], row["primary"], row["votes"], row["n_reviews"]) == (["no"], "no", [0, 1], 1)


def test_a_codebook_without_codes_has_no_classification_view(office, tmp_path):
    office.bring("方案.txt", PLAN)
    office.use(
        'name = "n"\nversion = "1"\nzh = "名"\nen = "N"\n'
        '[[field]]\nid = "t"\nkind = "text"\nzh = "文"\nen = "T"'
    )
    manifest = export(office.project, office.codebook, tmp_path / "out")
    assert not (tmp_path / "out/data/classification").exists()
    assert list(manifest.counts["views"]) == ["canonical"]
