"""Words of moving about: queues, ways back, going to a place."""

WORDS: dict[str, tuple[str, str]] = {
    "chosen": ("{title} {number}/{count}", "{title} {number}/{count}"),
    "queue": ("查找：{title} {number}/{count}", "Search: {title} {number}/{count}"),
    "to_check": ("待核对 {number}/{count}", "To look at {number}/{count}"),
    "to_check_end": (
        "这是待核对的最后一条；按 Esc 离开。",
        "This is the last clause to look at; Esc leaves.",
    ),
    "to_check_start": ("这是待核对的第一条。", "This is the first clause to look at."),
    "to_check_done": (
        "待核对的条款都已完成；按 Esc 离开。",
        "Every clause to look at is finished; Esc leaves.",
    ),
    "left_to_check": ("已离开待核对的条款，仍在本条。", "Out of what is to look at, at the same clause."),
    "left_to_check_back": (
        "已离开待核对的条款，仍在本条；按 {pressed} 回到原处。",
        "Out of what is to look at, at the same clause; {pressed} goes back to where you were.",
    ),
    "queue_end": (
        "这是查找结果的最后一条；按 Esc 离开查找。",
        "This is the last clause found; Esc leaves the search.",
    ),
    "queue_start": ("这是查找结果的第一条。", "This is the first clause found."),
    "queue_done": (
        "查找结果里的条款都已完成；按 Esc 离开查找。",
        "Every clause found is finished; Esc leaves the search.",
    ),
    "left_search": ("已离开查找结果，仍在本条。", "Out of the search, at the same clause."),
    "left_search_back": (
        "已离开查找结果，仍在本条；按 {pressed} 回到原处。",
        "Out of the search, at the same clause; {pressed} goes back to where you were.",
    ),
    "left_round": ("已离开本轮，仍在本条。", "Out of the round, at the same clause."),
    "left_round_back": (
        "已离开本轮，仍在本条；按 {pressed} 回到原处。",
        "Out of the round, at the same clause; {pressed} goes back to where you were.",
    ),
    "left_returned": ("已离开退回的条目，仍在本条。", "Out of what came back, at the same clause."),
    "left_returned_back": (
        "已离开退回的条目，仍在本条；按 {pressed} 回到原处。",
        "Out of what came back, at the same clause; {pressed} goes back to where you were.",
    ),
    "gone": (
        "这一条已不在项目里（重新切分过，或文件已停用）。",
        "This clause is no longer in the project: it was cut anew, or its document was retired.",
    ),
    "row_gone": ("（已不在）", "(gone)"),
    "outline": (
        "大纲：选一节，到它的第一条未完成的条款",
        "Outline: choose a section to go to its first unfinished clause",
    ),
    "outline_keys": (
        "{move} 选择  回车 前往  输入文字缩小范围  {leave} 返回",
        "{move} choose  Enter goes  typing narrows  {leave} back",
    ),
    "no_heading": ("本文件没有含这些字的标题。", "No heading of this document holds these words."),
    "go_to": (
        "前往：条号、章节路径、文件名，或选一类",
        "Go to: a number, a path, a document's title, or a kind",
    ),
    "go_to_keys": (
        "{move} 选择  回车 前往  例：12、二/三/12、保障措施  {leave} 返回",
        "{move} choose  Enter goes  e.g. 12, 二/三/12, 保障措施  {leave} back",
    ),
    "no_place": (
        "本文件没有这样的条号或标题，也没有这样的文件名。查找条款正文请用 Ctrl+F。",
        "This document has no such number or heading, and no document such a title. Ctrl+F searches the texts.",
    ),
    "clause": ("第 {number} 条", "clause {number}"),
    "clauses": ("{count} 条", "{count} clauses"),
    "kind_unfinished": ("未完成", "unfinished"),
    "kind_marked": ("存疑或有提问", "doubtful or with a question"),
    "kind_flagged": ("存疑", "doubtful"),
    "kind_question": ("有提问", "with a question"),
    "kind_note": ("有备注", "with a note"),
    "kind_doubt": ("切分没有把握", "doubtful cut"),
    "kind_proposed": ("有待定的修复", "with a repair to decide"),
    "kind_differs": ("与建议不同", "not as suggested"),
    "kind_skipped": ("已跳过", "skipped"),
    "kind_draft": ("草稿", "draft"),
    "at_kind": ("{kind}。> 再下一条，< 回原处。", "{kind}. > the next one, < back."),
    "looking": ("正在找，条款很多，要等一下…", "Looking; there are many clauses, it takes a while…"),
    "stop_looking": ("不找了", "give up"),
    "none_of_kind": ("没有这样的条款：{kind}。", "No clause is so: {kind}."),
    "no_other_of_kind": ("别处没有这样的条款：{kind}。", "No other clause is so: {kind}."),
    "document_gone": ("这份文件已停用。", "This document is no longer in use."),
    "no_way_back": ("前面没有跳转过。", "There was no jump to come back from."),
}
