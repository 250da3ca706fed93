"""`annotator search` and `export --where` as a user types them."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator.cli.group import annotator

PLAN = (
    "上海市充电设施实施方案\n\n为深入贯彻国家部署，制定本方案。\n一、主要任务\n"
    f"1.建设充电桩。{'统筹' * 40}新建充电桩3万个。{'完善' * 40}\x1b]0;owned\x07到期核验充电桩。（责任单位：市数据局）\n"
    "2.培育人才。加快引进高端人才。（责任单位：市教委）\n"
)
OLD = "上海市推進規劃方案\n\n一、主要任務\n1.完善空間規劃。（責任單位：市規劃資源局）\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATOR_REVIEWER", "王芳")
    monkeypatch.setenv("ANNOTATOR_LANG", "zh")
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")

    def call(*arguments: str, code: int = 0, color: bool = False) -> Result:
        result = CliRunner().invoke(annotator, arguments, color=color)
        assert result.exit_code == code, (result.output, result.exception)
        assert "Traceback" not in result.output
        return result

    call("import", "plan.txt", "old.txt")
    return call


def label(run: Any, reviewer: str, seq: int, field: str, value: object) -> None:
    line = {"doc": "plan.txt", "seq": seq, "reviewer": reviewer, "field": field, "value": value}
    Path("labels.jsonl").write_text(json.dumps(line), encoding="utf-8")
    run("label", "labels.jsonl")


def found(run: Any, *query: str) -> list[tuple[str, int]]:
    lines = run("search", *query, "--json").stdout.splitlines()
    return [(hit["title"], hit["seq"]) for hit in map(json.loads, lines)]


def test_a_label_that_nobody_gave_is_told_where_it_is_suggested(run: Any) -> None:
    told = run("search", "unit:数据局")
    assert told.stdout == ""
    assert "只查已填的标签；另有 1 条的建议符合（建议:数据局）。" in told.stderr
    assert found(run, "建议:数据局") == [(NEW, 1)]
    assert "建议:数据局" in run("search", "unit:数据局", "--count").stderr
    assert "建议" not in run("search", "unit:没有这个局").stderr
    label(run, "王芳", 1, "responsible_unit", ["市数据局"])
    assert "建议" not in run("search", "unit:数据局").stderr


def test_what_a_search_has_to_make_first_is_told(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect("annotator.db")) as db, db:
        db.execute("DELETE FROM suggested")
    monkeypatch.setattr("annotator.cli.progress.EVERY", 0)
    told = run("search", "建议:数据局", "--count")
    assert "先算建议：已算 0/4 条" in told.stderr
    assert "先算建议：已算 4/4 条" in told.stderr
    assert "先算建议" not in run("search", "建议:数据局").stderr


NEW, TRADITIONAL = "上海市充电设施实施方案", "上海市推進規劃方案"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (["充电桩"], [(NEW, 1)]), (["规划"], [(TRADITIONAL, 0)]), (["市教委", "人才"], [(NEW, 2)]), (["人才", "-单位:未填"], []), (["-充电桩", "doc:plan"], [(NEW, 0), (NEW, 2)]),
        (["-path:主要任务"], [(NEW, 0)]), (["--limit", "1", "-人才"], [(NEW, 0)]), (["建议:任务举措", "-heading"], [(NEW, 1), (NEW, 2), (TRADITIONAL, 0)]),
    ],
)  # fmt: skip
def test_hits_come_in_the_order_of_the_documents(
    run: Any, query: list[str], expected: list[tuple[str, int]]
) -> None:
    assert found(run, *query) == expected


def test_a_hit_names_its_place_and_shows_the_words_around_its_words(run: Any) -> None:
    result = run("search", "充电桩", color=True)
    place, text = result.stdout.splitlines()
    assert place.startswith(f"{NEW} › 主要任务  第 2 条  cl-")
    assert text.count("\x1b[1m\x1b[4m充电桩\x1b[0m") == 3
    assert 0 < text.count("统筹") < 40
    assert text.startswith("    1. 建设")
    assert "…" in text
    assert "\x07" not in text
    assert "\x1b]" not in text
    assert "充电桩" in run("search", "充电桩").stdout
    assert "\x1b" not in run("search", "充电桩").stdout


def test_a_hit_in_the_tail_shows_the_tail(run: Any) -> None:
    lines = run("search", "规划资源").stdout.splitlines()
    assert lines[1:] == ["    1. 完善空間規劃。", "    （責任單位：市規劃資源局）"]


def test_a_program_gets_the_places_of_the_words(run: Any) -> None:
    hit = json.loads(run("search", "规划", "--json").stdout)
    assert [hit["text"][start:end] for start, end in hit["hits"]["text"]] == ["規劃"]
    assert [hit["tail"][start:end] for start, end in hit["hits"]["tail"]] == ["規劃"]
    assert (hit["marker"], hit["path"], hit["hits"]["marker"]) == ("1.", ["主要任務"], [])


def test_how_many_are_told_or_that_there_are_none(run: Any) -> None:
    assert run("search", "--count", "人才").stdout == "找到 1 条。\n"
    assert json.loads(run("search", "--count", "--json", "没有的词").stdout) == {"count": 0}
    nothing = run("search", "没有的词")
    assert (nothing.stdout, nothing.stderr) == ("", "没有符合“没有的词”的条款。\n")
    assert "只列出前 2 条" in run("search", "--limit", "2", "-没有的词").stderr
    assert run("search", "--limit", "4", "-没有的词").stderr == ""


def test_labels_are_those_of_the_person_at_work_or_the_one_named(run: Any) -> None:
    label(run, "王芳", 1, "category", ["data"])
    label(run, "李强", 2, "category", ["talent"])
    assert found(run, "category:any") == [(NEW, 1)]
    assert found(run, "category:any", "--reviewer", "李强") == [(NEW, 2)]
    assert found(run, "category:any", "标注人：李强") == [(NEW, 2)]
    assert "没有叫“赵”的人" in run("search", "reviewer:赵", code=2).stderr


def test_a_query_is_saved_listed_used_and_dropped(run: Any) -> None:
    assert "还没有" in run("search", "--list").stderr
    saving = run("search", "充电桩", "-人才", "--save", "桩", "--json")
    assert "已存为“桩”" in saving.stderr
    assert json.loads(saving.stdout)["seq"] == 1
    assert json.loads(run("search", "--list", "--json").stdout) == [{"name": "桩", "query": "充电桩 -人才"}]
    assert "充电桩 -人才" in run("search", "--list").stdout
    assert found(run, "--saved", "桩") == [(NEW, 1)]
    assert "请只留一个" in run("search", "别的", "--saved", "桩", code=2).stderr
    assert "没有名为“柱”" in run("search", "--saved", "柱", code=2).stderr
    assert "充电桩 -人才" in run("log").stdout
    run("search", "--drop", "桩")
    assert json.loads(run("search", "--list", "--json").stdout) == []


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ([], "没有写要查什么"), ([" "], "没有写要查什么"), (["prioriti:1"], "是不是"), (["flag:也许"], "只能是"), (["\udcff"], "不是完整的字符"), (["字"] * 101, "最多 100 个"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_a_sentence(run: Any, query: list[str], sentence: str) -> None:
    assert sentence in run("search", *query, code=2).stderr


def exported(run: Any, where: str) -> tuple[list[str], dict[str, Any], str]:
    run("export", "out", "--force", "--where", where)
    records = Path("out/data/canonical/all.jsonl").read_text("utf-8").splitlines()
    manifest = json.loads(Path("out/manifest.json").read_text("utf-8"))
    return [json.loads(line)["text"] for line in records], manifest, Path("out/README.md").read_text("utf-8")


def test_only_clauses_that_meet_a_query_are_released_and_the_release_says_so(run: Any) -> None:
    texts, manifest, card = exported(run, " 人才 ")
    assert texts == ["培育人才。加快引进高端人才。"]
    assert manifest["query"] == "人才"
    assert manifest["counts"]["documents"] == 1
    assert manifest["counts"]["clauses"]["records"] == 1
    assert "只含符合查询 ` 人才 ` 的条款" in card
    assert len(Path("out/data/documents.jsonl").read_text("utf-8").splitlines()) == 1
    whole, manifest, card = exported(run, "")
    assert (len(whole), manifest["query"]) == (4, "")
    assert "只含符合查询" not in card


def test_in_a_release_one_reviewer_who_meets_a_condition_is_enough(run: Any) -> None:
    label(run, "王芳", 1, "category", ["data"])
    label(run, "李强", 2, "category", ["talent"])
    assert len(exported(run, "category:any")[0]) == 2
    assert exported(run, "category:any reviewer:李强")[0] == ["培育人才。加快引进高端人才。"]
    assert '``` -"a``" ```' in exported(run, '-"a``"')[2]


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("没有的词", "没有条款符合“没有的词”"),
        ("类别:没有", "没有“没有”这个值"),
        ("reviewer:赵", "没有叫“赵”的人"),
    ],
)
def test_an_export_of_nothing_is_a_sentence_and_makes_no_folder(run: Any, where: str, sentence: str) -> None:
    assert sentence in run("export", "out", "--where", where, code=2).stderr
    assert not Path("out").exists()


def test_a_reviewer_alone_means_the_clauses_that_they_labelled(run: Any) -> None:
    label(run, "王芳", 1, "category", ["data"])
    label(run, "李强", 2, "category", ["talent"])
    for words, count in (
        (["标注人:王芳"], 1), (["标注人:王芳", "人才"], 0), (["标注人:李强", "-category:data"], 1),
        (["标注人:王芳", "state:untouched"], 3),
    ):  # fmt: skip
        assert len(found(run, *words)) == count, words
