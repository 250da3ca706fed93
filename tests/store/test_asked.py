"""The queries asked last."""

from annotator.store import asked
from annotator.store.project import Project


def test_what_was_asked_last_goes_first_and_once(project: Project) -> None:
    for text in ("算力", "类别:数据", "  算力 ", "标记:有\n类别:数据"):
        asked.remember(project, "li", text)
    assert asked.asked(project, "li") == ["标记:有 类别:数据", "算力", "类别:数据"]
    assert asked.asked(project, "wang") == []
    assert project.db.execute("SELECT count(*) FROM draft").fetchone() == (0,)


def test_what_was_asked_long_before_is_forgotten(project: Project) -> None:
    asked.remember(project, "wang", "算力")
    for number in range(asked.MOST + 3):
        asked.remember(project, "li", str(number))
    assert asked.asked(project, "li") == [str(n) for n in range(asked.MOST + 2, 2, -1)]
    assert asked.asked(project, "wang") == ["算力"]
