"""What a document leaves open: one sentence each, as a question to its reader."""

WORDS: dict[str, tuple[str, str]] = {
    "no_unit": (
        "{duties} 条任务中 {count} 条没有写责任单位",
        "{count} of {duties} tasks name no responsible unit",
    ),
    "no_unit_at_all": ("{duties} 条任务都没有写责任单位", "None of {duties} tasks names a responsible unit"),
    "no_date": ("{duties} 条任务中 {count} 条没有写时限", "{count} of {duties} tasks have no date"),
    "no_date_at_all": ("{duties} 条任务都没有写时限", "None of {duties} tasks has a date"),
    "no_quantity": (
        "{duties} 条任务中 {count} 条没有数量目标",
        "{count} of {duties} tasks have no number to reach",
    ),
    "no_quantity_at_all": (
        "{duties} 条任务都没有数量目标",
        "None of {duties} tasks has a number to reach",
    ),
    "annex": ("附件“{name}”只列了名称，正文里没有", "The annex “{name}” is named and not there"),
    "number_gap": (
        "编号从 {before} 跳到“{marker}”（{text}），是否少了 {missing} 项？",
        "The numbers jump from {before} to “{marker}” ({text}); are {missing} missing?",
    ),
    "number_begins": (
        "编号从“{marker}”开始（{text}），前面是否少了 {missing} 项？",
        "The numbers begin at “{marker}” ({text}); are {missing} missing before it?",
    ),
    "number_twice": ("编号“{marker}”出现了两次（{text}）", "The number “{marker}” stands twice ({text})"),
    "number_restart": (
        "编号在 {before} 之后重新从“{marker}”开始（{text}），是否另起一节？",
        "After {before} the numbers begin again at “{marker}” ({text}); does a section begin?",
    ),
    "number_back": (
        "编号 {before} 之后是“{marker}”（{text}），次序是否有误？",
        "After {before} comes “{marker}” ({text}); is the order right?",
    ),
    "sum": (
        "第 {clause} 条写“{total}”{counted}，另 {parts} 处分项合计 {sum}，是否相符？",
        "Clause {clause} says “{total}” {counted}; {parts} parts elsewhere come to {sum}: is that meant?",
    ),
    "promise": (
        "文中说“{promise}”，“{noun}”下是 {found} 项，是否相符？",
        "It promises “{promise}”; there are {found} under “{noun}”: is that meant?",
    ),
    "title": ("待核对", "To look at"),
    "keys": (
        "{move} 选择  回车 到那一条，几条的逐条看  {leave} 返回",
        "{move} choose  Enter goes there, to several one by one  {leave} back",
    ),
    "reading": ("正在核对…", "Reading …"),
    "nothing": ("没有要核对的。", "There is nothing to look at."),
    "nowhere": ("这份文件没有条款，去不了。", "The document has no clause to go to."),
    "beside": ("（到相邻的第 {number} 条）", " (goes to clause {number} beside it)"),
    "no_clause": ("（没有可去的条款）", " (no clause to go to)"),
    "of_finding": (
        "待核对 {count} 条，逐条看；Esc 离开。",
        "{count} clauses to look at, one after the other; Esc leaves.",
    ),
    "clauses": ("第 {numbers} 条", "clauses {numbers}"),
    "more": ("{numbers} 等 {count}", "{numbers} … ({count})"),
    "line": ("    · {sentence}", "    · {sentence}"),
    "where": ("{sentence}：{clauses}", "{sentence}: {clauses}"),
    "short": (
        "    待核对：{what}；逐条见 annotator document",
        "    To look at: {what}; annotator document tells of each",
    ),
    "part": ("{what} {count}", "{what} {count}"),
    "of_unit": ("缺责任单位", "without unit"),
    "of_date": ("缺时限", "without date"),
    "of_quantity": ("缺数量", "without number"),
    "of_annex": ("缺附件", "annexes absent"),
    "of_number": ("编号可疑", "numbers out of order"),
    "of_sum": ("合计不符", "sums that differ"),
    "of_promise": ("项数不符", "counts that differ"),
}
