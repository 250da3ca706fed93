"""Saved queries are words of the log like any other."""

from collections.abc import Callable

import pytest

from annotator.errors import AnnotatorError
from annotator.store import events, queries
from annotator.store.project import Project
from annotator.store.verify import verify


def test_a_query_is_kept_under_its_name_until_another_takes_its_place(
    project: Project, reopen: Callable[..., Project]
) -> None:
    assert queries.save(project, "li", "桩", "充电桩 state:未完成")
    assert not queries.save(project, "wang", " 桩 ", "充电桩 state:未完成")
    assert queries.save(project, "wang", "桩", "充电桩")
    assert queries.save(project, "li", "b  c", "规划")
    other = reopen()
    assert queries.listing(other) == [("b c", "规划"), ("桩", "充电桩")]
    assert queries.named(other, "桩") == "充电桩"
    assert [event.reviewer for event in events.history(project, "query")] == ["li", "wang", "li"]
    assert list(verify(project)) == []


def test_a_dropped_query_is_gone(project: Project) -> None:
    queries.save(project, "li", "桩", "充电桩")
    queries.drop(project, "li", "桩")
    assert queries.listing(project) == []
    for act in (queries.named, lambda p, n: queries.drop(p, "li", n)):
        with pytest.raises(AnnotatorError) as caught:
            act(project, "桩")
        assert caught.value.key == "search.no_saved"


@pytest.mark.parametrize("name", ["", "  ", "a\x1b[31m", "\u202eabc"])
def test_a_name_must_be_something_to_see(project: Project, name: str) -> None:
    with pytest.raises(AnnotatorError) as caught:
        queries.save(project, "li", name, "规划")
    assert caught.value.key == "search.bad_name"
    assert queries.listing(project) == []
