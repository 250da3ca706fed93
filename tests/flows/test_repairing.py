"""Repairs by hand in a project: what the clause reads then, what stays, who may, what is taken back."""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest

from annotator.errors import AnnotatorError, Refused
from annotator.flows.cutting import Cutting, Repairing
from annotator.flows.importing import import_files
from annotator.flows.merging import merge
from annotator.flows.recutting import Recutting
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.document import Clause, Document
from annotator.model.edit import Edit
from annotator.model.event import Change
from annotator.model.mending import put, value_of
from annotator.model.review import Person
from annotator.store import documents, events, people, stops, suggestions
from annotator.store.project import Project
from annotator.store.undo import redo, undo
from annotator.store.verify import verify
from annotator.tools.query import Query, parse
from annotator.tools.text import cut
from tests.flows.test_recutting import at_sentences

TEXT = """上海市算力建设工作方案
一、任务
1.建设(shè)平台。以规划为基底,建立上?！翱罩?、地表、地下”全覆盖；加快建成三处平台。（责任单位：市科委）
2.推进应用。推进各类应用。（责任单位：市数据局）
"""
READS = "建设平台。以规划为基底,建立上?！翱罩?、地表、地下”全覆盖；加快建成三处平台。"


@pytest.fixture
def document(project: Project, codebook: Codebook, tmp_path: Path) -> Document:
    path = tmp_path / "方案.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert import_files(project, "li", codebook, [path])[0].proposed == 1
    return documents.listing(project)[0]


@pytest.fixture
def work(project: Project, codebook: Codebook, document: Document) -> Repairing:
    return Repairing(project, codebook, "li")


def now(project: Project, number: int = 0) -> tuple[Document, Clause]:
    document = documents.listing(project)[0]
    clause = documents.clause(project, document, number)
    assert clause
    return document, clause


def accept(work: Repairing, document: Document, clause: Clause, edit: Edit, seconds: float = 0) -> Document:
    return work.decide(work.accepting(document, clause, edit), seconds=seconds)


def take_back(work: Repairing, document: Document, clause: Clause, edit: Edit) -> Document:
    return work.decide(work.taking_back(document, clause, edit))


def repair(work: Repairing, rule: str) -> Edit:
    return next(one for one in work.repairs(*now(work.project)) if one.rule == rule)


def correct(work: Repairing, before: str, after: str, number: int = 0) -> Clause:
    """Have the first place of some words of the source read otherwise."""
    document, clause = now(work.project, number)
    at = TEXT.index(before, clause.start)
    work.decide(work.correcting(document, clause, at, at + len(before), after))
    return sound(work.project, number)


def sound(project: Project, number: int = 0) -> Clause:
    assert list(verify(project)) == []
    return now(project, number)[1]


def test_a_proposed_repair_is_accepted_and_the_clause_keeps_its_id(work: Repairing) -> None:
    document, before = now(work.project)
    assert before.text == READS
    slip = repair(work, "mojibake")
    assert (slip.before, slip.after, slip.state) == ("?！翱罩?", "海“空中", "proposed")
    document = accept(work, document, before, slip, seconds=3)
    clause = sound(work.project)
    assert document == now(work.project)[0]
    assert clause.text.startswith("建设平台。以规划为基底,建立上海“空中、地表")
    assert (clause.clause_id, clause.start, clause.end) == (before.clause_id, before.start, before.end)
    assert (clause.marker, clause.tail, clause.lead) == (before.marker, before.tail, before.lead)
    said = events.history(work.project, document.doc_id)[-2:]
    assert [(one.kind, one.layer, one.origin, one.reviewer) for one in said] == [
        ("edit", "project", "key", "li"), ("cut", "project", "key", "li"),
    ]  # fmt: skip
    assert said[0].act == said[1].act
    assert said[0].value == value_of(document.source_sha256, slip._replace(state="applied"))


def test_one_undo_takes_all_of_it_back_and_redo_does_it_again(work: Repairing) -> None:
    first = now(work.project)
    accept(work, *first, repair(work, "mojibake"))
    then = now(work.project)
    undone = undo(work.project, "li")
    assert [one.kind for one in undone.events] == ["edit", "cut"]
    assert now(work.project) == first
    assert repair(work, "mojibake").state == "proposed"
    sound(work.project)
    redo(work.project, "li")
    assert now(work.project) == then
    sound(work.project)


