"""A release that is divided: whole documents, nothing twice, stored, and stable as the project grows."""

import json
from collections import Counter
from pathlib import Path
from random import Random
from shutil import copyfile
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.cli.group import annotator
from annotator.errors import AnnotatorError, Refused
from annotator.flows.exporting import Options, export, summary
from annotator.flows.exporting.wanted import Wanted
from annotator.flows.merging import merge
from annotator.model.event import Change
from annotator.model.review import Person
from annotator.model.round import Round, Task
from annotator.model.split import Scheme
from annotator.store import bundles, codebooks, cuttings, documents, events, people, repeating, rounds, splits
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.verify import verify
from annotator.tools.codebook import parse, shipped, with_keys
from tests.exporting.office import lines
from tests.making import Clock, add_document

SPLIT = Options(views=("all",), division=Wanted((60, 20, 20)))
FOLDS = Options(division=Wanted(folds=3))
ANEW = Options(division=Wanted((20, 40, 40), anew=True))
OFF = Options(division=Wanted(off=True))
USUAL = Options()
CODES = ("data", "infra", "model")
SIDES = ("train", "validation", "test")


def clause(topic: int, near: bool = False) -> str:
    """One of as many texts as there are numbers; near ones differ from them in a character."""
    drawn = Random(topic)
    words = "".join(chr(drawn.randrange(0x4E00, 0x9FA0)) for _ in range(40))
    return f"{topic}、{words}{'吗' if near else ''}。"


def add(project: Project, name: str, topics: list[tuple[int, bool]], code: int = 0) -> None:
    """A document with clauses, each labelled by li."""
    texts = [f"{clause(*topic)}" for topic in topics]
    for one in add_document(project, texts, name=f"{name}.txt"):
        label = Change("label", one, "category", [CODES[code % 3]])
        events.record(project, "li", [label, Change("submit", one, value="submitted")], origin="key")
    repeating.extend(project)


def twelve(project: Project) -> None:
    for number in range(12):
        add(project, f"d{number}", [(number * 10 + at, False) for at in range(3)], number)


def released(project: Project, out: Path, options: Options = USUAL, asker: str = "li") -> dict[str, object]:
    manifest = export(project, codebook_of(project), out, options=options, asker=asker, force=True)
    return json.loads(manifest.encode())


def parts(out: Path) -> dict[str, object]:
    """The split or fold of every document by its file."""
    return {
        one["source_name"]: one["split"] if one["fold"] is None else one["fold"]
        for one in lines(out / "data/documents.jsonl")
    }


def records(out: Path, view: str = "canonical") -> dict[str, list[dict[str, object]]]:
    return {path.stem: lines(path) for path in sorted((out / "data" / view).glob("*.jsonl"))}


def test_nothing_is_divided_unless_somebody_asks(project, tmp_path):
    twelve(project)
    manifest = released(project, tmp_path / "out")
    assert (set(parts(tmp_path / "out").values()), manifest["leaks"]) == ({"all"}, {})
    assert splits.stored(project).scheme is None


def test_documents_go_whole_and_every_later_export_keeps_it(project, tmp_path):
    twelve(project)
    manifest = released(project, tmp_path / "out", SPLIT)
    first = parts(tmp_path / "out")
    assert Counter(first.values()) == {"train": 6, "validation": 3, "test": 3}
    for side, told in records(tmp_path / "out").items():
        names = {one["provenance"]["source_name"] for one in told}
        assert names == {name for name, part in first.items() if part == side}
        assert {one["split"] for one in told} == {side}
        assert (tmp_path / f"out/data/classification/{side}.jsonl").exists()
    released(project, tmp_path / "again")
    assert parts(tmp_path / "again") == first
    usual = released(project, tmp_path / "off", OFF)
    assert (set(parts(tmp_path / "off").values()), usual["leaks"]) == ({"all"}, {})
    leaks = manifest["leaks"]
    assert sum(leaks["documents"].values()) == 12
    assert {row["name"] for row in leaks["shares"]} == {"*", *CODES}
    assert leaks["shares"][0]["counts"] == {
        side: len(told) for side, told in records(tmp_path / "out").items()
    }
    assert list(verify(project)) == []


