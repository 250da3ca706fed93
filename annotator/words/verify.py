"""What `annotator verify` finds."""

WORDS: dict[str, tuple[str, str]] = {
    "pages": ("数据库页面有损坏：{answer}。", "The database's pages are damaged: {answer}."),
    "schema": (
        "文件里缺少“{name}”，它的保护不完整。",
        "The file lacks “{name}” and is not protected as it should be.",
    ),
    "reference": (
        "表 {table} 第 {row} 行指向 {parent} 中不存在的行。",
        "Row {row} of table {table} points to a row of {parent} that is not there.",
    ),
    "event": (
        "记录 {id}（{reviewer}）的内容与编号不符，已被改动。",
        "Event {id} ({reviewer}) is not what its id says: it was altered.",
    ),
    "gap": ("运行 {run} 缺第 {first} 至 {last} 条记录。", "Run {run} lacks events {first} to {last}."),
    "lost": ("日志中有 {count} 条记录被删除。", "{count} events were deleted from the log."),
    "chain": (
        "运行 {run} 的第 {seq} 条记录与前一条接不上。",
        "Event {seq} of run {run} does not follow the one before it.",
    ),
    "present": (
        "{subject} 的“{what}”（{owner}）与日志推出的不同。",
        "“{what}” of {subject} ({owner}) is not what the log says.",
    ),
    "source": ("原文 {digest} 的内容与校验值不符。", "Source {digest} is not what its hash says."),
    "codebook": ("码表 {digest} 的内容与校验值不符。", "Codebook {digest} is not what its hash says."),
    "document": (
        "文件 {document} 的编号与其校验值不符。",
        "The id of document {document} is not that of its hash.",
    ),
    "cut": (
        "文件 {document} 现用的切分 {cutting} 不在项目里。",
        "The cutting {cutting} in force for document {document} is not in the project.",
    ),
    "cutting": (
        "切分 {cutting} 的段落或修复与编号不符，已被改动。",
        "The segments or repairs of cutting {cutting} are not what its id says: they were altered.",
    ),
    "order": (
        "切分 {cutting} 第 {seq} 段的序号或上级标题不对。",
        "Segment {seq} of cutting {cutting} has a wrong number or heading.",
    ),
    "edit": (
        "切分 {cutting} 在第 {start} 字处的修复与原文不符。",
        "The repair at character {start} of cutting {cutting} does not match its source.",
    ),
    "partition": (
        "切分 {cutting} 在第 {seq} 段处没有完整覆盖原文。",
        "Cutting {cutting} does not cover its source at segment {seq}.",
    ),
    "clause": ("条款 {clause} 的编号与其范围不符。", "Clause {clause} is not what its id says."),
    "text": (
        "切分 {cutting} 第 {seq} 段的文字与其范围不符。",
        "The text of segment {seq} of cutting {cutting} is not what its range says.",
    ),
    "folded": (
        "切分 {cutting} 第 {seq} 段供查找用的副本与其文字不符；查找可能漏掉它。",
        "The copy of segment {seq} of cutting {cutting} that searches read is not what its text says; they may miss it.",
    ),
    "bigrams": (
        "供查找用的索引第 {volume} 卷与条款的文字不符；查找可能漏掉条款。",
        "Volume {volume} of the index that searches read is not what the clauses say; they may miss some.",
    ),
}
