"""The linear mode: searching, the queue, saved queries, going to a place, views, what happened."""

import pytest
from rich.cells import cell_len

from annotator import words
from annotator.flows.reviewing import Reviewing
from annotator.store import queries
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.linear.talk import Talk
from annotator.tui.resuming import resume
from tests.tui.conftest import Say


def test_a_search_becomes_a_queue_to_step_through_and_leave(talk: Talk, say: Say) -> None:
    read = say("查找 建")
    assert "找到 3 条" in read
    assert talk.desk.queue
    assert say("下一条").startswith("查找：建 2/3\n《算力方案》第 2/3 条")
    assert "查找：建 3/3\n《养老意见》第 1/2 条" in say("下")
    assert "说“离开”离开查找" in say("下")
    assert talk.refused
    assert say("离开") == "已离开查找结果，仍在本条。"
    assert talk.desk.queue is None
    assert "《养老意见》第 2/2 条" in say("下")


def test_labels_and_words_are_searched_together(talk: Talk, say: Say) -> None:
    say("t")
    assert "找到 1 条" in say("search clause_type:task 系统")
    assert talk.desk.clause.ord == 0


def test_what_a_search_has_to_make_first_is_told(project: Project, say: Say) -> None:
    with project.transaction() as db:
        db.execute("DELETE FROM suggested")
    told = say("查找 建议:clause_type").split("\n")
    assert "先算建议：已算 0/5 条" in told[0]
    assert "先算建议：已算 5/5 条" in told[2]
    assert "先算建议" not in say("查找 建议:clause_type")


def test_queries_are_offered_and_asked_ones_come_again(talk: Talk, say: Say) -> None:
    say("查找 养老", "离开")
    offered = say("查找").split("\n")
    assert offered[0] == "1 用过：养老"
    say("1")
    assert talk.desk.queue
    assert talk.desk.queue.text == "养老"


def test_what_was_found_is_read_and_gone_to_by_number(talk: Talk, say: Say) -> None:
    read = say("查 建", "结果").split("\n")
    assert read[0] == "查找：建 1/3"
    assert read[3] == "3 文件《养老意见》 第 1 条 推进智慧养老院建设。"
    assert read[2] == "2 第 2 条 探索建立数据流通机制。"
    assert "《养老意见》第 1/2 条" in say("3")
    assert "未完成" not in say("首条")
    assert talk.desk.clause.ord == 0


def test_a_query_is_saved_under_a_name_and_dropped(project: Project, talk: Talk, say: Say) -> None:
    assert say("查找 养老", "存为 我的 养老") == "已存为“我的 养老”。"
    assert queries.listing(project) == [("我的 养老", "养老")]
    say("离开")
    assert say("查找").startswith("1 已存：我的 养老 养老")
    say("1")
    assert talk.desk.queue
    assert talk.desk.queue.title == "我的 养老"
    assert say("删去查询 我的 养老") == "已删去“我的 养老”。"
    assert queries.listing(project) == []


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("去 3", "第 3/3 条"),
        ("去3", "第 3/3 条"),
        ("go 养老", "《养老意见》第 1/2 条"),
        ("前往 未完成", "第 2/3 条"),
    ],
)
def test_one_place_is_gone_to_at_once(say: Say, line: str, place: str) -> None:
    assert place in say(line)


@pytest.fixture
def in_plan(plan: Project) -> Say:
    """Says lines in a document with headings."""
    desk = resume(Reviewing(plan, codebook_of(plan), "王芳"))
    assert desk is not None
    talk = Talk(desk)
    return lambda *lines: "\n".join([list(talk.answer(line)) for line in lines][-1])


def test_a_path_leads_to_its_clause_and_a_heading_to_its_first_unfinished_one(in_plan: Say) -> None:
    assert "3.布局充电设施。" in in_plan("去 二/二/3")
    assert "位置：保障措施" in in_plan("去 保障措施")


def test_of_several_places_one_is_chosen_by_number(in_plan: Say) -> None:
    assert in_plan("去 要").split("\n") == ["1 一、总体要求 0/1", "2 文件《某区數據工作要點》"]
    assert "《某区數據工作要點》第 1/2 条" in in_plan("2")


def test_the_outline_is_read_with_progress_and_gone_to_by_number(in_plan: Say) -> None:
    read = in_plan("大纲").split("\n")
    assert read[2] == "3 二、重点任务 0/5"
    assert "1.建设算力平台。" in in_plan("3")
    assert in_plan("大纲 拓展") == "1 （二）拓展场景。 0/3 ‹ 二、重点任务"
    assert "1.发展智慧养老。" in in_plan("1")


def test_what_is_too_long_to_listen_to_is_cut_with_the_remedy(
    in_plan: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.tui.linear.talk.MOST_OFFERED", 2)
    assert in_plan("大纲").split("\n")[2:] == ["还有 4 个。多说几个字可缩小范围。"]


def test_the_next_of_a_kind_and_the_way_back(talk: Talk, say: Say) -> None:
    say("去 3", "存疑", "去 1")
    assert "第 3/3 条" in say("去 存疑")
    assert "第 1/3 条" in say("回")
    assert "第 3/3 条" in say("同类")
    assert "第 1/3 条" in say("back")


def test_the_views_stay_on(talk: Talk, say: Say) -> None:
    assert say("视图").startswith("视图：原文\n加快建设算力调度系统。(责任单位:市数据局)")
    assert talk.sight.view == "source"
    assert "原文：没有修复" in say("下一条")
    assert "視圖" not in say("视图 繁體")
    assert "探索建立數據流通機制。" in say("")
    assert "探索建立数据流通机制。" in say("view clean")


def test_what_happened_is_read(say: Say) -> None:
    read = say("t", "经过")
    assert read.startswith("第 1 条的记录")
    assert "条款类型 任务举措" in read or "条款类型：任务举措" in read


def test_one_line_of_help_is_read_alone(say: Say) -> None:
    assert say("帮助 标") == say("help mark")
    assert say("帮助 标").startswith("标原文、标、[：")
    assert "\n" not in say("帮助 标")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["查找 xyzxyz"], "没有符合的条款"), (["查找 状态:xx"], "xx"), (["结果"], "请先“查找”"), (["离开"], "请先“查找”"),
        (["存为 甲"], "请先“查找”"), (["查找 建", "存为"], "名字"), (["删去查询 乙"], "没有名为“乙”"),
        (["去"], "请说去哪里"), (["去 9"], "1 到 3"), (["去 没有的"], "没有的"), (["去 草稿"], "没有这样的条款"), (["回"], "没有跳转"),
        (["同类"], "没有这样的条款"), (["大纲 没有的"], "没有含这些字的标题"), (["视图 x"], "清洗后、原文"),
        (["帮助 xyz"], "没有听懂"), (["查找", "99"], "没有听懂"),
    ],
)  # fmt: skip
def test_each_mistake_is_a_sentence_and_changes_nothing(
    talk: Talk, say: Say, lines: list[str], told: str
) -> None:
    clause = talk.desk.clause
    assert told in say(*lines)
    assert talk.refused
    assert talk.desk.clause == clause


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_line_of_help_is_short_to_listen_to(say: Say, language: str) -> None:
    words.choose(language)
    try:
        lines = say("?").split("\n")
    finally:
        words.choose(None)
    assert len(lines) > 45
    assert max(map(cell_len, lines[1:])) <= 72
