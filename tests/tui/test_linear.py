"""The review work line by line: what is said, what is stored, what is read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import words
from annotator.flows.opening import create
from annotator.store import documents, preferences
from annotator.store.project import Project
from annotator.tui.commands import COMMANDS
from annotator.tui.linear.speech import SPOKEN, words_of
from annotator.tui.linear.talk import Talk
from tests.terminal import Terminal
from tests.test_house import loaded
from tests.tui.conftest import Say
from tests.tui.test_review_keys import said


def test_the_clause_is_read_whole_with_what_is_suggested(talk: Talk) -> None:
    assert "\n".join(talk.begin()).startswith(
        "《算力方案》第 1/3 条，已完成 0 条。本条：未开始\n"
        "加快建设算力调度系统。\n"
        "(责任单位:市数据局)\n"
        "1. 条款类型：建议：任务举措\n"
        "2. 主题类别：未填\n"
        "3. 责任单位：建议：市数据局（责任）\n"
        "4. 优先级：建议：重点加快\n"
        "5. 目标指标：未填\n"
        "当前项 条款类型：选一项\n"
        "1 b 依据背景\n"
    )


@pytest.mark.parametrize(
    "line", ["t", "T", "ｔ", "任务举措", "Task", "task", "7", "７", "t i d", "任务举措 算力网络感知 data"]
)
def test_a_code_is_picked_by_key_name_id_or_number(project: Project, say: Say, line: str) -> None:
    read = say(line)
    assert said(project).values["clause_type"] == ["task"]
    assert "已保存 条款类型：任务举措" in read
    if " " in line:
        assert said(project).values["category"] == ["infra", "data"]
        assert read.endswith("已保存 主题类别：算力网络感知（主）、数据要素")


def test_a_code_of_another_field_is_picked_by_its_name(project: Project, say: Say) -> None:
    say("重点加快")
    assert said(project).values == {"priority": ["expedited"]}


def test_a_letter_reaches_the_next_field_that_knows_it_as_on_the_screens(project: Project, say: Say) -> None:
    say("z")
    assert said(project).values == {"priority": ["expedited"]}


@pytest.mark.parametrize("line", ["优先级", "Priority", "priority"])
def test_a_field_is_turned_to_by_its_name(say: Say, line: str) -> None:
    assert "当前项 优先级" in say(line)


def test_accepting_stores_says_so_and_goes_on_when_all_is_answered(project: Project, say: Say) -> None:
    read = say("采纳")
    assert "已保存 责任单位：市数据局（责任）" in read
    assert "当前项 主题类别" in read
    read = say("i", "accept")
    assert "已保存 状态：已完成" in read
    assert "第 2/3 条，已完成 1 条" in read
    assert said(project).state == "submitted"


def test_the_suggestion_of_one_field_is_taken_alone(project: Project, say: Say) -> None:
    say("责任单位")
    assert "已保存 责任单位：市数据局（责任）" in say("采纳本项")
    assert list(said(project).values) == ["responsible_unit"]


def test_finishing_asks_once_where_decisions_are_open(project: Project, say: Say) -> None:
    assert "还没有填：条款类型、主题类别、责任单位、优先级" in say("完成")
    assert not said(project).touched
    read = say("done")
    assert said(project).state == "submitted"
    assert "第 2/3 条" in read


def test_something_else_between_asks_again(project: Project, say: Say) -> None:
    assert "还没有填" in say("完成", "t", "完成")
    assert said(project).state == "draft"


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        (["未写明"], "values"), (["-"], "values"), (["存疑"], "flagged"), (["＝"], "flagged"),
        (["备注 看 附件"], "note"), ([";看 附件"], "note"), (["；看 附件"], "note"), (["note 看 附件"], "note"),
        (["提问 是谁？"], "question"), (["'是谁？"], "question"), (["理由 因为"], "reasons"),
    ],
)  # fmt: skip
def test_every_way_of_saying_a_command_does_it(
    project: Project, say: Say, lines: list[str], word: str
) -> None:
    read = say(*lines)
    expected = {
        "values": {"clause_type": []}, "flagged": True, "note": "看 附件", "question": "是谁？",
        "reasons": {"clause_type": "因为"},
    }  # fmt: skip
    assert getattr(said(project), word) == expected[word]
    assert "已保存" in read


def test_a_text_is_read_and_taken_away(project: Project, say: Say) -> None:
    assert say("备注 看附件", "备注") == "看附件"
    assert "备注：看附件" in say("")
    assert say("备注 -") == "已保存 备注：（无）"
    assert said(project).note == ""


def test_undo_and_redo_say_what_stands(project: Project, say: Say) -> None:
    assert say("t", "撤销").startswith("已撤销：条款类型 任务举措（第 1 条）\n已保存 条款类型：（无）")
    assert "任务举措" in say("redo")
    assert said(project).values == {"clause_type": ["task"]}


def test_undo_goes_where_the_act_was(say: Say) -> None:
    read = say("采纳", "i 采纳", "撤销")
    assert "第 1/3 条" in read
    assert "本条：草稿" in read


def test_a_unit_is_found_by_name_and_taken_by_number_in_the_role_said(project: Project, say: Say) -> None:
    assert "角色" not in say("role lead")
    found = say("单位 数据局").split("\n")
    assert found[0].startswith("1 ")
    assert "市数据局（牵头）" in found[0]
    say("1")
    (unit,) = said(project).values["responsible_unit"]
    assert (unit["org_id"], unit["role"], unit["stated"]) == ("org-sh-sjj", "lead", True)


def test_a_number_means_the_unit_only_after_the_search(project: Project, say: Say) -> None:
    say("/数据局", "优先级", "3")
    assert said(project).values == {"priority": ["expedited"]}


def test_clauses_and_documents_are_gone_to(say: Say) -> None:
    assert "第 3/3 条" in say("去 3")
    assert "第 2/3 条" in say("上一条")
    assert "第 3/3 条" in say("下一条")
    assert say("文件") == "1 《算力方案》 0/3\n2 《养老意见》 0/2"
    assert "《养老意见》第 1/2 条" in say("打开 2")
    assert "《算力方案》第 3/3 条" in say("previous")
    assert "第 1/3 条" in say("首条")
    assert "本条：已跳过" in say("跳过", "上条")


def test_the_meaning_of_a_code_is_read(say: Say) -> None:
    assert say("释义 t").startswith("任务举措")
    assert "按内容判" in say("meaning")


def test_codes_are_read_once_and_on_demand(say: Say) -> None:
    assert "7 t 任务举措" in say("")
    assert "7 t 任务举措" not in say("next")
    assert "7 t 任务举措" in say("可选")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("xyz", "没有听懂“xyz”"), ("t xyz i", "没有听懂“xyz i”"), ("去 9", "1 到 3"), ("打开 x", "1 到 2"),
        ("角色 x", "牵头"), ("释义 x", "没有听懂"), ("单位 abcdefg", "没有找到"), ("undo", "没有可撤销"), ("上一条", "第一条"),
        ("i d m s", "最多选 3 项"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_ends_in_a_sentence(talk: Talk, say: Say, line: str, words: str) -> None:
    if line.startswith("i "):
        say("主题类别")
    assert words in say(line)
    assert talk.refused
    assert not talk.over


@pytest.mark.parametrize("line", ["清除", "去 1"])
def test_what_changes_nothing_says_so(say: Say, line: str) -> None:
    assert say(line) == "没有变化。"


def test_what_came_before_the_word_that_is_not_understood_is_stored_and_said(
    project: Project, say: Say
) -> None:
    read = say("t xyz i")
    assert read.index("已保存 条款类型") < read.index("没有听懂“xyz i”")
    assert said(project).values == {"clause_type": ["task"]}


@pytest.mark.parametrize("command", SPOKEN)
def test_every_command_has_words_an_act_and_a_line_of_help(say: Say, command: str) -> None:
    assert callable(SPOKEN[command].act)
    assert words_of(command)[0] in say("帮助")
    own = [word for other in SPOKEN for word in words_of(other)]
    assert len(own) == len(set(own)), "a word calls one command"


def test_every_key_of_punctuation_does_here_what_it_does_on_the_screens() -> None:
    signs = {name for name in COMMANDS if name in SPOKEN and any(len(word) == 1 for word in words_of(name))}
    assert signs >= {"none", "find_unit", "skip", "flag", "note", "question", "unfinished", "help"}


def test_everything_is_there_in_english(say: Say) -> None:
    words.choose("en")
    try:
        assert "clause 1 of 3, 0 finished. This one: untouched" in say("")
        assert "Stored Clause type: Task" in say("t")
        assert "\nfinish, done, fi:" in say("help")
    finally:
        words.choose(None)


# ---------------------------------------------------------------- the program


def run(folder: Path, lines: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    given = {"ANNOTATOR_REVIEWER": "王芳", "LANG": "zh_CN.UTF-8", **environment}
    return subprocess.run(
        [sys.executable, "-m", "annotator", "--linear", *arguments],
        input=lines.encode(), capture_output=True, cwd=folder, env={**os.environ, **given}, timeout=60,
        check=False,
    )  # fmt: skip


@pytest.fixture
def folder(project: Project) -> Path:
    project.close()
    return project.path.parent


def test_a_script_drives_it_through_a_pipe(folder: Path) -> None:
    done = run(folder, "采纳\ni\n采纳\n退出\nt\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    assert "> " not in done.stdout.decode()
    with Project.open(folder / "annotator.db") as project:
        assert said(project).state == "submitted"
        assert not said(project, 1).touched


def test_a_line_that_could_not_be_done_is_told_by_the_exit_code(folder: Path) -> None:
    assert run(folder, "t\nxyz\n").returncode == 1
    assert run(folder, "t\n").returncode == 0


def test_bytes_and_escapes_do_no_harm(folder: Path) -> None:
    done = run(
        folder, "备注 \x1b]0;owned\x07\u202e反\n\udc80".encode("utf-8", "surrogateescape").decode("latin-1")
    )
    assert b"\x1b" not in done.stdout
    assert b"Traceback" not in done.stderr


def test_no_project_is_a_sentence(tmp_path: Path) -> None:
    done = run(tmp_path, "", PYTHONUTF8="1")
    assert done.returncode == 2
    assert "找不到项目文件" in done.stderr.decode()


def test_demo_works_line_by_line_too(tmp_path: Path) -> None:
    done = run(tmp_path, "退出\n", "demo")
    assert done.returncode == 0
    assert "第 1/29 条" in done.stdout.decode()


def test_a_demo_that_was_interrupted_is_completed(tmp_path: Path) -> None:
    create(tmp_path / "annotator-demo.db", "王芳").close()
    done = run(tmp_path, "退出\n", "demo")
    assert "第 1/29 条" in done.stdout.decode()
    with Project.open(tmp_path / "annotator-demo.db") as project:
        assert len(documents.listing(project)) == 5


def test_samples_do_not_come_into_a_project_of_other_documents(folder: Path) -> None:
    (own,) = folder.glob("*.db")
    with Project.open(own) as project:
        before = documents.listing(project)
    run(folder, "退出\n", "demo", "--project", own.name)
    with Project.open(own) as project:
        assert documents.listing(project) == before


def test_it_loads_no_screens() -> None:
    assert not {"textual", "rich"} & loaded("import annotator.cli.linear, annotator.tui.units")


def test_a_terminal_without_a_cursor_gets_lines_and_nothing_else(folder: Path) -> None:
    environment = {"ANNOTATOR_REVIEWER": "王芳", "LANG": "zh_CN.UTF-8", "TERM": "dumb"}
    with Terminal([sys.executable, "-m", "annotator"], cwd=folder, environment=environment) as terminal:
        terminal.wait_for("1 条款类型>")
        terminal.press(*"任务举措", "enter")
        terminal.wait_for("1 主题类别>")
        terminal.press(*"退出", "enter")
        assert terminal.finish() == 0
        assert b"\x1b" not in terminal.written


def test_the_first_start_asks_in_lines(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))
    environment = {"LANG": "zh_CN.UTF-8", "ANNOTATOR_CONFIG": str(tmp_path / "config")}
    command = [sys.executable, "-m", "annotator", "--linear"]
    with Terminal(command, cwd=folder, environment=environment) as terminal:
        terminal.wait_for("2 English")
        terminal.press("2", "enter")
        terminal.wait_for("Who I am")
        terminal.press(*"Wang Fang", "enter")
        terminal.wait_for("reviewer Wang Fang")
    assert preferences.read()[0] == {"language": "en", "reviewer": "Wang Fang"}


def test_a_unit_that_nobody_knows_is_entered_in_lines_too(project: Project, say: Say) -> None:
    found = say("单位 某某局").split("\n")
    assert "新增，待确认" in found[0]
    say("1")
    (unit,) = said(project).values["responsible_unit"]
    assert (unit["org_id"][:6], unit["name"]) == ("org-x-", "某某局")


def test_finishing_the_last_clause_is_no_refusal_and_the_rest_of_its_line_is_left(
    project: Project, talk: Talk, say: Say
) -> None:
    say("打开 2", "末条", "t", "完成")
    read = say("完成")
    assert "已保存 状态：已完成" in read
    assert not talk.refused
    read = say("完成 g")
    assert "没有听懂“g”" in read
    assert talk.refused
    assert said(project, 1, 1).values["clause_type"] == ["task"]
