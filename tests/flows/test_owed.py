"""Suggestions of a large import, which are made when they are asked for: the same as if they had been stored."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

import annotator
from annotator.errors import AnnotatorError, Refused
from annotator.flows import suggesting
from annotator.flows.importing import import_files, many, segmented
from annotator.flows.merging import merge
from annotator.model.codebook import Codebook
from annotator.model.review import Suggestion
from annotator.store import codebooks, documents, owed, settling, suggestions
from annotator.store.project import Project
from annotator.store.search import search
from annotator.tools.codebook import parse, shipped, with_keys
from annotator.tools.query import parse as query
from annotator.tools.suggest import Suggester
from annotator.tools.text import simplified
from annotator.tools.wordbreaks import Breaks

SAMPLES = sorted((Path(annotator.__file__).parent / "samples").glob("*.*"))
WITH_TRADITIONAL = [file for file in SAMPLES if file.name[:3] in ("000", "003")]


@pytest.fixture(autouse=True)
def everything_is_owed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_SETTLED", 0)


@pytest.fixture
def owing(project: Project, codebook: Codebook) -> Project:
    import_files(project, "li", codebook, WITH_TRADITIONAL)
    return project


def ids(project: Project) -> list[str]:
    every = documents.listing(project)
    return [one.clause_id for document in every for one in documents.clauses(project, document)]


def straight(codebook: Codebook, file: Path) -> Iterator[Suggestion]:
    """What is suggested for a file that is cut and never stored."""
    cut, suggester = segmented(file.read_bytes(), file.name), Suggester(codebook, simplified, Breaks)
    for one, following in zip(cut.segments, (*cut.segments[1:], None), strict=True):
        yield from suggester.suggest(cut.source.text, cut.source.sha256, one, following)


def test_what_is_owed_is_what_the_whole_document_suggests(owing: Project, codebook: Codebook) -> None:
    expected = sorted(one for file in WITH_TRADITIONAL for one in straight(codebook, file))
    assert {one.field for one in expected} == {
        "category", "clause_type", "priority", "responsible_unit", "target",
    }  # fmt: skip
    assert sorted(suggestions.of(owing, ids(owing))) == expected
    assert owed.listing(owing) == documents.listing(owing)  # reading writes nothing


def test_a_reviewer_is_shown_the_same_whether_it_is_stored_or_not(owing: Project, codebook: Codebook) -> None:
    def shown() -> list[list[Suggestion]]:
        every = documents.listing(owing)
        clauses = [one for document in every for one in documents.clauses(owing, document)]
        return [suggestions.shown(owing, "li", clause) for clause in clauses]

    before, among = shown(), suggestions.of(owing, ids(owing)[3:9:2])
    settling.settle(owing, codebook)
    assert owed.listing(owing) == []
    assert shown() == before
    assert suggestions.of(owing, ids(owing)[3:9:2]) == among


@pytest.mark.parametrize(
    ("text", "some"), [("suggested:category", True), ("建议:任务", True), ("suggested:no", False)]
)
def test_a_search_for_suggestions_finds_all(
    text: str, some: bool, owing: Project, codebook: Codebook
) -> None:
    def found() -> list[object]:
        return [hit for batch in search(owing, query(text, codebook), codebook, ["li"]) for hit in batch]

    hits = found()
    assert owed.listing(owing) == []
    assert hits == found()
    assert bool(hits) == some


def test_where_nothing_can_be_stored_a_search_says_so(owing: Project, codebook: Codebook) -> None:
    with owing.snapshot(), pytest.raises(AnnotatorError, match="2 份文件的建议还没有生成"):
        list(search(owing, query("suggested:category", codebook), codebook, ["li"]))
    with owing.snapshot():
        assert list(search(owing, query("数据", codebook), codebook, ["li"]))


def test_what_is_broken_off_is_owed_still_and_made_the_next_time(owing: Project, codebook: Codebook) -> None:
    expected = suggestions.of(owing, ids(owing))
    total = sum(one.clauses for one in owed.listing(owing))
    first = owed.listing(owing)[0].clauses
    assert list(islice(settling.steps(owing, codebook), 2)) == [(0, total), (first, total)]
    assert len(owed.listing(owing)) == 1
    assert suggestions.of(owing, ids(owing)) == expected
    settling.settle(owing, codebook)
    assert owed.listing(owing) == []
    assert suggestions.of(owing, ids(owing)) == expected


def test_one_that_another_codebook_overtakes_stores_nothing_more(owing: Project, codebook: Codebook) -> None:
    other = with_keys(parse(shipped("instruments"), "other"))

    def between(_done: int, _total: int) -> None:
        codebooks.use(owing, "li", other, shipped("instruments"))

    with pytest.raises(Refused):
        settling.settle(owing, codebook, progress=between)
    assert len(owed.listing(owing)) == 2


def test_a_new_codebook_answers_what_is_owed(owing: Project) -> None:
    text = shipped("instruments")
    other = with_keys(parse(text, "other"))
    suggesting.use(owing, "li", other, text, lambda done, total: None)
    assert len(owed.listing(owing)) == 2
    versions = {one.version for one in suggestions.of(owing, ids(owing)) if one.source == "codebook"}
    assert versions == {suggesting.KeyTerms(other, simplified, Breaks).version}


@pytest.mark.parametrize(("most", "owing"), [(221, 0), (220, 5)])
def test_a_large_import_owes_everything_and_a_small_one_nothing(
    most: int, owing: int, project: Project, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "_SETTLED", most)
    import_files(project, "li", codebook, SAMPLES)
    assert len(owed.listing(project)) == owing


def test_a_merge_owes_what_neither_file_has(
    owing: Project, codebook: Codebook, path: Path, tmp_path: Path
) -> None:
    settling.settle(owing, codebook, only={documents.listing(owing)[0].doc_id})
    expected, every = suggestions.of(owing, ids(owing)), ids(owing)
    owing.close()
    with Project.create(tmp_path / "other.db") as other:
        merge(other, [path])
        assert len(owed.listing(other)) == 1
        assert suggestions.of(other, every) == expected


def test_only_units_are_stored_of_what_is_owed(owing: Project) -> None:
    rows = owing.db.execute("SELECT DISTINCT field FROM suggestion").fetchall()
    assert rows == [("responsible_unit",)]
    assert owing.db.execute("SELECT count(*) FROM suggested").fetchone() == (0,)
