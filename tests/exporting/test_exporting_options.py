"""What the command line asks of an export, and what it says where it cannot be had."""

import json

import pytest
from click.testing import CliRunner

from annotator.cli.group import annotator
from tests.exporting.office import label


@pytest.fixture
def run(office, tmp_path):
    label(office)
    office.project.close()

    def call(*arguments):
        project = str(tmp_path / "trial.db")
        return CliRunner().invoke(
            annotator, ["export", str(tmp_path / "out"), "--project", project, *arguments]
        )

    return call


def test_options_are_followed_and_kept_in_the_manifest(run, tmp_path):
    prompt = tmp_path / "问.txt"
    prompt.write_text("\ufeff标注：{条款}", encoding="utf-8")
    done = run(
        "--views", "sft，eval,canonical", "--status", "silver,gold", "--tables", "none", "--gzip",
        "--shard", "3", "--prompt", str(prompt), "--json",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    manifest = json.loads(done.stdout)
    assert manifest["options"] == {
        "views": ["sft", "eval", "canonical"], "statuses": ["gold", "silver"], "prompt_name": "问.txt",
        "tables": [], "gzip": True, "shard": 3, "parquet": False, "interop": [],
        "division": {"shares": None, "folds": 0, "by": None, "seed": None, "anew": False, "off": False},
        "full": False,
        "reviewers": "names", "times": "ms", "notes": True, "mask": False, "licence": "", "texts_licence": "",
        "texts": True, "public": False,
    }  # fmt: skip
    assert {one["path"].split("/")[1] for one in manifest["files"] if one["path"].startswith("data/")} == {
        "canonical", "sft", "eval", "documents.jsonl.gz", "organisations.jsonl.gz",
    }  # fmt: skip
    assert (tmp_path / "out/prompt.txt").read_text("utf-8") == "标注：{条款}"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--views", "all,叙述"), "没有叫“叙述”的数据视图"),
        (("--status", "golden"), "没有叫“golden”的状态"),
        (("--tables", "sav"), "没有叫“sav”的表"),
        (("--prompt", "没有.txt"), "读不了提问模板“没有.txt”"),
        (("--about", "没有.md"), "读不了说明“没有.md”"),
        (("--shard", "-1"), "--shard"),
    ],
)
def test_what_cannot_be_had_is_a_sentence(run, tmp_path, arguments, words):
    done = run(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("option", ["--prompt", "--about"])
def test_a_file_that_is_no_text_is_a_sentence(run, tmp_path, option):
    (tmp_path / "p").write_bytes("{条款}".encode("gb18030"))
    done = run(option, str(tmp_path / "p"))
    assert (done.exit_code, "UTF-8" in done.stderr) == (2, True)


def test_what_its_maker_says_stands_in_the_card_as_it_was_written(run, tmp_path):
    (tmp_path / "about.md").write_text("\ufeff两名实习生标注。\n\n| a | b |\n", encoding="utf-8")
    assert "## 发布者的说明" not in card_of(run(), tmp_path)
    told = card_of(run("--force", "--about", str(tmp_path / "about.md")), tmp_path)
    assert "\n\n## 发布者的说明 · What its maker says\n\n两名实习生标注。\n\n| a | b |\n\n## " in told


def card_of(done, tmp_path):
    assert done.exit_code == 0, done.output
    return (tmp_path / "out/README.md").read_text("utf-8")


def test_the_counts_are_told_view_by_view(run):
    done = run("--views", "ner,priority")
    assert "实体识别：单位（正文连同责任括注）（ner）：4 行" in done.stdout
    assert "未写出 1 处：本条正文和括注里没有它的文字" in done.stdout
    assert "等级：优先级（priority）：2 行" in done.stdout
    assert "canonical" not in done.stdout
