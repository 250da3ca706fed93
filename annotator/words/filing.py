"""What can be wrong with a file of labels or suggestions."""

WORDS: dict[str, tuple[str, str]] = {
    "not_utf8": (
        "“{path}”不是 UTF-8 编码；请另存为 UTF-8 后再导入。",
        "“{path}” is not UTF-8; save it as UTF-8 and try again.",
    ),
    "not_json": (
        "“{path}”第 {line} 行不是 JSON 对象；每行应是一个 {{…}}，没有任何标签被写入。",
        "Line {line} of “{path}” is no JSON object; each line must be one {{…}}. Nothing was stored.",
    ),
    "no_clause": (
        "第 {line} 行：项目里没有条款“{clause}”；没有任何标签被写入。",
        "Line {line}: the project has no clause “{clause}”. Nothing was stored.",
    ),
    "no_document": (
        "第 {line} 行：项目里没有文件“{doc}”；请写 clause，或写 doc（编号或文件名）与 seq。没有任何标签被写入。",
        "Line {line}: the project has no document “{doc}”; give clause, or doc (id or file name) with seq. Nothing was stored.",
    ),
    "same_name": (
        "第 {line} 行：项目里有 {count} 个文件叫“{doc}”；请改写它的编号（doc-…）。没有任何标签被写入。",
        "Line {line}: {count} documents of the project are called “{doc}”; give its id (doc-…) instead. Nothing was stored.",
    ),
    "no_seq": (
        "第 {line} 行：“{doc}”没有第 {seq} 条；seq 从 0 到 {most}。没有任何标签被写入。",
        "Line {line}: “{doc}” has no clause {seq}; seq goes from 0 to {most}. Nothing was stored.",
    ),
    "no_field": (
        "第 {line} 行：码表里没有“{field}”这一项；可用的有 {allowed}。没有任何标签被写入。",
        "Line {line}: the codebook has no field “{field}”; it has {allowed}. Nothing was stored.",
    ),
    "unknown_key": (
        "第 {line} 行：不认识“{word}”；一行里可以写 {allowed}，完成一条写 state。没有任何内容被写入。",
        "Line {line}: “{word}” means nothing; a line may have {allowed}, and state finishes a clause. Nothing was stored.",
    ),
    "unknown_key_suggested": (
        "第 {line} 行：不认识“{word}”；一行里可以写 {allowed}。没有任何建议被写入。",
        "Line {line}: “{word}” means nothing; a line may have {allowed}. Nothing was stored.",
    ),
    "no_value": (
        "第 {line} 行没有写明 value；要收回标签请写 null。没有任何标签被写入。",
        "Line {line} has no value; to take a label back write null. Nothing was stored.",
    ),
    "both": (
        "第 {line} 行既有 field 又有 state；请分成两行。没有任何标签被写入。",
        "Line {line} has both field and state; make two lines of it. Nothing was stored.",
    ),
    "bad_value": (
        "第 {line} 行：{reason} 没有任何标签被写入。",
        "Line {line}: {reason} Nothing was stored.",
    ),
    "bad_state": (
        "第 {line} 行：state 只能是 submitted、skipped 或 null，不是“{state}”。没有任何标签被写入。",
        "Line {line}: state is submitted, skipped or null, not “{state}”. Nothing was stored.",
    ),
    "no_suggestion": (
        "第 {line} 行没有给出 value；建议必须有值，“文中未写明”写 []。没有任何建议被写入。",
        "Line {line} has no value; a suggestion needs one, [] says that the text states nothing. Nothing was stored.",
    ),
    "no_reviewer": (
        "第 {line} 行没有写明 reviewer；请补上标注人。没有任何标签被写入。",
        "Line {line} names no reviewer; add one. Nothing was stored.",
    ),
    "blind": (
        "第 {line} 行是“{reviewer}”的标注，而“{round}”还在进行，其间只能写入自己的；请由其本人或{who}写入。没有任何标签被写入。",
        "Line {line} is the work of “{reviewer}”, and the round “{round}” is open: until it is closed one's own is taken alone. Have it stored by them or by: {who}. Nothing was stored.",
    ),
    "no_source": (
        "第 {line} 行没有写明 source（不能是 import 或 codebook）；请补上建议的来源。没有任何建议被写入。",
        "Line {line} names no source (other than import and codebook); add one. Nothing was stored.",
    ),
    "bad_score": (
        "第 {line} 行：score 应在 0 到 1 之间，不是“{score}”。没有任何建议被写入。",
        "Line {line}: score is between 0 and 1, not “{score}”. Nothing was stored.",
    ),
    "labelled": (
        "读入 {lines} 行，写入 {stored} 项；其余原已如此。",
        "{lines} lines read, {stored} events stored; the rest stood already.",
    ),
    "unresolved": (
        "单位表中没有“{name}”（{count} 处，首见于第 {line} 行），已照写存入；若是笔误，改正后再导入一次。",
        "No unit is called “{name}” ({count} times, first in line {line}); it was stored as written. Where it is a slip, correct the file and take it in again.",
    ),
    "unresolved_near": (
        "单位表中没有“{name}”（{count} 处，首见于第 {line} 行），已照写存入；最接近的是“{near}”，若是笔误，改正后再导入一次。",
        "No unit is called “{name}” ({count} times, first in line {line}); it was stored as written. “{near}” is the likest: where it is a slip, correct the file and take it in again.",
    ),
    "suggested": ("写入 {suggestions} 条建议。", "{suggestions} suggestions stored."),
}