def test_the_same_state_gives_the_same_bytes(project, tmp_path):
    twelve(project)
    released(project, tmp_path / "one", SPLIT)
    released(project, tmp_path / "two", SPLIT)
    sums = [(tmp_path / name / "SHA256SUMS").read_text() for name in ("one", "two")]
    assert sums[0] == sums[1]


def test_what_stands_divides_only_anew(project, tmp_path):
    twelve(project)
    released(project, tmp_path / "out", SPLIT)
    first = parts(tmp_path / "out")
    for division in (Wanted((80, 10, 10)), Wanted(folds=5), Wanted(seed=3), Wanted(by="issuer")):
        with pytest.raises(Refused) as caught:
            released(project, tmp_path / "no", Options(division=division))
        assert caught.value.key == "splits.stands"
    assert not (tmp_path / "no").exists()
    released(project, tmp_path / "out", Options(division=Wanted((60, 20, 20), seed=0)))
    assert parts(tmp_path / "out") == first
    released(project, tmp_path / "out", ANEW)
    released(project, tmp_path / "later")
    assert parts(tmp_path / "later") == parts(tmp_path / "out") != first
    assert splits.stored(project).scheme == Scheme(20, 40, 40)


def test_how_is_to_be_said_the_first_time(project, tmp_path):
    twelve(project)
    for division in (Wanted(anew=True), Wanted(seed=1), Wanted(by="round")):
        with pytest.raises(AnnotatorError) as caught:
            released(project, tmp_path / "out", Options(division=division))
        assert caught.value.key == "splits.say_how"


def test_folds_are_a_column(project, tmp_path):
    twelve(project)
    manifest = released(project, tmp_path / "out", FOLDS)
    assert Counter(parts(tmp_path / "out").values()) == {0: 4, 1: 4, 2: 4}
    assert records(tmp_path / "out").keys() == {"all"}
    for view in ("canonical", "classification"):
        folds = Counter(one["fold"] for one in records(tmp_path / "out", view)["all"])
        assert folds == {0: 12, 1: 12, 2: 12}
        schema = json.loads((tmp_path / f"out/schema/{view}.schema.json").read_text("utf-8"))
        assert "fold" in schema["required"]
    assert manifest["leaks"]["documents"] == {"0": 4, "1": 4, "2": 4}


def test_a_text_on_both_sides_stays_on_one(project, tmp_path):
    for number in range(10):
        add(project, f"d{number}", [(number * 10 + at, False) for at in range(3)] + [(999, number % 2 == 1)])
    manifest = released(project, tmp_path / "out", SPLIT)
    told = records(tmp_path / "out")
    phrase = {side: [one for one in told[side] if one["text"].startswith("999、")] for side in told}
    assert [len(phrase[side]) for side in ("train", "validation", "test")][1:] == [0, 0]
    assert len(phrase["train"]) + len(phrase["none"]) == 10
    assert manifest["leaks"]["shared"] == {"texts": 1, "clauses_left_out": len(phrase["none"])}
    assert "none" not in records(tmp_path / "out", "classification")
    views = manifest["counts"]["views"]
    for view in ("classification", "sft", "ner"):
        assert manifest["excluded"][view]["repeated"] == len(phrase["none"]) > 0
        assert views[view]["lines"] + sum(manifest["excluded"][view].values()) == 40
    assert (views["raw"]["lines"], views["raw"]["splits"]["none"]) == (40, len(phrase["none"]))
    assert any(one["text"].startswith("999、") for one in records(tmp_path / "out", "raw")["none"])


def test_a_fold_is_null_where_a_text_stands_in_another_one(project, tmp_path):
    for number in range(6):
        add(project, f"d{number}", [(number * 10 + at, False) for at in range(3)] + [(999, False)])
    released(project, tmp_path / "out", FOLDS)
    told = records(tmp_path / "out")
    assert {one["fold"] for one in told["none"]} == {None}
    phrase = {one["fold"] for one in told["all"] if one["text"].startswith("999、")}
    assert len(phrase) == 1
    assert None not in {one["fold"] for one in records(tmp_path / "out", "classification")["all"]}


