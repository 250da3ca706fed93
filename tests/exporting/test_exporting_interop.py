"""The formats of other tools: what stands in each is read here by its own rules and held against the views."""

import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import AnnotatorError
from annotator.flows.exporting import Options, export
from annotator.model.event import Change
from annotator.model.review import Suggestion
from annotator.store import events
from annotator.tools.codebook import names, parse, problems, qdc, shipped, text_of_qdc
from annotator.tools.release.interop import NAMES
from annotator.tools.release.interop.spacy import _tokens
from annotator.tools.release.interop.tool import flat
from tests.exporting.office import CODEBOOK, NOTICE, label, lines, span, unit
from tests.exporting.test_exporting_splits import SPLIT, add, released, twelve

EVERYTHING = Options(views=("all",), interop=NAMES)


@pytest.fixture
def out(office, tmp_path):
    """The folder of a release with everything in it; office.manifest tells of it."""
    source, named = label(office)
    office.bring("通知.txt", NOTICE)
    office.suggest(
        Suggestion(named["gold"], "topic", "model", "1", ("data",), 0.7),
        Suggestion(named["gold"], "priority", "model", "1", ("low",), 0.6),
    )
    overlapping = [
        unit("资源局", source, "资源局"),
        unit("市规划资源局", source, "市规(guī)劃资源局", "supervisor"),
    ]
    office.at("amy").finish(named["unreviewed"], {"kind": ["task"], "priority": ["low"], "topic": ["data"]})
    office.decide(
        named["gold"], unit=[*overlapping, unit("市财政局")], target=[{**span(source, "100个"), "value": 100}]
    )
    office.manifest = export(office.project, office.codebook, tmp_path / "out", options=EVERYTHING)
    return tmp_path / "out"


def view(out, name):
    return {line["id"]: line for line in lines(out / f"data/{name}/all.jsonl")}


def spans(line, name=lambda one: one.get("role", one["label"])):
    return {(one["start"], one["end"], name(one)) for one in line["spans"]}


@pytest.mark.parametrize("name", ["classification", "classification_kind"])
def test_doccano_and_prodigy_get_the_codes_of_every_clause_negatives_too(out, name):
    expected = {one["id"]: one["labels"] for one in view(out, name).values()}
    assert [] in expected.values()
    assert {one["id"]: one["label"] for one in lines(out / f"interop/doccano/{name}/all.jsonl")} == expected
    prodigy = lines(out / f"interop/prodigy/{name}/all.jsonl")
    assert {one["meta"]["id"]: one["accept"] for one in prodigy} == expected
    assert all({*one["accept"]} <= {option["id"] for option in one["options"]} for one in prodigy)


def test_levels_are_codes_to_tools_of_classes(out):
    expected = {one["id"]: [one["label"]] for one in view(out, "priority").values()}
    assert {one["id"]: one["label"] for one in lines(out / "interop/doccano/priority/all.jsonl")} == expected


@pytest.mark.parametrize("name", ["ner", "targets"])
def test_spans_cut_the_same_words_in_every_tool(out, name):
    for line in lines(out / f"interop/doccano/{name}/all.jsonl"):
        expected = view(out, name)[line["id"]]
        assert line["text"] == expected["text"]
        assert {tuple(one) for one in line["label"]} == spans(expected)
    for line in lines(out / f"interop/prodigy/{name}/all.jsonl"):
        assert spans(line) == spans(view(out, name)[line["meta"]["id"]])
    for line in lines(out / f"interop/spacy/{name}/all.jsonl"):
        expected = view(out, name)[line["user_data"]["id"]]
        assert {(s["start"], s["end"], s["label"]) for s in line["spans"]["sc"]} == spans(expected)
    assert any(line["label"] for line in lines(out / f"interop/doccano/{name}/all.jsonl"))


def test_doccano_is_told_every_label_with_a_key_of_its_own(out):
    for name, labels in [("classification", {"data", "infra", "infra.compute"}), ("targets", {"target"})]:
        told = json.loads((out / f"interop/doccano/{name}/labels.json").read_bytes())
        assert {one["text"] for one in told} == labels
        assert len({one["suffix_key"] for one in told}) == len(labels)
    used = {one[2] for line in lines(out / "interop/doccano/ner/all.jsonl") for one in line["label"]}
    assert used <= {one["text"] for one in json.loads((out / "interop/doccano/ner/labels.json").read_bytes())}


def test_bio_tags_give_the_spans_back(out):
    blocks = (out / "interop/conll/ner/all.conll").read_text("utf-8").rstrip("\n").split("\n\n")
    ids = (out / "interop/conll/ner/all.ids").read_text().split()
    found = 0
    for identity, block in zip(ids, blocks, strict=True):
        rows = [row.split("\t") for row in block.split("\n")]
        expected = view(out, "ner")[identity]
        assert [re.sub(r"\s", "␣", one) for one in expected["text"]] == [row[0] for row in rows]
        tags = [row[1] for row in rows]
        read = {
            (at, next((n for n in range(at + 1, len(tags)) if tags[n] != f"I-{tag[2:]}"), len(tags)), tag[2:])
            for at, tag in enumerate(tags)
            if tag.startswith("B-")
        }
        longest = {(one["start"], one["end"], one["role"]) for one in flat(expected["spans"])}
        assert read == longest
        found += len(read)
    assert found
    assert office_dropped(out)["conll"]["overlapping"] == 1


