"""The query language: the names of its keys and values, and what is wrong with a query.

The names stand with commas between them; each of them can be typed.
"""

WORDS: dict[str, tuple[str, str]] = {
    "comma": ("、", ", "),
    "key_state": ("状态", "state"),
    "key_doc": ("文件、文档", "doc, document"),
    "key_path": ("章节、路径", "path, section"),
    "key_flag": ("存疑", "flag"),
    "key_question": ("提问", "question"),
    "key_note": ("备注", "note"),
    "key_doubt": ("切分存疑", "doubt"),
    "key_proposed": ("待定修复", "proposed"),
    "key_repaired": ("修复、有修复", "repaired"),
    "key_differs": ("不同于建议", "differs"),
    "key_suggested": ("建议", "suggested"),
    "key_decided": ("已裁定", "decided"),
    "key_returned": ("退回", "returned"),
    "key_repeat": ("重复、相同", "repeat, twice"),
    "key_reviewer": ("标注人、审核人", "reviewer"),
    "state_untouched": ("未开始", "untouched"),
    "state_draft": ("草稿", "draft"),
    "state_submitted": ("已完成、完成", "submitted, finished"),
    "state_skipped": ("已跳过、跳过", "skipped"),
    "state_unfinished": ("未完成", "unfinished"),
    "answer_none": ("文中未写明、无", "none, nothing in the text"),
    "answer_unset": ("未填", "unset"),
    "answer_na": ("不适用", "n/a, does not apply"),
    "answer_any": ("有、已填", "any, set"),
    "said_yes": ("是、有", "yes, y"),
    "said_no": ("否、无、没有", "no, n"),
    # What is wrong with a query; the hint is one of the first two
    "near": ("是不是“{near}”？", "Did you mean “{near}”?"),
    "known": ("可用的有：{known}。", "There are: {known}."),
    "no_or": (
        "查询里的多个词都要有，还不能写“{typed}”；一个条件的几个值可用逗号隔开，要查这个词本身请加引号。",
        "All words of a query must be there and “{typed}” means nothing; commas part values of one key, quotes make it a word.",
    ),
    "unknown_key": (
        "没有“{word}”这个查询条件。{hint}要查的就是“{typed}”这几个字时，请加引号。",
        "A query knows nothing called “{word}”. {hint} To find the words “{typed}” themselves, put them into quotes.",
    ),
    "unknown_value": (
        "“{term}”没有“{word}”这个值。{hint}",
        "“{term}” cannot be “{word}”. {hint}",
    ),
    "several": (
        "“{word}”可以指：{found}；请写全。",
        "“{word}” can mean: {found}; write it in full.",
    ),
    "no_value": (
        "“{typed}”后面没有写要查什么；请补上，中间不要空格。",
        "Nothing stands behind “{typed}”; write what to look for right behind it, without a blank.",
    ),
    "not_ordered": (
        "“{term}”没有高低之分，不能用“{comparison}”；请用冒号。",
        "“{term}” has no order, so “{comparison}” means nothing; use a colon.",
    ),
    "one_value": (
        "“{typed}”只能与一个值比较；请去掉逗号。",
        "“{typed}” compares with one value only; leave out the comma.",
    ),
    "not_a_number": (
        "“{word}”不是数；请写 0 到 1 之间的数，如 doubt>=0.5。",
        "“{word}” is no number; write one between 0 and 1, as in doubt>=0.5.",
    ),
    "yes_or_no": ("“{typed}”只能是“是”或“否”。", "“{typed}” can only be yes or no."),
    "one_reviewer": (
        "“{typed}”不行：一次只能看一个人的标注；请只写一个名字，不加减号。",
        "“{typed}” will not do: a query looks at the labels of one person; give one name, without a minus.",
    ),
    "decided_blind": (
        "“{round}”还没有结束，现在不能按裁定查找；请去掉这个条件。",
        "“{round}” is still open, and what was decided cannot be asked for now; leave that out.",
    ),
    "other_reviewer": (
        "这里只能查自己的标注，不能看“{name}”的；请去掉这个条件。",
        "Only your own labels can be searched here, not those of “{name}”; leave that out.",
    ),
    "no_reviewer": (
        "项目里没有叫“{name}”的人；annotator reviewers 可查。",
        "Nobody in the project is called “{name}”; annotator reviewers lists everyone.",
    ),
    "too_long": (
        "查询里有 {count} 个词和值，最多 {most} 个；请分几次查。",
        "The query has {count} words and values, {most} at most; ask in parts.",
    ),
    "broken": (
        "查询的第 {place} 个字不是完整的字符；请重新输入。",
        "Character {place} of the query is no whole character; type it again.",
    ),
}
