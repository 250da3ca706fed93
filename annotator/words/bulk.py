"""Words of labelling many clauses at once."""

WORDS: dict[str, tuple[str, str]] = {
    "which": ("把本条的哪一项用于其他条款？", "Which answer of this clause is for others?"),
    "where": ("{answer} → 用于哪些条款？", "{answer} → for which clauses?"),
    "keys": (
        "{move} 选择  回车 确定  可输入条号范围，如 3-12  {leave} 返回",
        "{move} choose  Enter takes  or type numbers, such as 3-12  {leave} back",
    ),
    "all": ("已填的全部 {count} 项", "all {count} answers"),
    "section": ("本节：{name}", "this section: {name}"),
    "document": ("本文件全部", "the whole document"),
    "range": ("第 {first}–{last} 条", "clauses {first}–{last}"),
    "no_range": (
        "不是这份文件的条号范围；本文件有第 1–{count} 条，可输入如 3-12。",
        "No range of this document, which has clauses 1–{count}; type one such as 3-12.",
    ),
    "queue": ("查找结果“{name}”", "search result “{name}”"),
    "open": ("只填还空着的 {count} 条（共 {all} 条）", "fills {count} that are open (of {all})"),
    "over": ("{count} 条全改，已填的也改", "changes {count}, answered ones too"),
    "none": ("没有可填的（共 {all} 条）", "nothing open (of {all})"),
    "counting": ("正在数…（共 {all} 条）", "counting… (of {all})"),
    "not_counted": ("还在数，数好了才能填；稍等再按。", "Still counting; wait a moment and press it again."),
    "working": ("正在填 {count} 条…", "Labelling {count} clauses…"),
    "nothing": (
        "本条还没有可以推广的标签；先给本条填好，再按 {pressed}。",
        "This clause has no label to spread yet; answer it first, then press {pressed}.",
    ),
    "done": (
        "已填 {count} 条；{pressed} 一次全部撤销。",
        "{count} clauses labelled; one {pressed} takes all back.",
    ),
    "done_all_drafts": (
        "已填 {count} 条，都是草稿，逐条完成后才会导出；{pressed} 一次全部撤销。",
        "{count} labelled, drafts until finished, exports skip them; {pressed} takes all back.",
    ),
    "done_drafts": (
        "已填 {count} 条，其中 {drafts} 条是草稿，逐条完成后才会导出；{pressed} 一次全部撤销。",
        "{count} labelled, {drafts} are drafts, which exports skip; {pressed} takes all back.",
    ),
    "repeated": ("已照上一条填好。", "Answered as the clause before."),
    "nothing_to_repeat": (
        "没有可以照抄的：上一条没有本条还缺的标签。",
        "Nothing to repeat: the clause before has no label that is open here.",
    ),
}