def office_dropped(out):
    told = json.loads((out / "manifest.json").read_bytes())["counts"]["interop"]
    return {tool: about["dropped"] for tool, about in told.items()}


def test_fasttext_is_told_of_labels_and_what_it_cannot_be_told_is_counted(out):
    expected = view(out, "classification")
    ids = (out / "interop/fasttext/classification/all.ids").read_text().split()
    rows = (out / "interop/fasttext/classification/all.txt").read_text("utf-8").rstrip("\n").split("\n")
    for identity, row in zip(ids, rows, strict=True):
        labels = [one.removeprefix("__label__") for one in row.split(" ") if one.startswith("__label__")]
        assert labels == expected[identity]["labels"]
        words = row.split(" ")[len(labels) :]
        assert words == list("".join(expected[identity]["text"].split()))
    coded = [view(out, name) for name in ("classification", "classification_kind")]
    empty = sum(not line["labels"] for one in coded for line in one.values())
    assert office_dropped(out)["fasttext"] == {"no_label": empty}


def test_llamafactory_finds_each_of_its_files_and_no_pair_is_empty(out):
    folder = out / "interop/llamafactory"
    told = json.loads((folder / "dataset_info.json").read_bytes())
    assert {one["file_name"] for one in told.values()} == {
        f"{form}/all.jsonl" for form in ("sharegpt", "alpaca", "dpo")
    }
    for one in told.values():
        for line in lines(folder / one["file_name"]):
            assert {*one["columns"].values()} <= {*line}
    for line in lines(folder / "sharegpt/all.jsonl"):
        roles = [message["role"] for message in line["messages"]]
        assert [role for role in roles if role != "system"] == ["user", "assistant"]
    pairs = lines(folder / "dpo/all.jsonl")
    assert pairs
    assert all(isinstance(one["chosen"], str) and one["chosen"] != one["rejected"] for one in pairs)


def test_label_studio_has_a_task_a_clause_with_an_annotation_a_reviewer(out, office):
    tasks = {
        task["data"]["id"]: task for task in json.loads((out / "interop/label_studio/all.json").read_bytes())
    }
    records = view(out, "canonical")
    assert {*tasks} == {*records}
    root = ElementTree.fromstring((out / "interop/label_studio/config.xml").read_text("utf-8"))
    asked = {one.get("name"): {label.get("alias") for label in one} for one in root.iter() if one.get("name")}
    seen = 0
    for identity, task in tasks.items():
        told = {}
        for annotation in task["annotations"]:
            said = {one["from_name"]: one["value"] for one in annotation["result"]}
            told[said["reviewer-name"]["text"][0]] = annotation["was_cancelled"], said
            for one in annotation["result"]:
                assert one["from_name"] in asked
                if "start" in one["value"]:
                    value = one["value"]
                    assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
                    seen += 1
                assert {*one["value"].get("choices", one["value"].get("labels", ()))} <= asked[
                    one["from_name"]
                ]
        finished = {
            one["reviewer"]: one
            for one in records[identity]["reviews"]
            if one["state"] in ("submitted", "skipped")
        }
        assert {*told} == {*finished}
        for reviewer, (cancelled, said) in told.items():
            assert cancelled == (finished[reviewer]["state"] == "skipped")
            topics = said.get("topic", {"choices": []})["choices"]
            assert topics == finished[reviewer]["labels"]["topic"]
    assert seen
    (prediction,) = next(task for task in tasks.values() if task["predictions"])["predictions"]
    assert prediction["model_version"] == "model 1"
    assert prediction["score"] == 0.6
    assert {one["from_name"]: one["value"]["choices"] for one in prediction["result"]} == {
        "topic": ["data"],
        "priority": ["low"],
    }


def test_what_was_discarded_is_no_task(office, tmp_path):
    _, named = label(office)
    events.record(
        office.project,
        "lead",
        [
            Change(
                "decision",
                named["silver"],
                "",
                {"how": "discard", "from": [], "reason": "", "seen": {}},
                "gold",
            )
        ],
        origin="key",
    )
    manifest = export(
        office.project, office.codebook, tmp_path / "o", options=Options(interop=("label_studio",))
    )
    tasks = json.loads((tmp_path / "o/interop/label_studio/all.json").read_bytes())
    assert named["silver"] not in {task["data"]["id"] for task in tasks}
    assert manifest.counts["interop"]["label_studio"]["dropped"]["discarded"] == 1


