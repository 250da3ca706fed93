"""Words of the views of a release, and of what is asked of language models."""

WORDS: dict[str, tuple[str, str]] = {
    "unknown": (
        "没有叫“{name}”的数据视图；按现在的码表可用的是：all、{names}。",
        "There is no view called “{name}”; under this codebook there are: all, {names}.",
    ),
    "bad_status": (
        "没有叫“{name}”的状态；可用的是：{names}。",
        "There is no status called “{name}”; there are: {names}.",
    ),
    "bad_table": (
        "没有叫“{name}”的表；可用的是：{names}，或 none（不写表）。",
        "There is no table called “{name}”; there are: {names}, or none for no table.",
    ),
    "bad_tool": (
        "不会写“{name}”的格式；可用的是：all、{names}。",
        "The format of “{name}” is not known; there are: all, {names}.",
    ),
    "no_parquet": (
        "写 Parquet 要用 pyarrow，这里没有安装；请先运行 pip install 'annotator[parquet]'，或不加 --parquet。",
        "Parquet is written with pyarrow, which is not installed here; run pip install 'annotator[parquet]' first, or leave --parquet out.",
    ),
    "bad_place": (
        "提问模板“{name}”里的 {{{place}}} 没有内容可填；可用的是：{places}。",
        "The prompt “{name}” has a {{{place}}} that nothing fills; there are: {places}.",
    ),
    "no_text": (
        "提问模板“{name}”里没有条款原文；请在最后一部分写上 {{条款}} 或 {{text}}。",
        "The prompt “{name}” never gives the clause; write {{条款}} or {{text}} in its last part.",
    ),
    "two_rules": (
        "提问模板“{name}”里有不止一行 ---；只能有一行，上面是系统提示，下面是提问。",
        "The prompt “{name}” has more than one line ---; there may be one, the system's words above it, the question below.",
    ),
    "prompt_unreadable": (
        "读不了提问模板“{path}”：{reason}；请给出一个 UTF-8 文本文件。",
        "The prompt “{path}” cannot be read: {reason}; give a text file in UTF-8.",
    ),
    "prompt_no_text": (
        "提问模板“{path}”不是 UTF-8 文本；请另存为 UTF-8。",
        "The prompt “{path}” is no text in UTF-8; save it as UTF-8.",
    ),
    "about_unreadable": (
        "读不了说明“{path}”：{reason}；请给出一个 UTF-8 文本文件。",
        "What the card is to say, “{path}”, cannot be read: {reason}; give a text file in UTF-8.",
    ),
    "about_no_text": (
        "说明“{path}”不是 UTF-8 文本；请另存为 UTF-8。",
        "What the card is to say, “{path}”, is no text in UTF-8; save it as UTF-8.",
    ),
    # What language models are asked and answer
    "asked_single": ("选一个", "choose one"),
    "asked_multi": ("可选多个，第一个为主", "choose any, the main one first"),
    "asked_ordinal": ("从低到高选一级", "choose a level, lowest first"),
    "asked_entity": (
        '列出各单位，每个写成 {{"单位": 名称, "角色": 角色}}；角色为 {roles}',
        'list the units, each as {{"单位": name, "角色": role}}; the roles are {roles}',
    ),
    "asked_span": (
        '列出各处，每处写成 {{"原文": 文字}}，写明的再加：{attributes}',
        'list the places, each as {{"原文": words}}, with what is told of: {attributes}',
    ),
    "asked_date": ("写成 2027、2027-06 或 2027-06-30", "written as 2027, 2027-06 or 2027-06-30"),
    "asked_text": ("用文字写明", "in words"),
    "key_unit": ("单位", "unit"),
    "key_role": ("角色", "role"),
    "key_words": ("原文", "words"),
    "key_rationale": ("依据", "rationale"),
    "not_applicable": ("不适用", "does not apply"),
    # What the views are
    "view_canonical": ("全部条款、各项标注", "every clause, every label"),
    "view_classification": ("文本分类：{field}", "text classification: {field}"),
    "view_ner": ("实体识别：{field}（正文连同责任括注）", "units in the text and its bracket: {field}"),
    "view_priority": ("等级：{field}", "levels: {field}"),
    "view_relations": ("单位与职责，一行一个单位：{field}", "units and their duties, a unit a line: {field}"),
    "view_targets": ("片段及其各项：{field}", "spans with their attributes: {field}"),
    "view_sft": ("指令微调，对话形式", "tuning by instruction, as conversations"),
    "view_sft_rationale": ("指令微调，对话形式，先写依据", "the same, with the reason before the answer"),
    "view_sft_pc": ("指令微调，一问一答形式", "tuning by instruction, prompt and completion"),
    "view_sft_pc_rationale": (
        "指令微调，一问一答形式，先写依据",
        "the same, with the reason before the answer",
    ),
    "view_preference": (
        "偏好对：裁定结果，和标注者实际给出的不同答案",
        "pairs: what was decided, and what a reviewer answered otherwise",
    ),
    "view_eval": ("评测：只有裁定过的条款", "for measuring: decided clauses alone"),
    "view_raw": ("每人的标注，一行一份", "what each reviewer said, a review a line"),
    "view_agreement": (
        "算一致性用的长表：任务、标注者、判断",
        "the long table for agreement: task, worker, label",
    ),
    "views_heading": ("数据视图", "Views"),
    "views": (
        "每个视图一个文件夹，都能按名称读取；未列入的条款和原因见 manifest.json。",
        "A folder each, which loads by its name; manifest.json counts what is left out, by reason.",
    ),
    "counted": ("{what}（{view}）：{records} 行", "{what} ({view}): {records} lines"),
    "file": ("{what}：{path}", "{what}: {path}"),
    "dropped": ("    未写出 {number} 处：{reason}", "    left out of lines {number}: {reason}"),
}