def test_an_applied_repair_is_taken_back_and_put_in_force_again(work: Repairing) -> None:
    take_back(work, *now(work.project), repair(work, "pinyin"))
    assert sound(work.project).text.startswith("建设(shè)平台。")
    assert repair(work, "pinyin").state == "refused"
    with pytest.raises(Refused):
        take_back(work, *now(work.project), repair(work, "pinyin"))
    accept(work, *now(work.project), repair(work, "pinyin"))
    assert sound(work.project).text == READS
    with pytest.raises(Refused):
        accept(work, *now(work.project), repair(work, "pinyin"))


def test_a_person_reads_what_no_rule_saw(work: Repairing) -> None:
    assert "建成五处平台" in correct(work, "三处", "五处").text
    made = repair(work, "person")
    assert (made.before, made.after, made.confidence) == ("三", "五", 1.0), "no wider than it is"
    take_back(work, *now(work.project), made)
    assert sound(work.project).text == READS
    assert [one.rule for one in work.repairs(*now(work.project))] == ["pinyin", "mojibake"]


def test_a_reading_takes_the_place_of_the_repairs_in_its_range_until_it_is_taken_back(
    work: Repairing,
) -> None:
    assert "建立上空“空中、" in correct(work, "?！翱罩?", "空“空中").text
    assert [one.rule for one in work.repairs(*now(work.project))] == ["pinyin", "person"]
    take_back(work, *now(work.project), repair(work, "person"))
    assert repair(work, "mojibake").state == "proposed"
    assert sound(work.project).text == READS


def test_a_range_through_a_repair_has_all_of_it(work: Repairing) -> None:
    assert "建立上海的空中、地表" in correct(work, "上?！翱", "上海的空中").text
    assert "mojibake" not in [one.rule for one in work.repairs(*now(work.project))]


def test_a_later_word_on_an_overlapping_range_takes_the_place_of_the_earlier_one(work: Repairing) -> None:
    correct(work, "三处", "五处")
    correct(work, "成三处平", "成五座高")
    made = [one for one in work.repairs(*now(work.project)) if one.rule == "person"]
    assert [(one.before, one.after) for one in made] == [("三处平", "五座高")]
    undo(work.project, "li")
    assert repair(work, "person").after == "五"
    assert "五处平台" in sound(work.project).text


def test_the_very_reading_that_was_proposed_accepts_the_proposal(work: Repairing) -> None:
    correct(work, "?！翱罩?", "海“空中")
    assert repair(work, "mojibake").state == "applied"


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("三处", "三处", "repairing.as_it_reads"),
        ("设(shè)平", "设平", "repairing.as_it_reads"),
        ("三处", "\x1b[31m三处", "repairing.invisible"),
        ("三处", "三\u202e处", "repairing.invisible"),
        ("三处", "三\u200b处", "repairing.invisible"),
        ("三处", "三\ud800处", "repairing.invisible"),
        ("三处", "三\x00处", "repairing.invisible"),
        (TEXT[TEXT.index("1.") : TEXT.index("2.")].strip(), " ", "repairing.nothing_left"),
        ("市科委）\n2.推进", "市科委）", "repairing.outside"),
    ],
)
def test_what_would_be_no_reading_is_refused_and_nothing_stored(
    before: str, after: str, key: str, work: Repairing
) -> None:
    count = events.count(work.project)
    with pytest.raises(Refused) as refused:
        correct(work, before, after)
    assert refused.value.key == key
    assert events.count(work.project) == count


