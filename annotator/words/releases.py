"""Words of releases read again: what is wrong with one, what came back of one, how two differ."""

WORDS: dict[str, tuple[str, str]] = {
    "part": (
        "完整发布包含整个项目，不能只取一部分；请去掉 --where，或不加 --full。",
        "A full release holds the whole project and no part of it; leave out --where, or --full.",
    ),
    "verify_alone": (
        "{option} 用于导出，不和 --verify 一起写；核对只需 annotator export OUT --verify。",
        "{option} is for an export, not for --verify; annotator export OUT --verify is all that a check takes.",
    ),
    "none": (
        "“{path}”不是导出的发布（读不到其中的 manifest.json：{reason}）；请给出 annotator export 写成的文件夹。",
        "“{path}” is no release (its manifest.json cannot be read: {reason}); give a folder that annotator export wrote.",
    ),
    "bad_manifest": (
        "“{path}”里的 manifest.json 读不懂，已被改动或不完整；请重新导出，或换一份完好的。",
        "The manifest.json in “{path}” cannot be understood, it was altered or cut short; export again, or take a sound copy.",
    ),
    "not_full": (
        "“{path}”里没有原文和记录，不能恢复成项目；请用 annotator export --full 导出的发布。",
        "“{path}” has neither texts nor a log, so no project can be made of it; take a release of annotator export --full.",
    ),
    "exists": (
        "“{path}”已经存在，没有恢复；请用 --project 另写一个文件名，之后可用 annotator merge 合并。",
        "“{path}” exists already and was left alone; name another file with --project, annotator merge can bring both together.",
    ),
    "altered": (
        "“{path}”与导出时不同，没有恢复：{fault}请换一份完好的。",
        "“{path}” is not as it was exported and was not restored: {fault} Take a sound copy.",
    ),
    "unsound": (
        "“{path}”的内容前后不符，没有恢复：{fault}请换一份完好的。",
        "What “{path}” holds does not fit together and was not restored: {fault} Take a sound copy.",
    ),
    "refused": (
        "“{path}”里有项目不能接受的内容（{reason}），没有恢复；请换一份完好的。",
        "“{path}” holds what no project can take ({reason}) and was not restored; take a sound copy.",
    ),
    "no_text": (
        "“{path}”不是 UTF-8 文本，没有恢复；请换一份完好的发布。",
        "“{path}” is no text in UTF-8, nothing was restored; take a sound release.",
    ),
    "unreadable": (
        "读不了“{path}”：{reason}；请换一份完好的发布。",
        "“{path}” cannot be read: {reason}; take a sound release.",
    ),
    "restored": (
        "已用 {path} 恢复项目 {project}：{document} 份文件，{event} 条记录。",
        "Made the project {project} of {path}: documents {document}, events {event}.",
    ),
    # What is found in a file
    "finding": ("{place}：{fault}", "{place}: {fault}"),
    "file_missing": ("文件不在了。", "The file is missing."),
    "file_size": (
        "大小与清单不符，文件被改动或不完整。",
        "The size is not that of the manifest: altered, or cut short.",
    ),
    "file_hash": (
        "内容与清单中的 SHA-256 不符，文件被改动。",
        "The content does not have the manifest's SHA-256: it was altered.",
    ),
    "file_unreadable": (
        "文件读不了，或不在发布的文件夹里。",
        "The file cannot be read, or lies outside the folder.",
    ),
    "file_unknown": ("清单里没有这个文件。", "The manifest knows no such file."),
    "sums": ("这一行与清单不符。", "The line is not what the manifest says."),
    "line_long": ("这一行太长。", "The line is too long."),
    "line_json": ("这一行不是 UTF-8 的 JSON。", "The line is no JSON in UTF-8."),
    "line_spelt": (
        "这一行的写法不是导出的写法（有重复的键、多余的空格，或缺换行）。",
        "The line is not spelt as an export spells it (a key twice, spaces, no line feed).",
    ),
    "misfit_type": ("“{at}”的类型不对。", "“{at}” has the wrong type."),
    "misfit_choice": ("“{at}”的值不在允许的值里。", "“{at}” has a value that it cannot have."),
    "misfit_pattern": ("“{at}”的写法不对。", "“{at}” is spelt wrongly."),
    "misfit_missing": ("缺少“{at}”。", "“{at}” is missing."),
    "misfit_extra": ("多出“{at}”。", "“{at}” does not belong there."),
    "misfit_order": ("“{at}”的次序不对。", "“{at}” is out of order."),
    "misfit_unset": ("“{at}”写明有值，却是空的。", "“{at}” is said to have a value and is empty."),
    "misfit_empty": ("“{at}”有值，却写明没有。", "“{at}” has a value and is said to have none."),
    "so_many": (
        "这个文件的问题太多，以下不再核对。",
        "There are so many faults in this file that the rest was not read.",
    ),
    "broken_off": ("从这里起读不下去：{reason}", "From here on it cannot be read: {reason}"),
    "lines": ("清单说有 {said} 行，实有 {found} 行。", "The manifest says {said} lines; there are {found}."),
    "schema": (
        "不是导出写的 JSON Schema，其数据无法核对。",
        "This is no JSON Schema of an export, so its data were not checked.",
    ),
    "bad_codebook": (
        "码表读不懂，票数和计数无法核对。",
        "The codebook cannot be understood, so votes and counts were not checked.",
    ),
    "no_project": ("不能恢复成项目：{reason}", "No project can be made of it: {reason}"),
    "order": (
        "次序与 canonical 不同，或 canonical 里没有这一条。",
        "Not in the order of canonical, or not in it at all.",
    ),
    "manifest": ("清单里缺少计数，无法核对。", "The manifest lacks counts, so they were not checked."),
    "record_order": ("条款的次序不对。", "The clauses are out of order."),
    "record_hash": ("“{at}”与它所指的内容不符。", "“{at}” is not the hash of what it stands for."),
    "record_other": ("“{at}”与发布的其他文件不一致。", "“{at}” is not what other files of the release say."),
    "record_place": ("“{at}”的起止与原文文字不符。", "“{at}” does not cut its surface from the text."),
    "record_votes": ("“{at}”与各人的标注不符。", "“{at}” is not what the reviews say."),
    "record_source": ("“{at}”与原文不符。", "“{at}” is not what the source says."),
    "record_sides": ("{at} 同时在划分的两边。", "{at} is on both sides of a split."),
    "record_alike": (
        "与 {at} 读来相同的条款在划分的另一边。",
        "A clause that reads like {at} is on the other side of a split.",
    ),
    "record_beside": (
        "“{at}”与这一条在 canonical 里的不同。",
        "“{at}” is not what canonical says of this clause.",
    ),
    "counts": ("“{at}”写的是 {said}，实为 {found}。", "“{at}” says {said}; it is {found}."),
    "checked": ("完好：“{path}”全部核对一致。", "Sound: everything in “{path}” checks out."),
    "faulty": (
        "“{path}”有 {count} 处问题；请不要使用，重新导出或换一份完好的。",
        "“{path}” has {count} faults; do not use it, export again or take a sound copy.",
    ),
    # How two differ
    "no_records": (
        "“{path}”里没有 canonical 或 documents，无法比较；请用带这一视图的发布。",
        "“{path}” has no canonical view, or no documents, to be compared; take a release that has.",
    ),
    "no_codebook": (
        "“{path}”里的码表读不懂，无法比较；详情见 annotator export --verify。",
        "The codebook in “{path}” cannot be understood, so nothing was compared; annotator export --verify tells more.",
    ),
    "unreadable_line": (
        "“{path}”有一行读不懂，无法比较：{fault}",
        "“{path}” has a line that cannot be read, and the rest was not compared: {fault}",
    ),
    "diff_where": ("{document} 第 {number} 条（{id}）", "{document}, clause {number} ({id})"),
    "diff_codebook": ("码表 {name}：{how}", "codebook {name}: {how}"),
    "how_new": ("新增", "new"),
    "how_gone": ("删去", "gone"),
    "how_meaning": ("含义改变", "another meaning"),
    "how_words": ("只改措辞", "other words"),
    "diff_document_added": ("新增文件 {document}（{doc_id}）", "document added: {document} ({doc_id})"),
    "diff_document_removed": ("减少文件 {document}（{doc_id}）", "document gone: {document} ({doc_id})"),
    "diff_document_split": (
        "文件 {document}（{doc_id}）的划分：{before} → {after}",
        "document {document} ({doc_id}): split {before} → {after}",
    ),
    "diff_added": ("新增 {where}：{after}", "added {where}: {after}"),
    "diff_removed": ("减少 {where}：{before}", "gone {where}: {before}"),
    "diff_text": ("{where} 文字：{before} → {after}", "{where} text: {before} → {after}"),
    "diff_status": ("{where} 状态：{before} → {after}", "{where} status: {before} → {after}"),
    "diff_split": ("{where} 划分：{before} → {after}", "{where} split: {before} → {after}"),
    "diff_label": ("{where} {field}：{before} → {after}", "{where} {field}: {before} → {after}"),
    "diff_none": (
        "两份发布的条款、标签、状态、划分和码表都相同。",
        "Clauses, labels, statuses, splits and codebook are the same.",
    ),
    "diff_sum": ("合计：", "In all:"),
    "diff_sum_codebook": ("码表改动 {count} 处", "changes of the codebook: {count}"),
    "diff_sum_document_added": ("新增文件 {count} 份", "documents added: {count}"),
    "diff_sum_document_removed": ("减少文件 {count} 份", "documents gone: {count}"),
    "diff_sum_document_split": ("文件换了划分 {count} 份", "documents in another split: {count}"),
    "diff_sum_clause_added": ("新增条款 {count} 条", "clauses added: {count}"),
    "diff_sum_clause_removed": ("减少条款 {count} 条", "clauses gone: {count}"),
    "diff_sum_text": ("文字改动 {count} 条", "texts changed: {count}"),
    "diff_sum_status": ("状态改变 {count} 条", "statuses changed: {count}"),
    "diff_sum_split": ("单独换了划分 {count} 条", "clauses in another split than their documents: {count}"),
    "diff_sum_label": ("标签改变 {count} 处", "labels changed: {count}"),
}
