"""Words of the command line."""

WORDS: dict[str, tuple[str, str]] = {
    "help_annotator": (
        "逐条审核、标注中文政策文件。不带命令时打开当前文件夹里的项目 annotator.db。",
        "Review and annotate Chinese policy documents, clause by clause. Without a command, opens the project annotator.db of this folder.",
    ),
    "commands": ("命令", "Commands"),
    "error": ("错误：{message}", "Error: {message}"),
    "stopped": ("已中断；此前保存的都在。", "Stopped; everything stored before is there."),
    "cannot_print": (
        "读写失败：{reason}；请检查输出位置和磁盘空间。",
        "Reading or writing failed: {reason}; check where the output goes and the room on the disk.",
    ),
    "unexpected": (
        "程序出错（{kind}：{reason}）；已保存的都在。请设 ANNOTATOR_DEBUG=1 再运行一次，并把输出报告给开发者。",
        "The program failed ({kind}: {reason}); what was stored is there. Run it again with ANNOTATOR_DEBUG=1 and report the output.",
    ),
    "memory": (
        "内存不足，没有做完；请关闭其他程序或分批处理。",
        "There is not enough memory; close other programs or do it in parts.",
    ),
    "help_assign": (
        "分派一轮标注，或列出、结束、重开（限负责人、监督）。",
        "Assign a round of labelling; list, close, reopen rounds (owner, supervisor).",
    ),
    "help_demo": (
        "用五份样例文件建立试用项目并打开。",
        "Build a project of five sample documents and open it.",
    ),
    "help_import": (
        "导入文件或文件夹：读取、修复、切分、识别单位。",
        "Import files or folders: read, repair, cut, find the units.",
    ),
    "help_segment": ("只切分一个文件并输出，不建项目。", "Cut one file and print its segments; no project."),
    "help_recut": ("用新版重新切分：先比较，再启用，沿用标签。", "Cut anew as this version cuts."),
    "help_repair": (
        "列出待定的修复；某一条的：采用、还原或改读。",
        "Repairs that wait; accept, take back or write one.",
    ),
    "help_retire": (
        "停用一份文件（或用 --back 恢复）；标注保留。",
        "Take a document out of use (or --back); its labels stay.",
    ),
    "help_document": (
        "查看、更正文件信息（发文机关、文号、日期等），列出待核对处。",
        "What is known of documents (issuer, number, date …), to be put right; what they leave open.",
    ),
    "retired": (
        "已停用“{name}”；标注仍在记录里，annotator retire --back 可恢复。",
        "“{name}” is out of use; its labels stay in the log, annotator retire --back brings it back.",
    ),
    "brought_back": ("已恢复“{name}”。", "“{name}” is in use again."),
    "retired_same": ("“{name}”本已如此，没有改动。", "“{name}” stands so already, nothing changed."),
    "help_label": (
        "从文件写入标签：逐行写的，或别的工具导出的。",
        "Take labels from a file: lines, or what other tools export.",
    ),
    "help_suggest": (
        "建议：取自模型预测文件或码表；留出对照、不再建议。",
        "Suggestions: from a model's file, from the codebook, held back.",
    ),
    "help_status": ("文件与各人进度。", "Documents and everyone's progress."),
    "help_search": (
        "按文字和标注查找条款。",
        "Find clauses by words and labels.",
    ),
    "help_log": (
        "全部操作记录，可按条款、文件或人查。",
        "Everything that happened, by clause, document or person.",
    ),
    "help_merge": (
        "把别人的项目文件、记录文件并入本项目。",
        "Merge project files and event files into this project.",
    ),
    "help_bundle": (
        "为一个人另建项目文件，只含其可见的内容。",
        "Make a project file with only what a reviewer may see.",
    ),
    "help_hand-in": (
        "交出自己的全部标注，供负责人合并。",
        "Hand in all your work, for the lead to merge.",
    ),
    "help_verify": ("核对项目文件是否完好。", "Check that the project file is sound."),
    "help_backup": ("备份项目，不影响他人工作。", "Copy the project while others work."),
    "help_restore": (
        "用备份或完整发布恢复项目，原文件保留。",
        "Bring back a copy or full release; keep what was there.",
    ),
    "help_report": (
        "一致性报告：能看的网页、全部数字和交叉表。",
        "A report: a page to look at, all figures, cross-tables.",
    ),
    "help_codebook": ("查看、检查、更换码表。", "Show, check and change the codebook."),
    "help_codebook_check": (
        "检查码表文件，指出每处错误的行号。",
        "Name every fault of a codebook file with its line.",
    ),
    "help_codebook_show": (
        "显示项目的码表，或随附的码表（default、instruments）。",
        "Show the project's codebook, or a shipped one (default, instruments).",
    ),
    "help_codebook_use": (
        "启用一份码表文件，或随附的码表。",
        "Put a codebook file, or a shipped one, in force.",
    ),
    "help_codebook_write": (
        "写出码表，供表格软件（.xlsx）或文本编辑器修改。",
        "Write the codebook for a spreadsheet (.xlsx) or a text editor.",
    ),
    "codebook_written": (
        "已写出 {path}。改好后：annotator codebook use {path}",
        "{path} is written. When it is changed: annotator codebook use {path}",
    ),
    "help_units": ("文件中出现的责任单位。", "The units named in the documents."),
    "help_keys": (
        "审阅界面的全部命令和按键，以及改按键的文件。",
        "Keys of the review screen, and the file that changes them.",
    ),
    "help_preferences": (
        "查看、更改个人设置：语言、我是谁、配色等。",
        "Your language, name, colours: show and change.",
    ),
    "help_preferences_set": (
        "设一项；不写值则取消这一项。",
        "Set one; without a value, forget it.",
    ),
    "help_reviewers": (
        "项目中的人员、角色和别名。",
        "The people of the project, their roles and aliases.",
    ),
    "help_reviewers_add": ("先把人加进来，再由其本人进入。", "Enter a person before they come."),
    "help_reviewers_role": (
        "改一个人的角色，代替原来的（只有负责人可以）。",
        "Give a person these roles in the place of those before (the owner only).",
    ),
    "help_reviewers_alias": (
        "把几个名字并为一个人，用第一个名字（只有负责人可以）；记录不变，随时可以分开。",
        "Make several names one person's, the first one given (the owner only); the log stays as it is, and "
        "they can be parted at any time.",
    ),
    "help_agreement": ("比较各人标注的一致性。", "Measure how far reviewers agree."),
    "help_adjudicate": ("裁定分歧；查看要裁定的；反馈给各人。", "Decide where reviewers differ; tell them."),
    "help_export": (
        "导出数据集文件夹：JSONL、CSV、数据说明；或任务台账。",
        "Export a dataset (JSONL, CSV, a card), or a task ledger.",
    ),
    "help_ledger": (
        "读回填好的任务台账：进展、备注、单位的改动。",
        "Read a filled-in ledger back: progress, remarks, units.",
    ),
    "help_export_diff": (
        "比较两份发布：增减、改动的条款，标签、状态、划分和码表的不同。",
        "Tell two releases apart: clauses, texts, labels, statuses, splits, codebook.",
    ),
    "help_join": (
        "把项目里的原文拼回一份不带原文的数据。",
        "Join texts to labels that were released without.",
    ),
    "bad_reviewer": (
        "名字“{name}”不能用；请用 --reviewer 给出由可见字符组成的名字。",
        "“{name}” cannot be a reviewer's name; give one of visible characters with --reviewer.",
    ),
    "no_wal": (
        "“{path}”所在的文件夹不支持多进程同时读写（常见于网络盘）；可以使用，但请勿多人同时打开。",
        "The folder of “{path}” does not let several programs work at once (often a network drive); use it, but one at a time.",
    ),
    "no_terminal": (
        "打开“{path}”的界面需要终端；请在终端里运行，或用 annotator status 查看。",
        "The screens of “{path}” need a terminal; run this in one, or look with annotator status.",
    ),
    "projects_here": ("这个文件夹里的项目：{names}。", " Projects in this folder: {names}."),
    "begin": ("这里还没有项目（{path}）。", "There is no project here ({path})."),
    "begin_open": ("打开 {name}", "open {name}"),
    "begin_here": (
        "导入这个文件夹里的 {count} 份文件（{names}），开始审核",
        "import what lies in this folder (documents: {count}: {names}) and begin",
    ),
    "begin_within": (
        "导入 {names} 里的 {count} 份文件，开始审核",
        "import what lies in {names} (documents: {count}) and begin",
    ),
    "begin_import": ("导入文件或文件夹，开始审核", "import files or a folder and begin"),
    "begin_elsewhere": ("打开别处的项目", "open a project elsewhere"),
    "begin_demo": ("先看样例（annotator demo）", "look at the samples (annotator demo)"),
    "begin_quit": ("退出", "quit"),
    "begin_files": ("文件或文件夹的路径", "Path of a file or folder"),
    "begin_choose": ("请选择 1–{most} 或 q", "Choose 1–{most} or q"),
    "begin_read": (
        "看完按任意键开始审核；退出审核后，以上内容仍在这里。",
        "Any key begins; what stands above is here again when you have quit.",
    ),
    "begin_again": ("请输入 1–{most} 或 q。", "Type 1–{most} or q."),
    "begin_path": ("项目文件的路径", "Path of the project file"),
    "segment_kind_title": ("标题", "title"),
    "segment_kind_front_matter": ("文头", "front "),
    "segment_kind_heading": ("章节", "head  "),
    "segment_kind_clause": ("条款", "clause"),
    "segment_kind_attachment": ("附件", "annex "),
    "segment_kind_boilerplate": ("页面", "page  "),
    "no_codebook": (
        "没有名为“{name}”的随附码表；可用的有 {known}。",
        "No codebook “{name}” is shipped; there are {known}.",
    ),
    "codebook_problem": ("{path}:{line}: {sentence}", "{path}:{line}: {sentence}"),
    "codebook_sound": ("{path}：没有错误。", "{path}: no fault found."),
    "codebook_head": ("{title}（{name} {version}）", "{title} ({name} {version})"),
    "codebook_field": ("{id}  {name}  [{kind}]", "{id}  {name}  [{kind}]"),
    "codebook_asked": ("只问{field}为{codes}的条款", "asked only where {field} is {codes}"),
    "codebook_roles": ("角色：{roles}", "roles: {roles}"),
    "codebook_used": ("已启用码表 {name} {version}。", "The codebook {name} {version} is in force."),
    "codebook_same": (
        "码表 {name} {version} 本已启用。",
        "The codebook {name} {version} was in force already.",
    ),
}
