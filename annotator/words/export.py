"""Words of the exports: what can go wrong, the table for people, the dataset card."""

WORDS: dict[str, tuple[str, str]] = {
    "done": (
        "已导出到“{out}”，内容和未列入的条款数见其中的 README.md 和 manifest.json。",
        "Exported to “{out}”; its README.md and manifest.json tell what is in it and what was left out.",
    ),
    "file_sheet": ("用 Excel 看：{path}", "for Excel: {path}"),
    "left_out": ("    未列入 {number} 条：{reason}", "    left out {number}: {reason}"),
    "reason_unreviewed": ("无人标注", "nobody labelled it"),
    "reason_draft": ("只有草稿", "only drafts"),
    "reason_skipped": ("已跳过", "skipped"),
    "reason_conflict": ("意见不一、尚未裁定", "reviewers differ and nobody has decided"),
    "reason_discarded": ("裁定时弃用", "discarded"),
    "reason_unset": ("该项未填", "the field is unset"),
    "reason_n/a": ("该项不适用", "the field does not apply"),
    "reason_none": ("文中未写明，没有可学的值", "nothing in the text, so no value to learn"),
    "reason_gold": ("已裁定，不在所要的状态里", "decided, which was not asked for"),
    "reason_silver": ("多人一致，不在所要的状态里", "several agree, which was not asked for"),
    "reason_single": ("只有一人完成，不在所要的状态里", "one reviewer, which was not asked for"),
    "reason_repeated": ("相同或相近的条款在另一部分里", "another part has the same text, or nearly"),
    "reason_undivided": ("所在文件还没有划分", "its document is not divided yet"),
    "reason_not_submitted": ("无人完成", "nobody finished it"),
    "reason_no_rationale": ("没有写明理由", "nobody wrote a reason"),
    "reason_nobody_differs": ("没有人答得与裁定不同", "nobody answered otherwise than was decided"),
    "reason_overlapping": ("与更长的一处重叠", "it overlaps a longer one"),
    "reason_white_space": ("只有空白", "white space alone"),
    "reason_no_label": ("没有标签的条款", "clauses without a label"),
    "reason_unfinished": ("未完成的标注", "unfinished reviews"),
    "reason_not_named_in_the_clause": (
        "本条正文和括注里没有它的文字",
        "no words of it are in the clause or its bracket",
    ),
    # What can go wrong
    "nothing": (
        "项目“{project}”里没有条款，没有可导出的内容；请先用 annotator import 导入文件。",
        "There is no clause in the project “{project}” and so nothing to export; bring documents in with annotator import.",
    ),
    "no_match": (
        "没有条款符合“{query}”，没有可导出的内容；可先用 annotator search 试一试。",
        "No clause meets “{query}” and so there is nothing to export; try it with annotator search first.",
    ),
    "other_codebook": (
        "项目里现在用的码表不是“{name}”第 {version} 版；请重新打开项目再导出。",
        "Version {version} of the codebook “{name}” is not the one in force in the project any more; open the project again and export.",
    ),
    "not_empty": (
        "“{path}”里已有内容，没有改动；请另选一个文件夹，或加 --force 用新的导出替换旧的。",
        "“{path}” is not empty and was left alone; choose another folder, or replace an old export with --force.",
    ),
    "not_empty_here": (
        "“{path}”里已有内容，没有改动；请另选一个文件夹。",
        "“{path}” is not empty and was left alone; choose another folder.",
    ),
    "not_a_release": (
        "“{path}”里有“{name}”，不是导出生成的，不能替换整个文件夹；请换一个文件夹，或先把它移走。",
        "“{path}” holds “{name}”, which no export made, so the folder cannot be replaced; choose another one, or move that away first.",
    ),
    "not_a_folder": (
        "“{path}”是文件，不能作为导出文件夹；请换一个名称。",
        "“{path}” is a file and cannot be the folder of an export; choose another name.",
    ),
    "disk": (
        "无法写入“{path}”：{reason}；请检查权限和磁盘空间，原有的导出没有改动。",
        "“{path}” cannot be written: {reason}; check permissions and space. What was exported before is unchanged.",
    ),
    "bad_time": (
        "“{time}”不是时间；请写成 2026-11-20T08:00:00Z，或自 1970 年起的秒数。",
        "“{time}” is no time; write 2026-11-20T08:00:00Z, or seconds since 1970.",
    ),
    "progress": ("    已写 {done} / {total} 条", "    {done} of {total} clauses written"),
    # The screen
    "folder": ("导出到哪个文件夹？", "Export to which folder?"),
    "keys_ready": ("回车 导出   Esc 返回", "Enter exports   Esc goes back"),
    "keys_running": ("Esc 停止", "Esc stops it"),
    "keys_done": ("回车、Esc 返回", "Enter, Esc go back"),
    "running": (
        "正在导出：{done}/{total} 条。全部写好后文件夹才会出现。",
        "Exporting: {done} of {total} clauses. The folder appears when all of it is written.",
    ),
    "starting": ("正在导出……", "Exporting …"),
    "stopped": ("已停止，没有留下任何文件。", "Stopped; nothing was left behind."),
    "no_folder": ("请写一个文件夹，如 {example}。", "Write a folder, such as {example}."),
    # The table for people
    "column_id": ("条款编号", "clause id"),
    "column_document": ("文件", "document"),
    "column_number": ("序号", "number"),
    "column_path": ("所在章节", "section"),
    "column_clause": ("条款", "clause"),
    "column_tail": ("责任括注", "unit bracket"),
    "column_status": ("标注状态", "status"),
    "column_reviewers": ("完成人数", "reviewers"),
    "column_flagged": ("存疑", "doubtful"),
    "column_question": ("提问", "question"),
    "column_note": ("备注", "note"),
    "column_layer": ("来源", "layer"),
    "column_reviewer": ("标注人", "reviewer"),
    "column_field": ("字段", "field"),
    "column_field_name": ("字段名称", "field name"),
    "column_answer": ("答案状态", "answer"),
    "column_order": ("次序", "order"),
    "column_value": ("值", "value"),
    "column_name": ("名称", "name"),
    "column_org_id": ("机构编号", "org_id"),
    "column_role": ("角色", "role"),
    "column_stated": ("文中写明", "stated"),
    "column_surface": ("原文", "words"),
    "column_source_start": ("原文起", "source start"),
    "column_source_end": ("原文止", "source end"),
    "layer_verdict": ("结论", "conclusion"),
    "layer_review": ("标注", "review"),
    "sheet_wide": ("条款", "clauses"),
    "sheet_long": ("标注", "labels"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "state_set": ("有值", "a value"),
    "state_none": ("文中未写明", "nothing in the text"),
    "state_unset": ("未填", "not answered"),
    "state_na": ("不适用", "does not apply"),
    "state_conflict": ("意见不一", "reviewers differ"),
    "status_gold": ("已裁定", "decided"),
    "status_silver": ("多人一致", "several agree"),
    "status_single": ("一人完成", "one reviewer"),
    "status_conflict": ("意见不一", "reviewers differ"),
    "status_discarded": ("已弃用", "discarded"),
    "status_skipped": ("已跳过", "skipped"),
    "status_submitted": ("已完成", "finished"),
    "status_untouched": ("未标注", "not labelled"),
    "status_draft": ("草稿", "draft"),
    "status_unreviewed": ("未标注", "not reviewed"),
    # The dataset card
    "title": ("政策条款标注数据集", "Labelled clauses of Chinese policy documents"),
    "chosen": (
        "本数据集只含符合查询 {query} 的条款；对标注的要求，有一位标注人满足即可。",
        "Only clauses that meet the query {query} are here; what it asks of labels holds for at least one reviewer.",
    ),
    "only_mine": (
        "有一轮标注正在进行：只导出了你自己的标注。",
        "A round is open: only your own labels were exported.",
    ),
    "of_one": (
        "导出时有一轮标注尚未结束：这里只有 {names} 本人的标注，没有别人的，也没有裁定结果。",
        "A round was open at the export: only the labels of {names} are here, nobody else's and none decided.",
    ),
    "about": (
        "{documents} 份政策文件，切分为 {clauses} 个条款，按码表“{codebook}”标注。每条记录都能追溯到原文的字符。",
        "{documents} policy documents, cut into {clauses} clauses, labelled under the codebook “{codebook}”. "
        "Every record can be traced to characters of its source.",
    ),
    "no_texts": (
        "这里没有文件原文：只有编号、偏移、校验值（`text_sha256`、`tail_sha256`）和标注。有同样文件的人先用 `annotator import` "
        "导入，再用 `annotator join 本文件夹 新文件夹` 拼回原文；对不上校验值的不写。很短的文字可由校验值猜出。",
        "The texts of the documents are not here: ids, offsets, hashes (`text_sha256`, `tail_sha256`) and labels are. Who "
        "has the documents brings them in with `annotator import` and joins them with `annotator join THIS_FOLDER "
        "NEW_FOLDER`; what does not fit its hash is not written. Very short texts can be guessed from their hashes.",
    ),
    "texts_joined": (
        "这份数据发布时不带文件原文；原文是后来拼回的，与校验值相符。原文的许可请自行核实。",
        "This was released without the texts of the documents, which were joined to it later and fit their hashes. The "
        "licence of the texts is for you to find out.",
    ),
    "about_heading": ("发布者的说明", "What its maker says"),
    "load_heading": ("读取", "Loading"),
    "load": (
        "离线即可读取；`canonical` 是默认配置，含全部条款。",
        "This works offline; `canonical` is the default configuration and holds every clause.",
    ),
    "view": (
        "`classification` 只含字段 `{field}` 已有定论的 {lines} 个条款（看过而没有类别的也在内，`labels` 为空）；"
        "其余 {excluded} 个及原因见 manifest.json。",
        "`classification` holds the {lines} clauses on which the field `{field}` is settled (a clause that was looked at "
        "and has no code is among them, with empty `labels`); manifest.json counts the other {excluded} by reason.",
    ),
    "no_view": (
        "没有 `classification` 配置：尚无条款在类别字段上有定论。",
        "There is no `classification` configuration: no clause is settled on a field of codes yet.",
    ),
    "documents_heading": ("文件", "Documents"),
    "documents": (
        "标题、文件名、校验值和元数据在 data/documents.jsonl；出现的机构在 data/organisations.jsonl，"
        "其中写明项目新增的（state）和后来并入它的编号（merged）；标注按并入后的机构写出。",
        "Titles, file names, hashes and metadata are in data/documents.jsonl, the organisations that occur in "
        "data/organisations.jsonl, which tells those that the project added (state) and the ids that were merged "
        "into one (merged); labels name what an organisation has become.",
    ),
    "codebook_heading": ("码表", "Codebook"),
    "codebook": (
        "“{codebook}”第 {version} 版，全文在 codebook.toml（SHA-256 {digest}）。各字段的状态数：",
        "“{codebook}”, version {version}; its text is codebook.toml (SHA-256 {digest}). The states of each field:",
    ),
    "codes": ("字段 `{field}` 的代码数：", "How often each code of the field `{field}` is set:"),
    "people_heading": ("标注者", "Who labelled"),
    "people": (
        "{people} 名标注者提交了 {reviews} 份标注。每人的标注都在 `reviews` 中；机器的建议只在 `suggestions` 中，不算标注。",
        "{people} reviewers submitted {reviews} reviews. All of them are in `reviews`; what programs proposed is in "
        "`suggestions` alone and is no label.",
    ),
    "status_heading": ("标注状态", "Status"),
    "means_gold": ("经人裁定，没有遗留分歧", "decided by a person, nothing left open"),
    "means_silver": ("两人以上提交，各字段一致", "two or more submitted reviews, the same in every field"),
    "means_single": ("一人提交", "one submitted review"),
    "means_conflict": (
        "提交者意见不一，尚未裁定；该字段为空",
        "submitted reviews differ and nobody has decided; the field is empty",
    ),
    "means_discarded": ("裁定时弃用；各字段为空", "decided to be left out; every field is empty"),
    "means_skipped": ("看过的人都跳过了", "left aside by everyone who looked at it"),
    "means_draft": ("有人开始，无人提交", "begun, not submitted"),
    "means_unreviewed": ("无人标注", "nobody labelled it"),
    "fields_heading": ("字段的读法", "Reading a record"),
    "states": (
        "`F_state` 为 `set`（有值）、`none`（看过，文中未写明）、`unset`（未填）、`n/a`（按码表不适用）、"
        "`conflict`（意见不一）；只有 `set` 时 `F` 有值。",
        "`F_state` is `set`, `none` (looked at: nothing applies), `unset` (not answered), `n/a` (the codebook's rule "
        "makes it not apply) or `conflict`; only where it is `set` does `F` hold a value.",
    ),
    "offsets": (
        "位置按 Unicode 码点计，含起不含止：`start`、`end` 在本记录的 `text` 或 `tail` 中（见 `where`），"
        "`source_start`、`source_end` 和 `anchor` 在读取所得的原文中。`seq` 从 0 起，clauses.csv 的序号从 1 起。",
        "Offsets are Unicode code points, half open: `start` and `end` are in the record's own `text` or `tail` (see "
        "`where`), `source_start`, `source_end` and `anchor` in the source text as it was read. `seq` counts from 0, "
        "the number in clauses.csv from 1.",
    ),
    "primary": (
        "多选字段的第一个代码是主要的。`votes` 按码表次序计票，`n_reviews` 是答了该字段的人数。",
        "The first code of a `multi` field is the primary one. `votes` counts in the order of the codebook, out of the "
        "`n_reviews` who answered the field.",
    ),
    "evidence": (
        "`evidence` 是标注者为某个字段的答案标出的原文（机构和片段字段的出处在各自的值里）；记录一级的 `evidence` "
        "只取与该记录的标签一致的已提交标注。片段的属性在 `attributes` 中，数值已乘出万、亿。",
        "`evidence` holds the words that reviewers marked for the answer to a field (units and spans have their places in "
        "their values); that of the record is from the submitted reviews which say what its labels say. What is told of a "
        "span stands in `attributes`, numbers in full (万 and 亿 multiplied out).",
    ),
    "licence_heading": ("许可", "Licence"),
    "licence_labels": ("标注的许可：{licence}。", "The labels are licensed under {licence}."),
    "licence_labels_open": (
        "标注的许可由发布者说明。",
        "The licence of the labels is for the publisher to state.",
    ),
    "licence_texts": (
        "文件原文的许可：{licence}。",
        "The texts of the documents are licensed under {licence}.",
    ),
    "licence_texts_none": (
        "文件原文不由发布者许可：公文本身是否受著作权保护，以及转载网站的要求，请自行核实。",
        "The texts of the documents are not the publisher's to license: whether official documents are protected, "
        "and what the sites that carry them ask for, is for you to find out.",
    ),
    "licence_texts_open": (
        "文件原文的许可不由本工具说明：请向发布机关或转载网站核实。",
        "The licence of the texts is not this tool's to state: ask the issuing bodies and the sites that carry them.",
    ),
    "gaps_heading": ("已知不足", "Known gaps"),
    "no_splits": (
        "尚未划分训练集和测试集，全部在 `train` 中；划分时请以文件（`doc_id`）为单位，以免泄漏。",
        "Nothing is split yet: everything stands in `train`. Split by document (`doc_id`), or texts leak.",
    ),
    "repeats": (
        "有 {groups} 组条款文字相同或相近（转载、前后稿、套话），列在 data/repeats.jsonl，一组一行；划分时同组放在一边。",
        "{groups} groups of clauses read alike (reprints, drafts, set phrases): data/repeats.jsonl has them, a group a "
        "line. In a split the clauses of a group belong on one side.",
    ),
    "no_agreement": (
        "没有一致性系数；可用 annotator agreement 计算。",
        "There are no coefficients of agreement here; annotator agreement computes them.",
    ),
    "told_names": (
        "标注者以项目中的名字写出；公开前请改用代号。",
        "Reviewers go by their names in the project; use pseudonyms before publishing.",
    ),
    "told_pseudonym": (
        "标注者以代号（r-…）写出，由项目的密钥算出，同一人在本项目的各次导出中代号相同。",
        "Reviewers go by pseudonyms (r-…), made with a key of the project: a person has the same one in each of its "
        "releases.",
    ),
    "told_fresh": (
        "标注者以代号（r-…）写出，只用于这一次导出，与别的导出对不上。",
        "Reviewers go by pseudonyms (r-…) of this release alone, which no other release has.",
    ),
    "times_day": (
        "时间只写到天（UTC 零时）；用时（`seconds`）不写。",
        "Times are told to the day (its beginning in UTC); the time spent (`seconds`) is not told.",
    ),
    "times_none": ("时间和用时（`seconds`）不写。", "Neither times nor the time spent (`seconds`) are told."),
    "notes_kept": (
        "提问、备注和理由照项目原样写出；公开前请检查。",
        "Questions, notes and reasons are as they stand in the project; look through them before publishing.",
    ),
    "notes_dropped": ("提问、备注和理由没有列入。", "Questions, notes and reasons are left out."),
    "masked": (
        "原文中的电话、邮箱、身份证号和“联系人”后的姓名由程序找出，以等长的 × 遮盖，偏移不变；处数见 manifest.json，难免有漏。",
        "Telephones, e-mail addresses, identity numbers and names behind 联系人 were found by a program and covered by "
        "as many ×, so that offsets stay; manifest.json counts them, and some may have been missed.",
    ),
    "repairs": (
        "`text` 和 `tail` 是修复断行、残留符号后的文字，不一定与原文逐字相同。",
        "`text` and `tail` are repaired (broken lines, residues) and need not be the source letter by letter.",
    ),
    "kind_single": ("单选", "single"),
    "kind_multi": ("多选", "multi"),
    "kind_ordinal": ("等级", "ordinal"),
    "kind_entity": ("机构", "entity"),
    "kind_span": ("片段", "span"),
    "kind_date": ("日期", "date"),
    "kind_text": ("文字", "text"),
}