def test_the_files_of_all_tools_are_hashed_and_the_same_each_time(out, office, tmp_path):
    listed = {file.path for file in office.manifest.files}
    made = {one.relative_to(out).as_posix() for one in (out / "interop").rglob("*") if one.is_file()}
    assert made <= listed
    export(office.project, office.codebook, tmp_path / "again", options=EVERYTHING)
    for name in made:
        assert (out / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_tools_are_written_when_asked_for_alone_and_compressed_files_are_not_for_them(office, tmp_path):
    label(office)
    export(office.project, office.codebook, tmp_path / "o", options=Options(interop=("doccano",), gzip=True))
    assert {one.name for one in (tmp_path / "o/interop").iterdir()} == {"README.md", "doccano"}
    assert lines(tmp_path / "o/interop/doccano/classification/all.jsonl")
    export(office.project, office.codebook, tmp_path / "p")
    assert not (tmp_path / "p/interop").exists()


def test_tools_have_the_parts_of_the_views_and_nothing_of_a_repeat_in_two(project, tmp_path):
    twelve(project)
    add(project, "again", [(0, False), (10, False), (777, False)])
    wanted = SPLIT._replace(interop=NAMES)
    manifest = released(project, tmp_path / "out", wanted)
    assert manifest["counts"]["views"]["canonical"]["splits"]["none"]
    for name in ("classification", "ner"):
        written = {
            path.stem: {line["id"] for line in lines(path)}
            for path in (tmp_path / "out/data" / name).glob("*.jsonl")
        }
        for tool in ("doccano", "spacy", "prodigy"):
            found = {
                path.stem: {(line.get("user_data") or line.get("meta") or line)["id"] for line in lines(path)}
                for path in (tmp_path / "out/interop" / tool / name).glob("*l")
            }
            assert found == written
    told = json.loads((tmp_path / "out/interop/llamafactory/dataset_info.json").read_bytes())
    assert {name.rpartition("_")[2] for name in told} == {"train", "validation", "test"}


CHARACTERS = st.text(alphabet="中a 　\u00a0\n\r\u2028😀", max_size=20)


@given(CHARACTERS)
def test_tokens_cover_a_text_but_for_the_space_behind_one(text):
    """As spaCy rebuilds them: tokens in order, and nothing but single spaces between."""
    at = 0
    for start, end in _tokens(text):
        assert text[at:start] in ("", " ")
        assert at == start or not text[at - 1].isspace()
        assert end - start == 1 or text[start:end].isspace()
        at = end
    assert text[at:] in ("", " ")


# ---------------------------------------------------------------- REFI-QDA


@pytest.mark.parametrize("text", [CODEBOOK, *map(shipped, names())])
def test_a_codebook_comes_back_from_refi_qda(text):
    book = parse(text, "book")
    read = parse(text_of_qdc(qdc(book), "book.qdc"), "book.qdc")
    assert read.fields == book.fields
    root = ElementTree.fromstring(qdc(book))
    guids = [one.get("guid") for one in root.iter() if one.get("guid")]
    assert len(guids) == len({*guids}) == sum(1 + len(field.codes) for field in book.fields)


def test_nested_codes_are_nested_and_guids_stay_when_names_change():
    def told(text):
        root = ElementTree.fromstring(qdc(parse(text, "book")))
        return {one.get("guid"): one.get("name") for one in root.iter() if one.get("guid")}, root

    before, root = told(CODEBOOK)
    after, _ = told(CODEBOOK.replace('zh = "算力"', 'zh = "计算"'))
    assert {*before} == {*after}
    assert {before[guid] for guid in before if before[guid] != after[guid]} == {"算力"}
    x = "{urn:QDA-XML:codebook:1.0}Code"
    (above,) = [one for one in root.iter(x) if one.find(x) is not None and one.find(x).get("name") == "算力"]
    assert above.get("name") == "设施"


def test_a_codebook_of_another_program_becomes_fields():
    data = """<?xml version="1.0" encoding="utf-8"?>
    <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="NVivo"><Codes><Code guid="{0}" name="Nodes" isCodable="false">
      <Code guid="{1}" name="主题" isCodable="true"><Description>讲什么</Description>
        <Code guid="{2}" name="Data &amp; AI" isCodable="true"><Description>数据</Description>
          <Code guid="{3}" name="算力" isCodable="true"/></Code>
        <Code guid="{4}" name="人才" isCodable="true"/></Code>
      <Code guid="{5}" name="存疑" isCodable="true"/>
    </Code></Codes></CodeBook>""".encode()
    text = text_of_qdc(data, "访谈.qdc")
    assert problems(text) == []
    theme, rest = parse(text, "访谈.qdc").fields
    assert (theme.zh, theme.kind, theme.help) == ("主题", "multi", "讲什么")
    assert [(code.id, code.zh, code.definition) for code in theme.codes] == [
        ("data_ai", "Data & AI", "数据"), ("data_ai.c1", "算力", ""), ("c1", "人才", ""),
    ]  # fmt: skip
    assert [code.zh for code in rest.codes] == ["存疑"]


@pytest.mark.parametrize(
    "data",
    [
        b"no xml",
        b"<CodeBook/>",
        b'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>',
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
    ],
)
def test_what_is_no_codebook_is_refused(data):
    with pytest.raises(AnnotatorError):
        text_of_qdc(data, "x.qdc")