def test_a_run_that_was_proposed_in_parts_is_accepted_and_taken_back_as_one(
    project: Project, codebook: Codebook, tmp_path: Path
) -> None:
    path = tmp_path / "方案.txt"
    lines = [
        "一、任务",
        "（一）上海发展很快，建立上?！翱罩?、地表、地下”全覆盖的体系，" + "推动各类平台协同发展" * 40 + "。",
    ]
    wrapped = [line[at : at + 15] for line in lines for at in range(0, len(line), 15)]
    path.write_text("\n".join(wrapped), encoding="utf-8")
    import_files(project, "li", codebook, [path])
    work = Repairing(project, codebook, "li")
    first = now(project)
    _, other = slip = [one for one in work.repairs(*first) if one.state == "proposed"]
    accept(work, *first, other)
    assert "建立上海“空中、地表" in sound(project).text
    assert [one.state for one in work.repairs(*now(project)) if one.rule == "mojibake"] == ["applied"] * 2
    undo(project, "li")
    assert now(project) == first
    take_back(work, *first, slip[0])
    assert sound(project).text == first[1].text, "the lines stay joined"
    assert {one.state for one in work.repairs(*now(project)) if one.rule == "mojibake"} == {"refused"}


def test_a_reading_with_a_line_break_is_two_lines(work: Repairing) -> None:
    clause = correct(work, "；加快", "；\r\n\r\n 加快")
    assert clause.text.endswith("全覆盖；\n加快建成三处平台。")


def test_marks_still_point_at_their_words_and_labels_stay(work: Repairing, codebook: Codebook) -> None:
    reviewing = Reviewing(work.project, codebook, "li")
    document, clause = now(work.project)
    at = documents.places(work.project, document, clause).at(
        "text", clause.text.index("覆盖"), clause.text.index("覆盖") + 2
    )
    assert at
    assert at.surface == "覆盖"
    unit = {"name": "覆盖", "role": "lead", "stated": True, **at.stored()}
    reviewing.put(clause.clause_id, {"responsible_unit": [unit]})
    accept(work, document, clause, repair(work, "mojibake"))
    correct(work, "建成三处", "建三处")
    clause = now(work.project)[1]
    (said,) = reviewing.review(clause.clause_id).values["responsible_unit"] or ()
    found = documents.places(work.project, now(work.project)[0], clause).find(said["start"], said["end"])
    assert found
    assert (found.surface, clause.text[found.start : found.end]) == ("覆盖", "覆盖")


def test_units_are_suggested_for_what_the_clause_reads_then(work: Repairing) -> None:
    def suggested() -> list[str]:
        found = suggestions.of(work.project, [now(work.project)[1].clause_id])
        return [unit["surface"] for one in found if one.field == "responsible_unit" for unit in one.value]

    assert suggested() == ["市科委"]
    correct(work, "市科委", "市教委")
    assert suggested() == ["市教委"]
    undo(work.project, "li")
    work.renew(*now(work.project))
    assert suggested() == ["市科委"]


