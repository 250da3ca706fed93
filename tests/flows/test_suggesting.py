"""Key terms over a whole project: the same as at import, anew with a codebook, short of lock."""

from collections.abc import Callable
from pathlib import Path

import pytest

import annotator
from annotator.flows import suggesting
from annotator.flows.importing import import_files
from annotator.model.codebook import Codebook
from annotator.model.review import Suggestion
from annotator.store import codebooks, cuttings, documents, events, suggestions
from annotator.store.project import Project
from annotator.tools.codebook import parse, shipped, with_keys
from tests.making import add_document, faults

SAMPLES = Path(annotator.__file__).parent / "samples"
THIRD = next(SAMPLES.glob("002_*"))
INSTRUMENTS = shipped("instruments")


def quiet(_done: int, _total: int) -> None:
    """Tells nobody."""


def of_key_terms(project: Project) -> list[Suggestion]:
    found: list[Suggestion] = []
    for document in documents.listing(project):
        ids = [clause.clause_id for clause in documents.clauses(project, document)]
        found += [one for one in suggestions.of(project, ids) if one.source == "codebook"]
    return sorted(found)


def test_an_import_and_a_renewal_suggest_the_same(project: Project, codebook: Codebook) -> None:
    import_files(project, "li", codebook, [THIRD])
    imported = of_key_terms(project)
    assert len(imported) > 30
    assert {one.field for one in imported} == {"category"}
    assert suggesting.renew(project, codebook, quiet) == len(imported)
    assert of_key_terms(project) == imported


def test_other_sources_stay_as_they_are(project: Project, codebook: Codebook) -> None:
    import_files(project, "li", codebook, [THIRD])
    ids = [clause.clause_id for clause in documents.clauses(project, documents.listing(project)[0])]
    suggestions.add(project, [Suggestion(ids[0], "category", "bert", "1", ("data",), 0.9)])

    def others() -> list[Suggestion]:
        return [one for one in suggestions.of(project, ids) if one.source != "codebook"]

    before = others()
    assert {one.source for one in before} == {"import", "bert"}
    suggesting.renew(project, codebook, quiet)
    assert others() == before


def test_a_new_codebook_brings_its_own_suggestions_and_the_old_ones_leave(
    project: Project, codebook: Codebook, path: Path
) -> None:
    import_files(project, "li", codebook, [THIRD])
    before = of_key_terms(project)
    instruments = with_keys(parse(INSTRUMENTS, "instruments"))
    assert suggesting.use(project, "li", instruments, INSTRUMENTS, quiet)
    now = of_key_terms(project)
    assert {one.field for one in now} == {"instrument"}
    assert {one.version for one in now}.isdisjoint(one.version for one in before)
    assert not suggesting.use(project, "li", instruments, INSTRUMENTS, quiet)
    assert of_key_terms(project) == now
    assert faults(path) == []


def test_a_codebook_and_its_suggestions_come_together_or_not_at_all(
    project: Project, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_files(project, "li", codebook, [THIRD])
    before, count = of_key_terms(project), events.count(project)

    def fails(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(codebooks, "use", fails)
    with pytest.raises(OSError):  # noqa: PT011  (whatever it is)
        suggesting.use(project, "li", with_keys(parse(INSTRUMENTS, "i")), INSTRUMENTS, quiet)
    assert (of_key_terms(project), events.count(project)) == (before, count)
    assert codebooks.in_force(project)[0] == codebook.digest


def test_others_work_on_while_it_is_computed_and_what_they_bring_in_is_not_forgotten(
    project: Project, codebook: Codebook, reopen: Callable[..., Project]
) -> None:
    lines = ["建设停车场和充电桩，更新公交，建设港口。"]
    add_document(project, lines, name="甲.txt")
    other, told = reopen(wait=0.0), []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) == 1:
            add_document(other, [*lines, "种树。"], name="乙.txt")

    assert suggesting.renew(project, codebook, progress) == 2
    assert told == [(1, 1), (2, 2)]
    assert [one.value for one in of_key_terms(project)] == [("mobility",)] * 2


def test_a_document_that_comes_back_into_use_gets_them(project: Project, codebook: Codebook) -> None:
    import_files(project, "li", codebook, [THIRD])
    before = of_key_terms(project)
    (document,) = documents.listing(project)
    cuttings.retire(project, "li", document.doc_id)
    assert suggesting.renew(project, codebook, quiet) == 0
    cuttings.retire(project, "li", document.doc_id, back=True)
    assert of_key_terms(project) == []
    assert suggesting.complete(project, codebook, document) == len(before)
    assert of_key_terms(project) == before


def test_a_codebook_without_terms_suggests_nothing_and_reads_no_words(
    project: Project, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: str) -> set[int]:
        raise AssertionError

    monkeypatch.setattr(suggesting, "Breaks", fails)
    add_document(project, ["建设港口。"])
    bare = codebook._replace(
        fields=tuple(f._replace(codes=tuple(c._replace(cues=()) for c in f.codes)) for f in codebook.fields)
    )
    assert suggesting.renew(project, bare, quiet) == 0
