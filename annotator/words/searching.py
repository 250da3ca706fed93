"""Words of the search on the screen. The examples are queries and can be chosen."""

WORDS: dict[str, tuple[str, str]] = {
    "title": ("查找与筛选", "Search and filter"),
    "looking": ("查找与筛选 · 正在找，已有 {count} 条", "Search and filter · looking, {count} so far"),
    "found": ("查找与筛选 · 共 {count} 条", "Search and filter · {count} found"),
    "settling": (
        "查找与筛选 · 先算建议，已算 {done}/{total} 条；算过的下次不再算",
        "Search and filter · making suggestions first, {done} of {total}; they are kept",
    ),
    "settling_told": (
        "先算建议：已算 {done}/{total} 条；Ctrl+C 停下，算过的下次不再算",
        "Making suggestions first: {done} of {total} clauses; Ctrl+C stops, what is made is kept",
    ),
    "finishing": (
        "查找与筛选 · 找完就开始，已有 {count} 条",
        "Search and filter · begins when all are found, {count} so far",
    ),
    "nothing": ("没有符合的条款。", "No clause is found."),
    "keys": (
        "回车 逐条处理  {save} 存为常用  {move} 选择  {leave} 返回",
        "Enter works through them  {save} saves  {move} choose  {leave} back",
    ),
    "keys_empty": (
        "输入要找的字，或选一行按回车  {drop} 删去已存的  {leave} 返回",
        "Type what to find, or choose a line  {drop} drops a saved one  {leave} back",
    ),
    "saved": ("已存", "saved"),
    "asked": ("用过", "asked"),
    "example": ("例", "e.g."),
    "started": (
        "找到 {count} 条：PgDn、PgUp 逐条看，Esc 离开查找。",
        "{count} clauses: PgDn and PgUp step through them, Esc leaves.",
    ),
    "number": ("第 {number} 条", "{number}"),
    "save_as": ("给查询“{text}”起个名字", "A name for the query “{text}”"),
    "saved_as": ("已存为“{name}”。", "Saved as “{name}”."),
    "dropped": ("已删去“{name}”。", "“{name}” is gone."),
    "save": ("存为“{name}”", "save as “{name}”"),
    "replace": ("替换“{name}”", "replace “{name}”"),
    "example_words": ("充电桩", "充电桩"),
    "example_words_about": (
        "文中的字，繁简体都找；多个词用空格隔开",
        "words in either script, with blanks between",
    ),
    "example_phrase": ("“人工 智能” -试点", "“人工 智能” -试点"),
    "example_phrase_about": ("引号里连空格一起找；减号：不含", "quotes keep blanks; a minus leaves out"),
    "example_state": ("状态:未完成", "state:unfinished"),
    "example_state_about": ("或 未开始、草稿、已完成、已跳过", "or untouched, draft, submitted, skipped"),
    "example_flag": ("存疑:是", "flag:yes"),
    "example_flag_about": (
        "也有 提问:有、备注:有、不同于建议:是",
        "also question:yes, note:yes, differs:yes",
    ),
    "example_suggested": ("建议:数据局", "suggested:数据局"),
    "example_suggested_about": (
        "有这样的建议，标没标都算；单位、代码、项目都行",
        "suggested so, labelled or not: a unit, a code, a field",
    ),
    "example_doc": ("文件:重庆", "doc:重庆"),
    "example_doc_about": ("文件名里有这些字", "documents with these words in the title"),
    "example_path": ("章节:二/三", "path:二/三"),
    "example_path_about": ("在这一节里；也可写标题的字", "in that section; or words of a heading"),
    "example_doubt": ("切分存疑>=0.3", "doubt>=0.3"),
    "example_doubt_about": ("切分没有把握的条款", "clauses whose cut is not sure"),
    "example_proposed": ("待定修复:有", "proposed:yes"),
    "example_proposed_about": ("有修复要人来定的条款", "clauses with a repair that waits for a person"),
    "example_code_about": (
        "{field}是这一项；:未填 是还没填",
        "{field}: this answer; :unset for none yet",
    ),
    "example_order_about": ("{field}在这一级以上", "{field}: this level or above"),
    "example_unit_about": (
        "单位名里有这些字；@牵头 限定角色",
        "units with these words; @lead limits the role",
    ),
}
