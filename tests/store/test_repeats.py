"""The same text twice: copies of clauses and documents are found as they come in, and only those."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.flows.importing import import_files
from annotator.flows.merging import merge
from annotator.flows.opening import create
from annotator.flows.recutting import Recutting
from annotator.model.cutting import Segment
from annotator.store import cuttings, documents, repeating, repeats
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.search import search
from annotator.store.verify import verify
from annotator.tools.query import parse
from annotator.tools.query.folding import folded
from annotator.tools.repeats import ALIKE, likeness
from annotator.tools.repeats.sketches import cores, keys, may_be_alike, met
from annotator.tools.text import cut

LONG = "加快布局全域感知的城市数字底座，推进公共数据资源的汇聚共享与授权运营，到2027年建成50个以上高质量数据集，支撑城市治理。"


def text(words: str) -> str:
    return cores([folded(words)]).text(0)


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (LONG, True),
        (LONG.replace("，", ",").replace("。", "") + "\n", True),  # punctuation
        (
            "加快佈局全域感知的城市數字底座，推進公共數據資源的匯聚共享與授權運營，到２０２７年建成50個以上高質量數據集，支撐城市治理。",
            True,
        ),
        (LONG.replace("50个", "60个"), True),
        (LONG.replace("加快布局", "超前布局"), True),
        (LONG[:40] + "并依托区域中心开展城市运行的综合监测与风险预警工作。", False),
        (LONG + LONG[:30], False),
        (
            "完善全民健身公共服务体系，新建改建社区体育设施，举办群众性赛事活动，提升市民身体素质和健康水平。",
            False,
        ),
    ],
)
def test_how_alike_two_texts_are_and_whether_they_meet(other: str, alike: bool) -> None:
    one, two = text(LONG), text(other)
    assert (likeness(one, two) >= ALIKE) is alike
    if alike:
        both = cores([one, two])
        numbers, every = keys(both)
        first = numbers == 0
        found = met((numbers[~first], every[~first]), (numbers[first], every[first]))
        assert (found.ones.tolist(), found.others.tolist()) == ([1], [0])
        assert may_be_alike(both, found.ones, found.others).all()


@pytest.mark.parametrize("words", ["", "略。", "请认真贯彻执行。", "，，，——……！！！！！！！！！！"])
def test_what_is_too_short_is_no_copy(words: str) -> None:
    assert text(words) == ""


PLAN = [
    LONG,
    "完善全民健身公共服务体系，新建改建社区体育设施，举办群众性赛事活动，提升市民身体素质和健康水平。",
    "建立城市地下管网周期性体检制度，实施老旧燃气管道更新改造，消除安全隐患，保障运行平稳。",
]


def written(path: Path, name: str, lines: list[str]) -> Path:
    body = "".join(f"{n}.{line}\n" for n, line in enumerate(lines, 1))
    (path / name).write_text(f"江州市某项工作方案\n一、任务\n{body}", encoding="utf-8")
    return path / name


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = create(tmp_path / "p.db", "王芳")
    changed = [
        PLAN[0].replace("50个", "60个"),
        PLAN[1],
        "推动老年助餐服务网络覆盖全部社区，支持餐饮企业参与运营并给予相应的补助。",
    ]
    files = [
        written(tmp_path, "甲.txt", PLAN), written(tmp_path, "乙.txt", changed), written(tmp_path, "丙.txt", [PLAN[2], PLAN[2]]),
    ]  # fmt: skip
    import_files(project, "王芳", codebook_of(project), files)
    return project


def ids(project: Project, name: str) -> list[str]:
    document = next(one for one in documents.listing(project) if one.file_name == name)
    return documents.clause_ids(project, document, 0, document.clauses)


def test_a_clause_tells_where_it_stands_too(project: Project) -> None:
    first, second, third = ids(project, "甲.txt")
    near, same, alone = ids(project, "乙.txt")
    ((found,), (exact,)) = repeats.others(project, first), repeats.others(project, second)
    assert (found.clause_id, found.ord, found.likeness < 1) == (near, 0, True)
    assert (exact.clause_id, exact.ord, exact.likeness) == (same, 1, 1)
    assert repeats.others(project, alone) == []
    assert {one.clause_id for one in repeats.others(project, third)} == set(ids(project, "丙.txt"))
    by_id = {
        name: next(d.doc_id for d in documents.listing(project) if d.file_name == name)
        for name in ("甲.txt", "丙.txt")
    }
    assert [one.clauses for one in repeats.shared(project, by_id["甲.txt"])] == [2, 1]
    assert repeats.within(project, by_id["甲.txt"]) == 0
    assert repeats.within(project, by_id["丙.txt"]) == 1
    assert list(verify(project)) == []


def test_what_reads_alike_is_one_group(project: Project) -> None:
    first, second, third = ids(project, "甲.txt")
    near, same, _ = ids(project, "乙.txt")
    assert sorted(map(sorted, repeats.groups(project))) == sorted(
        map(sorted, ([first, near], [second, same], [third, *ids(project, "丙.txt")]))
    )


def test_a_document_out_of_use_is_not_told_of(project: Project) -> None:
    doc = next(d.doc_id for d in documents.listing(project) if d.file_name == "乙.txt")
    cuttings.retire(project, "王芳", doc)
    assert repeats.others(project, ids(project, "甲.txt")[0]) == []
    assert [len(one) for one in repeats.groups(project)] == [3]


def test_it_is_the_same_in_however_many_steps_it_was_read(project: Project) -> None:
    def stored() -> list[object]:
        return [
            project.db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            for table in ("sketch", "repeat")
        ]

    before = stored()
    with project.transaction() as db:
        db.execute("DELETE FROM sketch")
        db.execute("DELETE FROM repeat")
    assert list(verify(project)) == []  # nothing was read: nothing is wrong
    assert repeating.extend(project) > 0
    assert stored() == before
    assert repeating.extend(project) == 0
    with project.transaction() as db:
        db.execute("DELETE FROM repeat WHERE piece_no = (SELECT min(piece_no) FROM repeat)")
    assert [fault.key for fault in verify(project)] == ["verify.repeats"]


def alike(project: Project) -> set[tuple[str, str]]:
    every = [one for document in documents.listing(project) for one in ids(project, document.file_name)]
    return {(one, found.clause_id) for one in every for found in repeats.others(project, one, 99)}


def test_in_whatever_order_they_come_the_same_is_found(tmp_path: Path) -> None:
    near = LONG.replace("50个", "60个")
    lines = [[LONG], [near, PLAN[1]], PLAN[1:], [LONG, "另行通知。"], [PLAN[2] + "另行通知。"]]
    files = [written(tmp_path, f"{n}.txt", one) for n, one in enumerate(lines)]
    found = []
    for name, order in (("a", files), ("b", files[::-1]), ("c", [*files[2:], *files[:2]])):
        with create(tmp_path / f"{name}.db", "王芳") as project:
            import_files(project, "王芳", codebook_of(project), order)
            found.append(alike(project))
    assert found[0] == found[1] == found[2]
    assert len(found[0]) > 6


def test_what_was_cut_anew_goes_on_being_told(tmp_path: Path) -> None:
    """However often, and of however many copies: what stands no more has no share in what is told."""
    files = [written(tmp_path, f"{n}.txt", [LONG, f"第{n}处另有安排，由办公室负责。"]) for n in range(7)]
    with create(tmp_path / "p.db", "王芳") as project:
        codebook = codebook_of(project)
        import_files(project, "王芳", codebook, files)
        before = alike(project)
        assert len(before) == 7 * 6
        for turn in range(3):

            def deeper(source: str, by: int = turn + 1) -> list[Segment]:
                return [replace(one, level=one.level + by) for one in cut(source)]

            flow = Recutting(project, codebook, "王芳", cut=deeper, cutter=f"x/{turn}")
            assert [flow.apply(plan) for plan in flow.plans(documents.listing(project))] == [None] * 7
            assert alike(project) == before
            found = search(project, parse("repeat:yes", codebook), codebook, ["王芳"])
            assert {hit.clause_id for batch in found for hit in batch} == {one for one, _ in before}
        assert [len(one) for one in repeats.groups(project)] == [7]
        assert list(verify(project)) == []


def test_the_first_of_many_copies_may_go_out_of_use(tmp_path: Path) -> None:
    files = [written(tmp_path, f"{n}.txt", [LONG, f"第{n}处另有安排，由办公室负责。"]) for n in range(9)]
    with create(tmp_path / "p.db", "王芳") as project:
        import_files(project, "王芳", codebook_of(project), files)
        for document in documents.listing(project)[:7]:
            cuttings.retire(project, "王芳", document.doc_id)
        assert len(alike(project)) == 2


def test_copies_that_were_merged_find_the_same_as_one_import(tmp_path: Path) -> None:
    lines = [[LONG], [LONG.replace("50个", "60个"), PLAN[1]], PLAN[1:], [LONG, "另行通知。"]]
    files = [written(tmp_path, f"{n}.txt", one) for n, one in enumerate(lines)]
    with create(tmp_path / "all.db", "王芳") as project:
        import_files(project, "王芳", codebook_of(project), files)
        expected = alike(project)
    for name, some in (("a", files[:2]), ("b", files[2:])):
        with create(tmp_path / f"{name}.db", "王芳") as project:
            import_files(project, "王芳", codebook_of(project), some)
    with Project.open(tmp_path / "a.db") as project:
        merge(project, [tmp_path / "b.db"])
        assert alike(project) == expected
        assert list(verify(project)) == []