def test_reprints_are_on_one_side(project, tmp_path):
    twelve(project)
    for number in (1, 4, 7):
        add(
            project,
            f"reprint{number}",
            [(number * 10 + at, True) for at in range(3)] + [(700 + number, False)],
        )
    manifest = released(project, tmp_path / "out", SPLIT)
    found = parts(tmp_path / "out")
    assert all(found[f"reprint{number}.txt"] == found[f"d{number}.txt"] for number in (1, 4, 7))
    assert manifest["leaks"]["shared"]["texts"] == 0


def test_a_later_reprint_goes_where_the_first_print_is(project, tmp_path):
    twelve(project)
    released(project, tmp_path / "out", SPLIT)
    first = parts(tmp_path / "out")
    for number in range(12):
        add(project, f"later{number}", [(number * 10 + at, True) for at in range(3)])
    released(project, tmp_path / "out")
    found = parts(tmp_path / "out")
    assert {name: found[name] for name in first} == first
    assert all(found[f"later{number}.txt"] == first[f"d{number}.txt"] for number in range(12))


@pytest.mark.parametrize("by", ["issuer", "round"])
def test_documents_of_one_issuer_or_round_stay_together(project, tmp_path, by):
    twelve(project)
    people.welcome(project, "wang")
    every = sorted(documents.listing(project), key=lambda one: one.file_name)
    for at, one in enumerate(every):
        if by == "issuer":
            said = Change("metadata", one.doc_id, "issuer", f" 单位{at % 4}", layer="project")
            events.record(project, "li", [said], origin="command")
    if by == "round":
        for number in range(4):
            tasks = {
                "wang": [
                    Task(documents.clause_ids(project, one, 0, 1)[0])
                    for at, one in enumerate(every)
                    if at % 4 == number
                ]
            }
            rounds.add(project, "li", Round.of(f"第{number}轮", "work", {"seed": number}, tasks), tasks)
        for one in rounds.rounds(project):
            rounds.close(project, "li", one.id)
    released(project, tmp_path / "out", Options(division=Wanted((50, 25, 25), by=by)))
    found = parts(tmp_path / "out")
    sides = [{found[one.file_name] for one in every[number::4]} for number in range(4)]
    assert all(len(one) == 1 for one in sides)
    assert set().union(*sides) == set(SIDES)


def test_few_documents_are_told_with_what_was_reached(project, tmp_path):
    add(project, "d0", [(1, False), (2, False)], 0)
    add(project, "d1", [(11, False)], 1)
    manifest = export(
        project, codebook_of(project), tmp_path / "out", options=SPLIT._replace(views=()), asker="li"
    )
    told = "\n".join(summary(manifest, tmp_path / "out"))
    assert "只有 2 份文件" in told
    assert "--folds 5" in told
    assert "data（2）" not in told
    assert "（2）：训练集 100%" in told
    assert "classification 没有：" in told
    manifest = json.loads((tmp_path / "out/manifest.json").read_text("utf-8"))
    assert 0 in manifest["counts"]["views"]["classification"]["splits"].values()
    assert all(path.stat().st_size for path in (tmp_path / "out/data").rglob("*.jsonl"))


def test_the_card_tells_the_division_and_loads_by_split(project, tmp_path):
    twelve(project)
    released(project, tmp_path / "out", SPLIT)
    card = (tmp_path / "out/README.md").read_text("utf-8")
    assert "## 划分 · Splits" in card
    assert "60/20/20" in card
    assert "Nothing is split yet" not in card
    head = card.split("---")[1]
    for side in SIDES:
        assert f'"data/classification/{side}.jsonl"' in head