def test_who_may_not_cut_repairs_nothing(work: Repairing, codebook: Codebook) -> None:
    people.store(work.project, "li", Person("wang", "wang"))
    other = Repairing(work.project, codebook, "wang")
    count = events.count(work.project)
    for act in (
        lambda: accept(other, *now(work.project), repair(work, "mojibake")),
        lambda: take_back(other, *now(work.project), repair(work, "pinyin")),
        lambda: correct(other, "三处", "五处"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.key == "cutting.not_yours"
    assert events.count(work.project) == count


def test_what_was_cut_or_repaired_meanwhile_is_refused(work: Repairing, codebook: Codebook) -> None:
    document, clause = now(work.project)
    slip = repair(work, "mojibake")
    Cutting(work.project, codebook, "li").split(document, clause, clause.text.index("加快"))
    with pytest.raises(Refused) as refused:
        accept(work, document, clause, slip)
    assert refused.value.key == "cutting.cut_meanwhile"
    sound(work.project)


def test_undo_is_refused_where_the_document_was_cut_since(work: Repairing, codebook: Codebook) -> None:
    people.store(work.project, "li", Person("wang", "wang", roles=("owner",)))
    accept(work, *now(work.project), repair(work, "mojibake"))
    document, clause = now(work.project)
    Cutting(work.project, codebook, "wang").split(document, clause, clause.text.index("加快"))
    with pytest.raises(Refused) as refused:
        undo(work.project, "li")
    assert refused.value.key == "store.cut_since"
    assert "上海“空中" in sound(work.project).text


def test_a_split_and_a_merge_keep_what_was_repaired(work: Repairing, codebook: Codebook) -> None:
    correct(work, "三处", "五处")
    cutting = Cutting(work.project, codebook, "li")
    document, clause = now(work.project)
    cutting.split(document, clause, clause.text.index("加快"))
    assert sound(work.project, 1).text == "加快建成五处平台。"
    document, clause = now(work.project)
    cutting.merge(document, clause, now(work.project, 1)[1])
    assert "五处" in sound(work.project).text


def test_a_document_cut_anew_keeps_what_people_decided(work: Repairing, codebook: Codebook) -> None:
    accept(work, *now(work.project), repair(work, "mojibake"))
    take_back(work, *now(work.project), repair(work, "pinyin"))
    correct(work, "三处", "五处")
    recutting = Recutting(work.project, codebook, "li", cut=at_sentences, cutter="better/1")
    plan = recutting.plan(now(work.project)[0])
    assert (plan.left, plan.repairs, plan.by_hand, plan.cutter) == (None, 3, 0, "li")
    assert recutting.apply(plan) is None
    assert sound(work.project).text == "建设(shè)平台。以规划为基底,建立上海“空中、地表、地下”全覆盖；"
    assert sound(work.project, 1).text == "加快建成五处平台。"
    assert not recutting.plan(now(work.project)[0]).cut


def test_a_document_whose_new_cut_goes_through_a_persons_reading_is_left(
    work: Repairing, codebook: Codebook
) -> None:
    correct(work, "；加快建成", "，并建成")
    plan = Recutting(work.project, codebook, "li", cut=at_sentences, cutter="better/1").plan(
        now(work.project)[0]
    )
    assert plan.left == "hand"
    given_up = Recutting(work.project, codebook, "li", cut=at_sentences, cutter="better/1", discard=True)
    assert given_up.apply(given_up.plan(now(work.project)[0])) is None
    assert sound(work.project, 1).text == "加快建成三处平台。"


def test_an_undone_repair_is_kept_nowhere(work: Repairing, codebook: Codebook) -> None:
    correct(work, "三处", "五处")
    undo(work.project, "li")
    plan = Recutting(work.project, codebook, "li").plan(now(work.project)[0])
    assert (plan.repairs, plan.cut) == (0, False)


@pytest.fixture
def copies(work: Repairing, tmp_path: Path) -> Callable[[str], Path]:
    """Copies of the project in which the same run of characters is read another way each."""
    people.store(work.project, "li", Person("wang", "wang", roles=("owner",)))
    base = tmp_path / "base.db"
    work.project.db.execute("VACUUM INTO ?", (str(base),))

    def copy(after: str, before: str = "?！翱罩?") -> Path:
        path = tmp_path / f"{after}.db"
        copyfile(base, path)
        with Project.open(path) as other:
            correct(Repairing(other, work.codebook, "wang"), before, after)
        return path

    return copy


def test_of_two_who_read_the_same_run_the_last_by_the_clock_has_it_and_both_stay_in_the_log(
    work: Repairing, copies: Callable[..., Path]
) -> None:
    correct(work, "?！翱罩?", "海“上空")
    other = copies("空“空中")
    merge(work.project, [other])
    words = [one.value["after"] for one in events.read(work.project, "kind = 'edit'")]
    assert sorted(words) == ["海“上空", "空“空中"]
    assert f"建立上{words[-1]}、地表" in sound(work.project).text
    assert repair(work, "person").after == words[-1]


def test_a_repair_that_a_merge_left_out_of_force_is_proposed_and_kept_by_a_new_cut(
    work: Repairing, copies: Callable[..., Path], codebook: Codebook
) -> None:
    other = copies("四", "三")
    correct(work, "?！翱罩?", "海“上空")
    merge(work.project, [other])
    both = [one for one in work.repairs(*now(work.project)) if one.rule == "person"]
    assert sorted((one.after, one.state) for one in both) in (
        [("四", "applied"), ("海“上空", "proposed")], [("四", "proposed"), ("海“上空", "applied")],
    )  # fmt: skip
    sound(work.project)
    recutting = Recutting(work.project, codebook, "li")
    assert recutting.apply(recutting.plan(now(work.project)[0])) is None
    assert "上海“上空" in sound(work.project).text
    assert "建成四处" in sound(work.project).text


def test_an_undo_beside_a_merge_puts_back_a_word_that_the_cutting_in_force_never_had(
    work: Repairing, copies: Callable[..., Path]
) -> None:
    correct(work, "三处", "五处")
    merge(work.project, [copies("海“上空")])
    assert "成三处" in sound(work.project).text, "the later cutting is in force"
    assert "成十座高" in correct(work, "成三处平", "成十座高").text
    undo(work.project, "li")
    assert "成三处" in sound(work.project).text
    assert [one.state for one in work.repairs(*now(work.project)) if one.after == "五"] == ["proposed"]


@pytest.mark.usefixtures("work")
def test_two_who_repaired_the_same_place_merge_to_the_same_in_either_order(
    copies: Callable[..., Path],
) -> None:
    paths = [copies("空“空中"), copies("海“上空")]
    texts = set()
    for order in (paths, paths[::-1]):
        target = order[0].with_name(f"merged {order[0].name}")
        copyfile(order[0], target)
        with Project.open(target) as project:
            merge(project, [order[1]])
            texts.add(sound(project).text)
    assert len(texts) == 1


def test_clauses_with_a_proposed_repair_are_found(work: Repairing, codebook: Codebook) -> None:
    def found() -> list[str | None]:
        queries: list[Query] = [parse(text, codebook) for text in ("proposed:yes", "待定修复:有")]
        assert queries[0] == queries[1]
        looked = stops.Stops(work.project, queries[:1], codebook, "li")
        return [looked.after(document.doc_id, 1)] if looked.count() else []

    document, clause = now(work.project)
    assert found() == [clause.clause_id]
    accept(work, document, clause, repair(work, "mojibake"))
    assert found() == []


def test_clauses_with_any_repair_are_found_whatever_became_of_it(work: Repairing, codebook: Codebook) -> None:
    queries: list[Query] = [parse(text, codebook) for text in ("repaired:yes", "修复:有")]
    assert queries[0] == queries[1]
    document, clause = now(work.project)
    accept(work, document, clause, repair(work, "mojibake"))
    looked = stops.Stops(work.project, queries[:1], codebook, "li")
    assert looked.after(document.doc_id, 1) == clause.clause_id


class TestVerify:
    """What is said of repairs and what stands in the cuttings is compared."""

    def test_a_repair_that_nobody_made_is_named(self, work: Repairing) -> None:
        correct(work, "三处", "五处")
        work.project.db.execute("UPDATE edit SET after = '六' WHERE rule = 'person'")
        keys = {fault.key for fault in verify(work.project)}
        assert {"verify.repair_unsaid", "verify.repair_lost"} <= keys

    @pytest.mark.parametrize("wrong", [{"before": "四"}, {"start": 3}, {"state": "gone"}, {"after": 7}])
    def test_a_word_on_what_does_not_stand_there_is_named(
        self, wrong: dict[str, object], work: Repairing
    ) -> None:
        document, _ = now(work.project)
        at = TEXT.index("三处")
        value = value_of(document.source_sha256, Edit(at, at + 1, "person", "三", "五")) | wrong
        change = Change("edit", document.doc_id, f"{at}:{at + 1}", value, "project")
        events.record(work.project, "li", [change], origin="key")
        assert "verify.repair_said" in [fault.key for fault in verify(work.project)]


def test_a_new_edit_takes_the_place_of_all_it_shares_a_character_with() -> None:
    edits = [
        Edit(0, 2, "a", "xx", ""),
        Edit(3, 3, "b", "", "y"),
        Edit(4, 6, "c", "zz", "z"),
        Edit(7, 8, "d", "", ""),
    ]
    assert [one.rule for one in put(edits, Edit(1, 5, "person", "", ""))] == ["person", "d"]
    assert len(cut(TEXT)) > 3


def test_refusals_are_sentences(work: Repairing) -> None:
    with pytest.raises(AnnotatorError, match="已经这样读"):
        correct(work, "三处", "三处")
