"""Words of the task ledger (任务台账): its sheets, what came back from an edited one, what could not be placed."""

WORDS: dict[str, tuple[str, str]] = {
    # The columns
    "number": ("序号", "No."),
    "task": ("工作任务", "Task"),
    "measures": ("具体举措", "Measures"),
    "targets": ("目标指标", "Targets"),
    "lead": ("牵头单位", "Lead"),
    "others": ("配合单位", "Participants"),
    "due": ("完成时限", "Due"),
    "progress": ("进展情况", "Progress"),
    "status": ("完成状态", "Status"),
    "updated": ("更新日期", "Updated"),
    "remark": ("备注", "Remarks"),
    "basis": ("依据", "Basis"),
    "source": ("出处", "Source"),
    "place": ("原文位置", "Place in the source"),
    "key": ("识别码（勿改）", "Row key (leave as it is)"),
    # Sheets and rows
    "sheet": ("任务台账", "Ledger"),
    "sheet_list": ("行清单", "Rows"),
    "title": ("{title}任务台账", "{title}: task ledger"),
    "title_unit": ("{title}任务清单（{unit}）", "{title}: tasks of {unit}"),
    "documents": ("{count} 份文件", "{count} documents"),
    "band_lead": ("牵头（{count} 项）", "Leads ({count})"),
    "band_others": ("配合（{count} 项）", "Takes part ({count})"),
    "band_of": ("{what} · {title}", "{what} · {title}"),
    "clause_number": ("第{number}条", "no. {number}"),
    "footer": ("第 &P 页，共 &N 页", "Page &P of &N"),
    "legend": (
        "（推定）文中没有写牵头，取列在首位的单位；（指定）文中没有写，由办文单位确定；（指导）指导、督办单位；（承上）时限写在上级标题或文件标题中。"
        "依据：裁定，已审，已填（尚未完成审核），分歧（尚未裁定），建议（程序识别，未经人工审核）。"
        "牵头单位、配合单位、完成时限、进展情况、完成状态、更新日期、备注可以填改，填好后用 annotator ledger 读回；请保留隐藏的列和表。",
        "(inferred): the text names no lead, the unit named first stands here; (assigned): not in the text, assigned by the "
        "office; (guides): guides or supervises; (from above): the date stands in a heading or the title. Basis: decided, "
        "reviewed, filled in (not finished), disputed, suggested (by the program, seen by nobody). Lead, participants, due, "
        "progress, status, updated and remarks may be changed and read back with annotator ledger; keep hidden columns and sheets.",
    ),
    "mark_inferred": ("（推定）", " (inferred)"),
    "mark_assigned": ("（指定）", " (assigned)"),
    "mark_guides": ("（指导）", " (guides)"),
    "mark_inherited": ("（承上）", " (from above)"),
    "basis_decided": ("裁定", "decided"),
    "basis_submitted": ("已审", "reviewed"),
    "basis_filled": ("已填", "filled in"),
    "basis_suggested": ("建议", "suggested"),
    "basis_conflict": ("分歧", "disputed"),
    "basis_both": ("单位{units}；指标{targets}", "units {units}; targets {targets}"),
    "status_waiting": ("未启动", "not begun"),
    "status_going": ("推进中", "under way"),
    "status_done": ("已完成", "done"),
    "status_late": ("滞后", "late"),
    "status_changed": ("调整", "changed"),
    "status_closed": ("销号", "closed"),
    "year": ("{year}年", "{year}年"),
    "month": ("{year}年{month}月", "{year}年{month}月"),
    "day": ("{year}年{month}月{day}日", "{year}年{month}月{day}日"),
    # Exporting
    "nothing": (
        "项目“{project}”里没有可列入台账的任务；请先用 annotator import 导入文件，或换一个 --where。",
        "There is no task in the project “{project}” for a ledger; bring documents in with annotator import, or give another --where.",
    ),
    # Reading back
    "unreadable": (
        "“{name}”不是可以读取的 .xlsx 文件；请在表格软件里另存为 .xlsx 再试。",
        "“{name}” is no .xlsx file that can be read; save it as .xlsx in the spreadsheet program and try again.",
    ),
    "too_large": (
        "“{name}”太大，不像台账；请只留台账的几张表再试。",
        "“{name}” is too large for a ledger; keep the sheets of the ledger alone and try again.",
    ),
    "no_ledger": (
        "“{name}”里没有台账的表头（工作任务、牵头单位、进展情况等）；请用 annotator export --ledger 导出的文件来填。",
        "“{name}” has no heads of a ledger (Task, Lead, Progress …); fill in a file made by annotator export --ledger.",
    ),
    "no_keys": (
        "“{name}”里没有识别码，认不出各行是哪一条：隐藏的“识别码”列可能被删掉了。请重新导出台账，把填写的内容贴过去再读。",
        "The rows of “{name}” have no keys: the hidden column “Row key” may have been deleted. Export the ledger again, copy what was "
        "filled in there, and read that.",
    ),
    "at": ("“{sheet}”第 {row} 行：{told}", "“{sheet}”, row {row}: {told}"),
    "several": ("，", ", "),
    "left_added": (
        "是新增的行（{words}），项目里没有这一条，未读入。",
        "a row that was added ({words}); the project has no such clause.",
    ),
    "left_bad_key": (
        "识别码被改动，认不出是哪一条（{words}），未读入。",
        "its key was changed, so that nobody can tell which clause it is ({words}).",
    ),
    "left_no_keys": (
        "这张表的“识别码”列不见了，整张表未读入。",
        "the column “Row key” is gone; nothing of the sheet was read.",
    ),
    "left_no_column": (
        "表头里没有“{words}”这一栏（删了，或改了名），这一栏未读入；请把栏名改回。",
        "there is no column “{words}” (taken out, or called otherwise); nothing of it was read. Give it its name again.",
    ),
    "left_unknown": (
        "项目的台账里现在没有这一条（{words}）：别的项目的，或已重新切分、改判、停用；未读入。",
        "the ledger of the project has no such row now ({words}): it is another project's, or was cut otherwise, is no task any more, or "
        "its document is out of use.",
    ),
    "left_deleted": (
        "“{sheet}”里删掉了一行（{words}），项目里没有改动。",
        "A row of “{sheet}” was deleted ({words}); nothing changes in the project.",
    ),
    "left_computed": (
        "“{column}”里是公式或错误值，未读入；请改成文字。",
        "“{column}” holds a formula or an error and was not read; write the words instead.",
    ),
    "left_text": (
        "“{column}”的文字有改动；原文不从台账改，未读入。",
        "the words of “{column}” were changed; a text is not changed from a ledger.",
    ),
    "left_targets": (
        "“{column}”有改动；指标要在审核界面里标在原文上，未读入。",
        "“{column}” was changed; targets are marked in the text, on the review screen.",
    ),
    "left_disagree": (
        "“{column}”在几处填得不一样（{told}），未读入；请改成一致。",
        "“{column}” differs between rows ({told}); make them the same.",
    ),
    "left_stale": (
        "“{column}”在导出后项目里已有改动：表里“{here}”，项目里“{now}”；未读入。",
        "“{column}” has changed in the project since the export: “{here}” here, “{now}” there.",
    ),
    "left_decided": (
        "责任单位已经裁定，不由台账改（表里“{here}”）；请由能裁定的人改。",
        "the units were decided and are not changed from a ledger (“{here}” here); let somebody who may decide do it.",
    ),
    "left_no_field": (
        "项目的码表没有责任单位一项，单位的改动未读入。",
        "the codebook of the project has no field for units.",
    ),
    "left_refused": ("单位的改动未读入：{reason}", "the units were not taken: {reason}"),
    # The screens
    "told": ("{column}：{words}", "{column}: {words}"),
    "here": ("台账：{told}", "Ledger: {told}"),
    "ask": ("台账写到哪个文件？", "Write the ledger to which file?"),
    "no_file": (
        "请写文件名，如 {example}。",
        "Type the name of a file, such as {example}.",
    ),
    "starting": ("正在写台账……", "Writing the ledger …"),
    "filled_in": (
        "填好以后，在命令行用 annotator ledger 读回。",
        "When it is filled in, annotator ledger reads it back.",
    ),
    # The commands
    "both": (
        "--ledger 只写台账一个文件，不写数据集文件夹“{out}”；请分两次导出。",
        "--ledger writes the ledger alone, not the folder “{out}”; export twice.",
    ),
    "for_folder": (
        "{option} 只用于导出数据集文件夹，不用于台账。",
        "{option} is for the folder of a dataset, not for a ledger.",
    ),
    "needs_ledger": ("{option} 要和 --ledger 一起写。", "{option} goes with --ledger."),
    "no_ending": (
        "台账的文件名要以 .xlsx 结尾，如“{path}.xlsx”。",
        "The file of a ledger must end in .xlsx, as in “{path}.xlsx”.",
    ),
    "exists": (
        "“{path}”已经有了，没有改动；请换一个名字，或加 --force 替换。里面填过的内容请先用 annotator ledger 读回。",
        "“{path}” is there already and was left alone; choose another name, or replace it with --force. Read back first what was filled "
        "in there, with annotator ledger.",
    ),
    "written": (
        "台账已写到“{path}”：{documents} 份文件，{tasks} 项任务。",
        "The ledger is in “{path}”: documents {documents}, tasks {tasks}.",
    ),
    "left_out": ("    未列入 {count} 条：{reason}", "    left out {count}: {reason}"),
    "discarded": ("裁定时弃用", "discarded"),
    "returned": (
        "读了 {rows} 行：台账内容新增或改动 {told} 处，责任单位 {units} 条；{same} 处项目里本已如此。",
        "Rows read: {rows}. New in the ledger: {told}; units changed: {units}; said already: {same}.",
    ),
    "returned_dry": (
        "读了 {rows} 行：台账内容将新增或改动 {told} 处，责任单位 {units} 条；{same} 处项目里本已如此。没有写入。",
        "Rows read: {rows}. To be stored in the ledger: {told}; units: {units}; said already: {same}. Nothing was stored.",
    ),
    "unresolved": (
        "单位“{name}”不在单位表中，照写的保留；可用 annotator units --add 新增。",
        "The unit “{name}” is not in the table and was kept as written; annotator units --add enters it.",
    ),
    "unplaced": ("没有读入的 {count} 处：", "Not placed: {count}"),
}
