"""The released sample is what the program makes today of the documents and of the labels kept here."""

import json
from pathlib import Path

from annotator.flows.releases import verify
from tests.sample.making import HERE, OUT, make


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_sample_is_made_again_byte_for_byte(tmp_path: Path) -> None:
    """Where this fails because releases changed, `python -m tests.sample` writes the new one."""
    make(tmp_path / "out", tmp_path / "sample.db")
    made, kept = files(tmp_path / "out"), files(OUT)
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == []


def test_the_sample_as_it_lies_in_the_repository_holds_together() -> None:
    assert list(verify(OUT)) == []


def test_the_sample_says_who_labelled_it_and_is_small() -> None:
    card = (OUT / "README.md").read_text(encoding="utf-8")
    assert (HERE / "about.md").read_text(encoding="utf-8").strip() in card
    assert sum(len(data) for data in files(OUT).values()) < 2_000_000
    status = json.loads((OUT / "manifest.json").read_bytes())["counts"]["clauses"]["status"]
    assert {name: count for name, count in status.items() if count} == {"silver": 190, "conflict": 31}


def test_every_pass_answers_every_clause_in_its_own_name() -> None:
    for labels in sorted((HERE / "labels").glob("*.jsonl")):
        lines = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
        assert {line["reviewer"] for line in lines} == {f"language-model-{labels.stem}"}
        assert len({line["clause"] for line in lines}) == 221
