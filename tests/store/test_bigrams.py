"""The index of pairs of characters: what it says, when it is made, that nothing is hidden in it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.codebook import Codebook
from annotator.store import bigrams
from annotator.store.project import Project
from annotator.store.search import search
from annotator.tools.bigrams import BREAK, VOLUME, count, indexed, key, numbers, pairs
from annotator.tools.query import parse
from tests.making import add_document, faults

TEXTS = st.lists(st.text("数据规a😀", max_size=5), max_size=12)


def plainly(texts: list[str]) -> dict[int, list[int]]:
    """The pairs of texts, found one by one."""
    found: dict[int, list[int]] = {}
    for number, text in enumerate(texts):
        for pair in dict.fromkeys(zip(text, text[1:] + BREAK, strict=False)):
            found.setdefault(key(*pair), []).append(number)
    return found


@given(TEXTS)
def test_every_pair_of_every_text_is_indexed_and_nothing_else(texts: list[str]) -> None:
    made = list(indexed("".join(text + BREAK for text in texts), [len(text) + 1 for text in texts]))
    assert {pair: numbers(stored) for pair, stored in made} == plainly(texts)
    assert [pair for pair, _ in made] == sorted(pair for pair, _ in made)


def test_numbers_of_a_full_volume_are_kept_exactly() -> None:
    far = [0, 1, 128, 129, 255, 256, 8191, 8192, VOLUME - 2, VOLUME - 1]
    texts = ["数据" + BREAK if number in far else BREAK for number in range(VOLUME)]
    made = dict(indexed("".join(texts), [len(text) for text in texts]))
    assert made.keys() == {key("数", "据"), key("据", BREAK)}
    stored = made[key("数", "据")]
    assert numbers(stored) == far
    assert count(stored) == len(far)


def test_the_pairs_of_a_word_are_told_once_each() -> None:
    assert pairs("数据数据库") == [key("数", "据"), key("据", "数"), key("据", "库")]
    assert pairs("数") == []


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Volumes of four clauses, of which eight are left unindexed."""
    monkeypatch.setattr(bigrams, "VOLUME", 4)
    monkeypatch.setattr(bigrams, "UNINDEXED", 8)
    monkeypatch.setattr(bigrams, "_WORTH", 2)


@pytest.mark.usefixtures("small")
def test_only_a_large_project_is_indexed_and_only_in_full_volumes(project: Project) -> None:
    made = []
    for number in range(6):
        add_document(project, [f"第{number}份第{n}条。" for n in range(3)], name=f"{number}.txt")
        made.append((bigrams.extend(project), bigrams.volumes(project)))
    assert made == [(0, 0), (0, 0), (0, 0), (1, 1), (0, 1), (1, 2)]


@pytest.mark.usefixtures("small")
def test_one_large_document_fills_several_volumes(project: Project, codebook: Codebook) -> None:
    add_document(project, [f"条款{'甲乙丙'[n % 3]}。" for n in range(30)])
    assert bigrams.extend(project) == 5
    found = [hit.ord for batch in search(project, parse("款丙", codebook), codebook, ["li"]) for hit in batch]
    assert found == list(range(2, 30, 3))


@pytest.mark.usefixtures("small")
def test_two_processes_do_not_index_the_same_twice(
    reopen: Callable[..., Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    project, other = reopen(), reopen()
    add_document(project, [f"第{n}条。" for n in range(12)])
    rows = bigrams._rows

    def slowly(*given: object) -> list[tuple[int, bytes]]:
        monkeypatch.setattr(bigrams, "_rows", rows)
        assert bigrams.extend(other) == 1  # while this one makes its rows
        return list(rows(*given))  # type: ignore[arg-type]

    monkeypatch.setattr(bigrams, "_rows", slowly)
    assert bigrams.extend(project) == 0
    assert list(bigrams.altered(project)) == []


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM bigram WHERE key = (SELECT min(key) FROM bigram)",
        "UPDATE bigram SET pieces = x'0302' WHERE key = (SELECT min(key) FROM bigram)",
        "INSERT INTO bigram VALUES (1, x'00')",
        "UPDATE bigram SET key = key + 1 WHERE key = (SELECT min(key) FROM bigram)",
    ],
)
def test_an_altered_index_is_named(path: Path, statement: str) -> None:
    with Project.open(path) as project:
        add_document(project, [f"第{n}条。" for n in range(16)])
        assert bigrams.extend(project) == 2
    assert faults(path) == []
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        assert db.execute(statement).rowcount == 1
    assert faults(path) == ["bigrams"]
