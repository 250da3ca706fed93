"""spaCy reads its own JSON of documents, packs them as a DocBin, and trains on them."""

import json
import tempfile
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from tests.consumers.checking import Check, named, planted
from tests.consumers.exchanged import codes, folders, lines, replaced, spans, views


def read(releases: Path) -> str:
    """Documents come out of a DocBin with their text, codes and spans, and a pipeline takes a step on them."""
    texts = places = 0
    nlp = spacy.blank("zh")
    for release, folder in folders(releases, "spacy"):
        for name, paths, written in views(release, folder, ".jsonl"):
            for path in paths:
                records = lines(path)
                docs = _packed([Doc(nlp.vocab).from_json(record, validate=True) for record in records], nlp)
                for record, doc in zip(records, docs, strict=True):
                    mine = written[record["user_data"]["id"]]
                    assert doc.text == mine["text"], "another text"
                    if "spans" in mine:
                        found = {(one.text, one.start_char, one.label_) for one in doc.spans["sc"]}
                        assert found == {(words.strip(), at, name) for words, at, name in spans(mine)}, (
                            f"other spans: {found}"
                        )
                        flat = {(one.text, one.start_char, one.label_) for one in doc.ents}
                        assert flat <= found, f"other spans: {flat}"
                        places += len(found)
                    else:
                        assert {code for code, one in doc.cats.items() if one} == set(codes(mine)), (
                            "other codes"
                        )
                    texts += 1
                _step(docs, name)
    return f"{texts} documents, {places} spans, through a DocBin and a step of training"


def _packed(docs: list[Doc], nlp: spacy.Language) -> list[Doc]:
    with tempfile.TemporaryDirectory() as place:
        DocBin(docs=docs, store_user_data=True).to_disk(Path(place) / "all.spacy")
        return list(DocBin().from_disk(Path(place) / "all.spacy").get_docs(nlp.vocab))


def _step(docs: list[Doc], name: str) -> None:
    """One update of a small pipeline; its tokens are those of the documents."""
    if not any(doc.cats or doc.ents for doc in docs):
        return
    nlp = spacy.blank("zh", vocab=docs[0].vocab)
    nlp.add_pipe("ner" if any(doc.ents for doc in docs) else "textcat_multilabel")
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs]
    for example in examples:
        assert "-" not in example.get_aligned_ner(), f"{name}: tokens do not fit"
    nlp.update(examples, sgd=nlp.initialize(lambda: examples))


CHECKS = [
    Check(
        "spaCy", spacy.__version__, "documents, DocBin, training", read,
        (
            replaced("a span moved by one", "spacy/ner/all.jsonl", '"start":10,"end":16,"label"', '"start":11,"end":17,"label"', "other spans"),
            replaced("a token missing", "spacy/ner/all.jsonl", '{"id":1,"start":1,"end":2},', "", "."),
            replaced("a category turned", "spacy/classification/all.jsonl", '"data":1.0', '"data":0.0', "other codes"),
            replaced("a key missing", "spacy/targets/all.jsonl", '"tokens"', '"words"', "tokens"),
        ),
    )
]  # fmt: skip


@pytest.mark.parametrize("check", named(CHECKS))
def test_spacy_reads_what_was_written(check, releases, told):
    told(check, check.read(releases))


@pytest.mark.parametrize(("check", "fault"), planted(CHECKS))
def test_a_planted_fault_is_noticed(check, fault, damaged):
    with pytest.raises(Exception, match=fault.notice):
        check.read(damaged(fault))


def test_the_lines_that_the_release_tells_make_a_docbin(releases, tmp_path, monkeypatch):
    told = (releases / "exchanged/interop/README.md").read_text(encoding="utf-8")
    code = told.partition("```python\n")[2].partition("```")[0]
    monkeypatch.chdir(releases / "exchanged/interop/spacy")
    exec(code.replace('"all.spacy"', json.dumps(str(tmp_path / "all.spacy"))), {})
    docs = list(DocBin().from_disk(tmp_path / "all.spacy").get_docs(spacy.blank("zh").vocab))
    assert len(docs) == len(lines(Path("ner/all.jsonl")))
