"""What can be wrong with labels from other tools, and what was taken."""

WORDS: dict[str, tuple[str, str]] = {
    "no_text": (
        "第 {line} 行（条）：没有被标注的文字；请用工具的 JSONL 或 JSON 格式原样导出。",
        "Line (item) {line} has no text that was labelled; export from the tool as JSONL or JSON, as it is.",
    ),
    "no_review": (
        "第 {line} 行：其中的 reviews 不是本工具导出的样子。",
        "Line {line}: its reviews are not as this tool exports them.",
    ),
    "empty": (
        "第 {line} 行：没有标签；doccano 不区分看过而没有和没看过，未写入。",
        "Line {line} has no label; doccano does not tell looked at from not looked at, so nothing was taken.",
    ),
    "rejected": (
        "第 {line} 行：答为 reject，只说不对、没说对的，未写入。",
        "Line {line} was rejected, which says what is wrong and not what is right; nothing was taken.",
    ),
    "bad_range": (
        "第 {line} 行：{label} 不在这条文字里，或不止一个标签。",
        "Line {line}: {label} is no place in its text, or has more than one label.",
    ),
    "nobody": (
        "第 {line} 行：没有写明是谁标的（{name}）；请用 --by 指定，或用 --names {name}=姓名。",
        "Line {line} does not tell whose it is ({name}); give --by NAME, or --names {name}=NAME.",
    ),
    "other_text": (
        "第 {line} 行：条款 {clause} 的文字已经不同，标注未写入。",
        "Line {line}: the clause {clause} does not read so any more; its labels were not taken.",
    ),
    "no_clauses": (
        "第 {line} 行：项目里没有文字相同的条款。",
        "Line {line}: no clause of the project reads so.",
    ),
    "many_clauses": (
        "第 {line} 行：有 {count} 个条款文字相同，不知是哪一个。",
        "Line {line}: {count} clauses read so, and nothing tells which is meant.",
    ),
    "no_field": (
        "第 {line} 行：码表里没有“{label}”；请改成码的编号或名称，或用 --field 指明是哪一项。",
        "Line {line}: the codebook has no “{label}”; write a code's id or name, or name the field with --field.",
    ),
    "many_fields": (
        "第 {line} 行：“{label}”在 {names} 里都有；请用 --field 指明是哪一项。",
        "Line {line}: “{label}” is in {names}; tell which is meant with --field.",
    ),
    "bad_names": (
        "“{given}”看不懂；--names 写成 文件里的名字=姓名，多个用逗号分开。",
        "“{given}” means nothing; write --names as NAME IN THE FILE=PERSON, with commas.",
    ),
    "nothing": (
        "{count} 处标注一处也对不上，没有写入任何内容。第一处：{first}",
        "Of {count} annotations none could be placed, and nothing was stored. The first: {first}",
    ),
    "taken": (
        "读入 {read} 份标注，{placed} 份对上了条款，写入 {stored} 项，其余原已如此；{unplaced} 份没有对上。",
        "{read} annotations read, {placed} placed, {stored} events stored, the rest stood already; {unplaced} could not be placed.",
    ),
}
