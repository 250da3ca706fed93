"""Cutting by hand."""

WORDS: dict[str, tuple[str, str]] = {
    "not_yours": (
        "只有负责人（{owners}）能拆分或合并条款；请用“提问”写明想怎样切。",
        "Only the owner ({owners}) splits and merges clauses; ask with the question key how it should be cut.",
    ),
    "cut_meanwhile": (
        "“{title}”刚被重新切分或停用，这一步没有保存；请重新打开文件再试。",
        "“{title}” was cut otherwise or taken out of use meanwhile and nothing was saved; open it again and retry.",
    ),
    "one_clause": ("合并要选两条以上。", "Choose at least two clauses to merge."),
    "something_between": (
        "中间隔着标题、附件或其他段落，不能合并；只能合并紧挨着的条款。",
        "A heading or another paragraph stands between; only clauses next to each other can be merged.",
    ),
    "other_heading": (
        "这些条款不在同一标题下，不能合并。",
        "These clauses stand under different headings and cannot be merged.",
    ),
    "nothing_left": (
        "切在这里会留下空的一条；请把切点移到文字中间。",
        "A cut here would leave an empty clause; choose a place inside the text.",
    ),
    "in_repair": (
        "切点在一处修复的中间，不能切开；请移到它的前面或后面。",
        "The place is in the middle of a repair; choose one before or behind it.",
    ),
    "in_units": (
        "切点在责任单位的中间，不能切开；请移到它的前面或后面。",
        "The place is in the middle of the responsible units; choose one before or behind them.",
    ),
    "title": ("拆在：…{before} | {after}…", "split at: …{before} | {after}…"),
    "place": ("{number}/{count} 处", "place {number} of {count}"),
    "key_split": ("拆开", "split"),
    "key_merge": ("与上一条合并", "merge with the one before"),
    "key_ask_split": ("请负责人拆开", "ask the lead to split"),
    "key_ask_merge": ("请负责人合并", "ask the lead to merge"),
    "key_place": ("换一处", "place"),
    "key_character": ("按字移", "by characters"),
    "ask_owner": (
        "只有负责人（{owners}）能拆分合并；选好位置按 {pressed}，写进给负责人的提问。",
        "Only the owner ({owners}) cuts clauses; choose a place, and {pressed} asks for it.",
    ),
    "asked_split": ("请在此拆成两条：…{before} | {after}…", "Please split here: …{before} | {after}…"),
    "asked_merge": ("请把{first}与{last}合并。", "Please merge {first} and {last}."),
    "asked": ("已写进给负责人的提问；Ctrl+Z 撤销。", "Asked the lead; Ctrl+Z takes it back."),
    "named": ("第 {number} 条“{words}…”", "clause {number} “{words}…”"),
    "sure": (
        "{first}与{last}合并为一条？再按一次 {pressed}。",
        "Merge {first} and {last}? Press {pressed} again.",
    ),
    "split": ("已拆开，这是前一条；Ctrl+Z 撤销。", "Split; this is the first part. Ctrl+Z takes it back."),
    "merged": ("已合并为第 {number} 条；Ctrl+Z 撤销。", "Merged into clause {number}; Ctrl+Z takes it back."),
    "first": ("前面没有可合并的条款。", "There is no clause before it."),
    "former": (
        "原条款的标签：{labels}  按 {pressed} 沿用",
        "Labels of the former clause: {labels}  {pressed} takes them over",
    ),
    "former_value": ("{field} {value}", "{field}: {value}"),
    "carried": ("已沿用原条款的标签；Ctrl+Z 撤销。", "Taken over; Ctrl+Z takes that back."),
    "nothing_former": (
        "这一条没有可沿用的原标签。",
        "No labels of a former clause can be taken over here.",
    ),
}
