"""Words of a codebook as a spreadsheet: its sheets, their columns, what is chosen in them. Each is understood in
either language, and as the codebook's file has it.
"""

WORDS: dict[str, tuple[str, str]] = {
    "sheet_book": ("码表", "Codebook"),
    "sheet_fields": ("字段", "Fields"),
    "sheet_codes": ("代码", "Codes"),
    "sheet_attributes": ("属性", "Attributes"),
    "name": ("代号", "Name"),
    "version": ("版本", "Version"),
    "parent": ("上一版", "Parent"),
    "field": ("字段", "Field"),
    "attribute": ("属性", "Attribute"),
    "id": ("代号", "Id"),
    "kind": ("类型", "Kind"),
    "scope": ("用于", "Asked of"),
    "zh": ("中文名", "Chinese name"),
    "en": ("英文名", "English name"),
    "min": ("最少", "At least"),
    "max": ("最多", "At most"),
    "applies_to": ("仅当", "Only where"),
    "tie_break": ("取舍规则", "Tie-break"),
    "help": ("提示", "Help"),
    "key": ("按键", "Key"),
    "value": ("级别", "Level"),
    "definition": ("定义", "Definition"),
    "include": ("包括", "Include"),
    "exclude": ("不包括", "Exclude"),
    "examples": ("例句（一行一例）", "Examples (one a line)"),
    "cues": ("提示词（一行一个）", "Key terms (one a line)"),
    "kind_single": ("单选", "one choice"),
    "kind_multi": ("多选", "several choices"),
    "kind_ordinal": ("分级", "levels"),
    "kind_entity": ("单位", "units"),
    "kind_span": ("标记", "marked words"),
    "kind_date": ("日期", "date"),
    "kind_text": ("文字", "text"),
    "kind_number": ("数值", "number"),
    "kind_choice": ("选项", "choice"),
    "scope_clause": ("条款", "clauses"),
    "scope_document": ("文件", "documents"),
    "about": (
        "改好后：annotator codebook check 文件 检查，annotator codebook use 文件 启用。"
        "改定义、包括、不包括、取舍规则，就是改了意义，已标的条款要复查；改名称、按键、例句、提示词不用。",
        "When done: annotator codebook check FILE, then annotator codebook use FILE. A change of definition, "
        "include, exclude or tie-break is one of meaning, after which labels are checked again; names, keys, "
        "examples and key terms change freely.",
    ),
    "about_codes": (
        "一行一个代码，先后就是屏幕上的次序。代号用小写英文字母，启用后不要改；下级代码写作 上级.下级。",
        "One code a row, in the order of the screen. An id is of lower-case letters and stays as it is; a code "
        "under another is written above.below.",
    ),
    "fault": (
        "码表“{name}”的“{sheet}”表第 {line} 行：{sentence}",
        "Codebook “{name}”, sheet “{sheet}”, row {line}: {sentence}",
    ),
    "faults": (
        "码表“{name}”的“{sheet}”表第 {line} 行：{sentence}（另有 {more} 处，用 annotator codebook check 查看全部。）",
        "Codebook “{name}”, sheet “{sheet}”, row {line}: {sentence} ({more} more; annotator codebook check lists "
        "them all.)",
    ),
    "problem": ("{path}：{sheet} 第 {line} 行：{sentence}", "{path}: {sheet}, row {line}: {sentence}"),
    "unreadable": (
        "“{name}”不是能读的 XLSX 文件；请用表格软件另存为 .xlsx，不要加密码。",
        "“{name}” cannot be read as XLSX; save it as .xlsx with your spreadsheet program, without a password.",
    ),
    "too_large": (
        "“{name}”太大，不像一份码表；请删去多余的行和图片。",
        "“{name}” is too large for a codebook; take away rows and pictures that do not belong to it.",
    ),
    "no_sheet": (
        "没有“{sheet}”这张表；可先用 annotator codebook write 写出一份，照样子填。",
        "There is no sheet “{sheet}”; write one with annotator codebook write, and fill in that.",
    ),
    "no_column": (
        "缺少“{column}”一列；请把列名写在第一行。",
        "The column “{column}” is missing; put its name in the first row.",
    ),
    "unknown_column": (
        "不认识的列“{column}”；请删去，或改用：{allowed}。",
        "Unknown column “{column}”; remove it, or use one of: {allowed}.",
    ),
    "no_such_field": (
        "“字段”表里没有“{field}”；请先在那里写上。",
        "There is no “{field}” in the sheet of fields; write it there first.",
    ),
    "no_such_attribute": (
        "“属性”表里没有“{attribute}”；请先在那里写上。",
        "There is no “{attribute}” in the sheet of attributes; write it there first.",
    ),
}
