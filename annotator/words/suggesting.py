"""Words of `annotator suggest`, and of rejected suggestions."""

WORDS: dict[str, tuple[str, str]] = {
    "owed": (
        "{documents} 份文件的建议还没有生成，而现在不能写入项目，查不全；请先对可以写入的项目运行 annotator suggest --codebook。",
        "The suggestions for {documents} documents are not made yet, and nothing can be written now, so that a search would miss them; run annotator suggest --codebook on the project where it can be written.",
    ),
    "codebook_changed": (
        "码表刚被别人换过，这次的修改没有启用；请退出后重新打开项目，在新的码表上再改。",
        "Somebody has just put another codebook in force, and this one was not; open the project again and revise that.",
    ),
    "one_thing": (
        "请给出一个建议文件，或只用一个选项：--codebook、--hold-back、--report、--rejected、--restore。",
        "Give a file of suggestions, or one option: --codebook, --hold-back, --report, --rejected, --restore.",
    ),
    "seed_alone": (
        "--seed 要与 --hold-back 同用；请一并写明比例。",
        "--seed goes with --hold-back; give the share too.",
    ),
    "bad_share": (
        "“{share}”不是比例；请写成 20% 或 0.2，0 表示不再留出。",
        "“{share}” is no share; write 20% or 0.2, and 0 to hold back nothing.",
    ),
    "option_codebook": (
        "按码表的提示词重新计算全部建议。",
        "Make the suggestions of the codebook's key terms anew.",
    ),
    "option_hold_back": (
        "留出这一比例的条款不显示建议（如 20%），用来衡量建议的影响；0 为停止。",
        "Show no suggestion for this share of the clauses (20%, say), to measure anchoring; 0 stops it.",
    ),
    "option_seed": ("抽取留出条款的种子数。", "The seed that draws the clauses held back."),
    "option_report": (
        "比较看到建议与未看到建议时，标注与建议相同的比例。",
        "Compare how often labels equal the suggestion, seen and held back.",
    ),
    "option_rejected": ("列出我要求不再建议的内容。", "List what I asked not to be suggested again."),
    "option_restore": ("让这一内容恢复建议。", "Let this be suggested again."),
    "progress": ("    已算 {done} / {total} 条", "    {done} of {total} clauses done"),
    "renewed": (
        "按码表的提示词给出 {count} 条建议，替换了原有的。",
        "{count} suggestions from the codebook's key terms, in place of those before.",
    ),
    "held_back": (
        "从现在起，每人约 {share} 的条款不显示建议（种子 {seed}）。",
        "From now on about {share} of each reviewer's clauses show no suggestion (seed {seed}).",
    ),
    "held_same": ("本已如此，没有改动。", "It stands so already, nothing changed."),
    "held_stopped": (
        "不再留出，全部条款都显示建议。",
        "Nothing is held back any more; every clause shows its suggestions.",
    ),
    "nothing_to_compare": (
        "“{path}”里还没有可比较的标注；请先用 --hold-back 留出一部分，再在界面上标注。",
        "“{path}” has no labels to compare yet; hold back a share with --hold-back, then label on the screens.",
    ),
    "everyone": ("全部", "all"),
    "column_field": ("项目", "field"),
    "column_reviewer": ("标注人", "reviewer"),
    "column_shown": ("看到建议时相同", "same, seen"),
    "column_held": ("未看到时相同", "same, held back"),
    "column_difference": ("差", "difference"),
    "share": ("{same}/{n}（{percent}）", "{same}/{n} ({percent})"),
    "points": ("{points} 个百分点", "{points} points"),
    "report_foot": (
        "相同：与项目现有的最佳建议相同。看到时高出许多，说明标注可能受了建议的影响。",
        "Same: as the best suggestion that the project has now. Much more where it was seen means that suggestions may draw labels to themselves.",
    ),
    "nothing_rejected": ("没有要求不再建议的内容。", "Nothing is kept from being suggested."),
    "restored": (
        "已恢复 {count} 项，又会建议“{item}”。",
        "{count} taken back; “{item}” can be suggested again.",
    ),
    "not_rejected": (
        "没有要求过不再建议“{item}”；annotator suggest --rejected 可列出。",
        "“{item}” was never kept from being suggested; annotator suggest --rejected lists what is.",
    ),
    "no_item": (
        "“{item}”不是“{field}”可以退回的建议；请给出代码，或单位在文中的字样。",
        "“{item}” is nothing that can be rejected in “{field}”; give a code, or the words of a unit.",
    ),
    "clause_gone": (
        "这一条已不在用，不能按全文件退回；请只在本条或全项目退回。",
        "The clause is no longer in use, so its document cannot be named; reject for the clause or the project.",
    ),
    "in_clause": ("本条", "clause"),
    "in_document": ("全文件", "document"),
    "in_project": ("全项目", "project"),
    "rejected": ("不再建议 {field}：{item}", "not to be suggested: {field}: {item}"),
    "rejected_item": ("{field}：{item}", "{field}: {item}"),
    "which": ("“{field}”不再建议哪一项？", "Suggest which of “{field}” no more?"),
    "where": ("不再建议“{item}”：用于哪里？", "Suggest “{item}” no more: where?"),
    "only_clause": ("这一条", "this clause"),
    "only_document": ("本文件", "this document"),
    "only_project": ("整个项目", "the whole project"),
    "gone": (
        "不再建议“{item}”（{where}）；Ctrl+Z 撤销。",
        "“{item}” is suggested no more ({where}); Ctrl+Z takes that back.",
    ),
    "nothing_here": (
        "当前项这里没有可退回的建议。",
        "Nothing is suggested here that could be rejected.",
    ),
}
