"""Two releases are told apart by the ids of their clauses, as both are read once."""

import pytest

from annotator.errors import AnnotatorError
from annotator.flows.cutting import Cutting
from annotator.flows.exporting import Options, export
from annotator.flows.releases import Comparison
from annotator.model.answer import Answer
from annotator.store import cuttings, documents
from tests.exporting.office import NOTICE, label
from tests.releases.forging import forge, less, other

USUAL = Options()


@pytest.fixture
def before(office, tmp_path):
    _, office.named = label(office)
    office.bring("通知.txt", NOTICE)
    export(office.project, office.codebook, tmp_path / "before")
    return tmp_path / "before"


@pytest.fixture
def told(office, before, tmp_path):
    def compared(options=USUAL):
        export(office.project, office.codebook, tmp_path / "after", options=options)
        return list(Comparison(before, tmp_path / "after"))

    return compared


def test_the_same_is_no_difference_however_it_is_packed(told):
    assert told(Options(views=("all",), gzip=True, shard=2)) == []


def test_labels_are_told_field_by_field_and_so_is_the_status(office, told):
    clause = office.named["unreviewed"]
    office.at("amy").finish(
        clause, {"kind": ["task"], "topic": ["data"], "priority": ["high"], "due": ["2027-06"]}
    )
    found = {one.field or one.what: one for one in told()}
    assert {one.id for one in found.values()} == {clause}
    assert (found["status"].before, found["status"].after) == ("unreviewed", "single")
    assert (found["topic"].before, found["topic"].after) == (Answer("unset"), Answer("set", ["data"]))
    assert found["priority"].after == Answer("set", ["high"])
    assert found["due"].after == Answer("set", ["2027-06"])
    assert "target" not in found


def test_a_unit_that_is_named_elsewhere_is_the_same_and_another_role_is_not(office, told):
    clause = office.named["silver"]
    one = {
        "org_id": None,
        "name": "市数据局",
        "role": "lead",
        "stated": False,
        "surface": "市数据局",
        "start": None,
        "end": None,
    }
    office.decide(clause, kind=["no"], topic=[], unit=[one], due=[], reason=[])
    assert {one.field for one in told() if one.what == "label"} == {"unit"}


def test_clauses_that_were_split_are_gone_and_their_parts_are_there(office, told):
    document = next(one for one in documents.listing(office.project) if one.file_name == "方案.txt")
    clause = next(documents.clauses(office.project, document))
    Cutting(office.project, office.codebook, "amy").split(document, clause, 5)
    changes = [one for one in told() if one.what in ("added", "removed")]
    assert [one.what for one in changes].count("removed") == 1
    assert [one.what for one in changes].count("added") == 2
    assert next(one for one in changes if one.what == "removed").id == clause.clause_id


def test_documents_come_and_go(office, told):
    cuttings.retire(office.project, "amy", documents.find(office.project, "通知.txt"))
    office.bring("三.txt", NOTICE[1:])
    found = [(one.what, one.title) for one in told() if not one.id]
    assert sorted(found) == [("added", "第二条。"), ("removed", "@通知正文\u2028一段。")]


def test_a_text_that_reads_otherwise_now_is_told(before, tmp_path, office, told):
    told()
    forge(tmp_path / "after", "data/canonical/all.jsonl", other('"text":"第四条。"', '"text":"第九条。"'))
    (one,) = Comparison(before, tmp_path / "after")
    assert (one.what, one.before, one.after) == ("text", "第四条。", "第九条。")


def test_a_clause_in_another_split_is_told_but_not_where_its_document_moved(before, tmp_path, office, told):
    told()
    after = tmp_path / "after"
    forge(after, "data/canonical/all.jsonl", other('"split":"all"', '"split":"test"'))
    assert {one.what for one in Comparison(before, after)} == {"split"}
    forge(after, "data/documents.jsonl", other('"split":"all"', '"split":"test"'))
    found = list(Comparison(before, after))
    assert [(one.what, one.id, one.before, one.after) for one in found] == [("split", "", "all", "test")] * 2


def test_what_a_codebook_has_no_more_is_told_of_codebook_and_labels(office, told):
    text = office.codebook_text.replace('id = "kind"', 'id = "sort"').replace("kind = [", "sort = [")
    office.use(text)
    found = told()
    assert {one.field for one in found if one.what == "label"} >= {"kind"}


def test_changes_of_the_codebook_are_told(office, before, tmp_path):
    office.use(office.codebook_text.replace("背景", "说明"))
    export(office.project, office.codebook, tmp_path / "after")
    (one,) = Comparison(before, tmp_path / "after").of_codebooks()
    assert one == ("kind", "no", "words")


def test_a_release_that_cannot_be_read_is_a_sentence(office, before, tmp_path):
    export(office.project, office.codebook, tmp_path / "bare", options=Options(views=("raw",)))
    with pytest.raises(AnnotatorError, match="canonical"):
        Comparison(before, tmp_path / "bare")
    export(office.project, office.codebook, tmp_path / "cut")
    forge(tmp_path / "cut", "data/canonical/all.jsonl", lambda data: data[:-20])
    with pytest.raises(AnnotatorError, match=r"all\.jsonl"):
        list(Comparison(before, tmp_path / "cut"))
    forge(tmp_path / "cut", "codebook.toml", lambda data: b"?")
    with pytest.raises(AnnotatorError, match=r"codebook|码表"):
        Comparison(before, tmp_path / "cut")


def test_lines_that_are_missing_end_a_comparison(office, before, tmp_path):
    export(office.project, office.codebook, tmp_path / "cut")
    forge(tmp_path / "cut", "data/canonical/all.jsonl", less(0))
    with pytest.raises(AnnotatorError, match=r"all\.jsonl"):
        list(Comparison(before, tmp_path / "cut"))