def test_who_may_not_divide_leaves_later_documents_to_others(project, tmp_path):
    twelve(project)
    people.welcome(project, "wang")
    with pytest.raises(Refused) as caught:
        released(project, tmp_path / "no", SPLIT, asker="wang")
    assert caught.value.key == "people.no_divide"
    people.store(project, "li", Person("zhao", "zhao", (), ("supervisor",)))
    released(project, tmp_path / "out", SPLIT, asker="zhao")
    first = parts(tmp_path / "out")
    add(project, "later", [(500, False)])
    before = events.count(project)
    manifest = released(project, tmp_path / "out", asker="wang")
    assert events.count(project) == before
    assert parts(tmp_path / "out") == {**first, "later.txt": "none"}
    assert manifest["leaks"]["undivided"] == 1
    assert manifest["excluded"]["classification"]["undivided"] == 1
    released(project, tmp_path / "out", asker="li")
    assert parts(tmp_path / "out")["later.txt"] in SIDES


def test_in_a_round_only_ones_own_labels_are_counted_and_told(project, tmp_path):
    twelve(project)
    people.welcome(project, "wang")
    every = documents.listing(project)
    clauses = [documents.clause_ids(project, one, 0, 3) for one in every]
    for one in clauses[0]:
        events.record(
            project, "wang", [Change("label", one, "category", ["carrier"]), Change("submit", one, value="submitted")],
            origin="key",
        )  # fmt: skip
    tasks = {"li": [Task(clauses[1][0])], "wang": [Task(clauses[0][0])]}
    rounds.add(project, "li", Round.of("一", "work", {"seed": 1}, tasks), tasks)
    events.record(project, "li", [Change("submit", clauses[1][0], value=None)], origin="key")
    manifest = released(project, tmp_path / "out", SPLIT)
    assert manifest["reviewers"] == ["li"]
    assert "carrier" not in json.dumps(manifest["leaks"])


def test_documents_out_of_use_come_back_without_the_part_of_an_earlier_division(project, tmp_path):
    twelve(project)
    released(project, tmp_path / "out", SPLIT)
    gone = next(one for one in documents.listing(project) if one.file_name == "d3.txt")
    cuttings.retire(project, "li", gone.doc_id)
    released(project, tmp_path / "out")
    assert gone.doc_id in splits.stored(project).parts
    released(project, tmp_path / "out", ANEW)
    assert gone.doc_id not in splits.stored(project).parts


def test_no_bundle_tells_which_documents_measure(project, tmp_path):
    twelve(project)
    people.welcome(project, "wang")
    released(project, tmp_path / "out", SPLIT)
    for mine, handing_in, told in ((["wang"], False, False), (["wang"], True, False), (["li"], True, True)):
        path = tmp_path / f"{mine[0]}-{handing_in}.db"
        bundles.build(project, path, bundles.for_reviewer(project, mine, handing_in=handing_in))
        with Project.open(path) as bundle:
            assert (splits.stored(bundle).scheme is not None) == told
            assert list(verify(bundle)) == []


def test_two_projects_that_were_divided_apart_merge(project, path, tmp_path):
    twelve(project)
    other = Path(copyfile(_at_rest(project, path), tmp_path / "other.db"))
    project = Project.open(path, clock=Clock())
    released(project, tmp_path / "one", SPLIT)
    with Project.open(other, clock=Clock(now=project.clock() + 10**6)) as copy:
        add(copy, "theirs", [(10 + at, True) for at in range(3)] + [(888, False)])
        released(copy, tmp_path / "two", ANEW)
    add(project, "ours", [(30 + at, True) for at in range(3)] + [(888, True)])
    released(project, tmp_path / "one")
    mine, theirs = parts(tmp_path / "one"), parts(tmp_path / "two")
    merge(project, [other])
    released(project, tmp_path / "merged")
    found = parts(tmp_path / "merged")
    assert found == {**mine, **theirs}
    assert splits.stored(project).scheme == Scheme(20, 40, 40)
    _lawful(tmp_path / "merged")
    assert list(verify(project)) == []
    project.close()


