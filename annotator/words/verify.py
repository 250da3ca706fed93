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
    "in_file": ("文件“{file}”", "the file “{file}”"),
    "in_document": ("文件“{file}”（《{title}》）", "the file “{file}” (“{title}”)"),
    "in_clause": ("{document}第 {number} 条", "clause {number} of {document}"),
    "event": (
        "{reviewer} 对{subject}的记录（{id}）与编号不符，已被改动。",
        "What {reviewer} recorded of {subject} ({id}) is not what its id says: it was altered.",
    ),
    "work": ("{name} 在 {at} UTC 前后的工作", "the work of {name} about {at} UTC"),
    "gap": (
        "{work}缺第 {first} 至 {last} 条记录。",
        "Events {first} to {last} are missing in {work}.",
    ),
    "left_out": (
        "文件声明{work}的第 {first} 至 {last} 条记录不在这里，其实有其中的记录。",
        "The file says that events {first} to {last} are missing in {work}, and has some of them.",
    ),
    "lost": ("日志中有 {count} 条记录被删除。", "{count} events were deleted from the log."),
    "chain": (
        "{work}的第 {seq} 条记录与前一条接不上。",
        "Event {seq} in {work} does not follow the one before it.",
    ),
    "present": (
        "{subject}的“{what}”（{owner}）与日志推出的不同。",
        "“{what}” of {subject} ({owner}) is not what the log says.",
    ),
    "identity": (
        "名字“{alias}”归谁，与日志推出的不同。",
        "Whose name “{alias}” is, is not what the log says.",
    ),
    "source": (
        "{document}的原文与校验值不符，已被改动（{digest:.12}…）。",
        "The source of {document} is not what its hash says: it was altered ({digest:.12}…).",
    ),
    "codebook": ("码表 {digest} 的内容与校验值不符。", "Codebook {digest} is not what its hash says."),
    "document": (
        "{document}的编号 {id} 与其校验值不符。",
        "The id {id} of {document} is not that of its hash.",
    ),
    "cut": (
        "{document}现用的切分 {cutting} 不在项目里。",
        "The cutting {cutting} in force for {document} is not in the project.",
    ),
    "cutting": (
        "{document}的切分 {cutting}：段落或修复与编号不符，已被改动。",
        "Cutting {cutting} of {document}: its segments or repairs are not what its id says, they were altered.",
    ),
    "order": (
        "{document}的切分 {cutting}：第 {seq} 段的序号或上级标题不对。",
        "Cutting {cutting} of {document}: segment {seq} has a wrong number or heading.",
    ),
    "repair_said": (
        "{document}：有人对第 {range} 字处修复的说法与原文不符。",
        "{document}: what somebody said of the repair of characters {range} is not about what stands there.",
    ),
    "repair_unsaid": (
        "{document}：第 {start} 字处有一处人工修复，记录里却没有人这样改过。",
        "{document}: character {start} was repaired by a person, and the log knows nobody who did.",
    ),
    "repair_lost": (
        "{document}：第 {range} 字处的修复与同一步记下的不一样。",
        "{document}: the repair of characters {range} is not what was recorded with this cutting.",
    ),
    "edit": (
        "{document}的切分 {cutting}：第 {start} 字处的修复与原文不符。",
        "Cutting {cutting} of {document}: the repair at character {start} does not match the source.",
    ),
    "partition": (
        "{document}的切分 {cutting}：第 {seq} 段处没有完整覆盖原文。",
        "Cutting {cutting} of {document} does not cover the source at segment {seq}.",
    ),
    "clause": (
        "{document}第 {seq} 段：条款编号 {clause} 与其范围不符。",
        "Segment {seq} of {document}: the clause id {clause} is not that of its range.",
    ),
    "text": (
        "{document}的切分 {cutting}：第 {seq} 段的文字与其范围不符。",
        "Cutting {cutting} of {document}: the text of segment {seq} is not what its range says.",
    ),
    "folded": (
        "{document}的切分 {cutting}：第 {seq} 段供查找用的副本与其文字不符；查找可能漏掉它。",
        "Cutting {cutting} of {document}: the copy of segment {seq} that searches read is not what its text says; they may miss it.",
    ),
    "bigrams": (
        "供查找用的索引第 {volume} 卷与条款的文字不符；查找可能漏掉条款。",
        "Volume {volume} of the index that searches read is not what the clauses say; they may miss some.",
    ),
    "repeats": (
        "记录的相同条款与条款的文字不符；“另见”可能有误。",
        "Which clauses are said to read alike is not what their texts say.",
    ),
}