def _at_rest(project: Project, path: Path) -> Path:
    project.close()
    return path


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--split", "80"), "“80”不是划分比例"),
        (("--split", "80/10/5/5"), "不是划分比例"),
        (("--split", "0/50/50"), "不是划分比例"),
        (("--split", "80/0/0"), "不是划分比例"),
        (("--split", "50/60"), "合计 100"),
        (("--split", "0.8/0.2"), "不是划分比例"),
        (("--split", "80/20", "--folds", "5"), "只能写一个"),
        (("--no-split", "--seed", "1"), "只能写一个"),
        (("--folds", "1"), "--folds 要写整数，至少 2"),
        (("--by", "者"), "--by 只能写"),
        (("--resplit",), "还没有划分过"),
    ],
)
def test_a_division_that_cannot_be_is_refused(project, path, tmp_path, arguments, words):
    twelve(project)
    called = CliRunner().invoke(
        annotator,
        ["export", str(tmp_path / "out"), "--project", str(path), "--reviewer", "li", *arguments],
    )
    assert (called.exit_code, words in called.stderr) == (2, True), called.output
    assert not (tmp_path / "out").exists()


def test_the_command_divides_and_tells(project, path, tmp_path):
    twelve(project)
    line = ["export", str(tmp_path / "out"), "--project", str(path), "--reviewer", "li"]
    called = CliRunner().invoke(annotator, [*line, "--split", "60／40", "--seed", "3"])
    assert called.exit_code == 0, called.output
    assert "按文件划分，60/0/40，种子 3；文件数：训练集" in called.stdout
    assert "没有相同或相近的条款分在不同部分" in called.stdout
    assert set(parts(tmp_path / "out").values()) == {"train", "test"}


# ------------------------------------------------------------ generated projects

TOPIC = st.tuples(st.integers(0, 14), st.booleans())
GROWING = st.lists(
    st.lists(st.tuples(st.lists(TOPIC, min_size=1, max_size=5, unique=True), st.integers(0, 2)), max_size=5),
    min_size=1,
    max_size=3,
)
"""Documents with what they say and their code, in the order in which they come."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    path, text = tmp_path_factory.mktemp("empty") / "trial.db", shipped("default")
    with Project.create(path, clock=Clock()) as project:
        people.welcome(project, "li")
        codebooks.use(project, "li", with_keys(parse(text, "default")), text)
        add(project, "zero", [(50, False), (51, False)])
    return path


@settings(max_examples=12)
@given(growing=GROWING, folds=st.booleans(), seed=st.integers(0, 2))
def test_however_a_project_grows_nothing_leaks_and_nothing_moves(empty, growing, folds, seed):
    division = Wanted(None if folds else (60, 20, 20), folds=3 if folds else 0, seed=seed)
    with TemporaryDirectory() as folder:
        path, out, before = Path(copyfile(empty, Path(folder) / "trial.db")), Path(folder) / "out", {}
        with Project.open(path, clock=Clock()) as project:
            for number, arriving in enumerate(growing):
                for at, (topics, code) in enumerate(arriving):
                    add(project, f"d{number}-{at}", topics, code)
                manifest = released(project, out, Options(division=division))
                now = parts(out)
                assert {name: now[name] for name in before} == before
                assert None not in now.values()
                _lawful(out)
                for view, told in manifest["counts"]["views"].items():
                    left_out = sum(manifest["excluded"][view].values())
                    assert told["lines"] + left_out == manifest["counts"]["clauses"]["records"]
                before = now
            assert list(verify(project)) == []


def _lawful(out: Path) -> None:
    """No document is on two sides, and no text, nor what differs from it by little."""
    documents_of, texts_of = {}, {}
    for side, told in records(out).items():
        for one in told:
            part = side if one.get("fold") is None else one["fold"]
            if part == "none":
                continue
            documents_of.setdefault(one["doc_id"], set()).add(part)
            texts_of.setdefault(one["text"].strip("吗。"), set()).add(part)
    assert all(len(sides) == 1 for sides in (*documents_of.values(), *texts_of.values()))
