"""Words of the command line's own: what is wrong with a line, the frame of a help page, an example each."""

_ROLES = (
    "角色（一人可有几个）：\n"
    "  annotator   标注员  标注\n"
    "  reviewer    审核    标注；裁定自己没有标过的条款\n"
    "  arbitrator  仲裁    同审核，且随时可看各人的标注\n"
    "  supervisor  监督    分配任务、看各人的标注，自己不标\n"
    "  owner       负责人  以上全部，另可改切分、停用文件，改码表、单位、人员",
    "Roles (a person may have several):\n"
    "  annotator   labels\n"
    "  reviewer    labels; decides clauses that they did not label\n"
    "  arbitrator  as a reviewer, and sees everyone's work at any time\n"
    "  supervisor  assigns work and sees everyone's, without labelling\n"
    "  owner       all of these; cuts, retires; changes codebook, units, people",
)
"""What each role may do."""

WORDS: dict[str, tuple[str, str]] = {
    # Help
    "usage": ("用法：", "Usage: "),
    "options": ("[选项]", "[OPTIONS]"),
    "options_heading": ("选项", "Options"),
    "command": ("[命令] …", "[COMMAND] …"),
    "heading": ("{name}：", "{name}:"),
    "help": ("显示本页。", "Show this page."),
    "example": ("例如：{example}", "Example: {example}"),
    "start": (
        "开始：annotator import 文件夹，然后 annotator。先看样例：annotator demo",
        "To begin: annotator import FOLDER, then annotator. Samples: annotator demo",
    ),
    "group_work": ("日常", "Daily work"),
    "group_data": ("数据", "Data"),
    "group_team": ("多人", "Team"),
    "group_care": ("项目与设置", "Project and settings"),
    # What is wrong with a line
    "more": ("用法见 {command} --help", "More: {command} --help"),
    "missing": ("请写{what}，如 {example}", "{what} is missing; for example: {example}"),
    "extra": ("多出了“{words}”；写法如 {example}", "“{words}” is too much; for example: {example}"),
    "no_option": ("没有“{name}”这个选项。", "There is no option “{name}”."),
    "no_command": ("没有“{name}”这个命令。", "There is no command “{name}”."),
    "meant": ("是不是 {names}？", " Did you mean {names}?"),
    "no_value": ("{name} 后面不写值。", "{name} takes no value."),
    "value_missing": ("{name} 后面要写 {what}。", "{name} needs {what} behind it."),
    "choice": ("{name} 只能写：{choices}。", "{name} must be one of: {choices}."),
    "number": ("{name} 要写整数，至少 {least}。", "{name} must be a whole number, {least} at least."),
    # What stands in a line
    "folder": ("输出文件夹", "OUT"),
    "old": ("旧发布", "OLD"),
    "new": ("新发布", "NEW"),
    "files": ("文件或文件夹", "PATHS"),
    "file": ("文件", "FILE"),
    "list": ("名称,…", "NAMES"),
    "document": ("文件名或编号", "DOCUMENT"),
    "clause_or_document": ("条款编号或文件", "CLAUSE|DOCUMENT"),
    "repair_number": ("第几处", "NUMBER"),
    "words_and_reading": ("原文的字 改成的字", "WORDS READING"),
    "name": ("名称", "NAME"),
    "place": ("地名", "PLACE"),
    "pair": ("项目=内容", "NAME=VALUE"),
    "name_into": ("名称 已有单位", "NAME INTO"),
    "person": ("姓名", "NAME"),
    "role": ("角色", "ROLE"),
    "setting": ("设置项", "NAME"),
    "value": ("值", "VALUE"),
    "query": ("查询", "QUERY"),
    "people": ("姓名,姓名", "NAMES"),
    "codes": ("类别,类别", "CODES"),
    "unit": ("单位", "UNIT"),
    "order": ("顺序", "ORDER"),
    "subject": ("条款或文件编号", "SUBJECT"),
    "count": ("数", "N"),
    "share": ("比例", "SHARE"),
    "shares": ("训练/验证/测试", "TRAIN/VALIDATION/TEST"),
    "item": ("内容", "ITEM"),
    "colours": ("配色", "COLOURS"),
    "time": ("时间", "TIME"),
    # The lines of a file that a command reads
    "field": ("项", "FIELD"),
    "levels": ("低,中,高", "LOW,MID,HIGH"),
    "kind": ("量表", "KIND"),
    "form_import": (
        "表格（.csv .xlsx .jsonl）一行一份文件，按表头认：\n"
        "  正文一栏写“正文”“全文”“政策内容”或 text、content；没有它的表整张按一份读入；\n"
        "  可再有 标题 发文机关 日期 文号 网址（title issuer date number url）。\n"
        "给出一份完整发布（annotator export OUT --full）的文件夹，就恢复成新项目。",
        "A table (.csv .xlsx .jsonl) gives a document a row, by the heads of its columns:\n"
        "  the text under text or content, else the table is one document;\n"
        "  there may be title, issuer, date, number, url; all of them in Chinese as well.\n"
        "A full release (annotator export OUT --full) becomes a new project.",
    ),
    "form_agreement": (
        "--ratings 的文件每一行是一个 JSON 对象，没有判断就没有这一行：\n"
        '  {{"item": "1", "reviewer": "王芳", "field": "priority", "value": "routine"}}\n'
        '集合写成列表；重复判断加 "pass": 2，所属文件加 "document"，\n'
        '章节加 "section"，时间（毫秒）加 "at"，码表版本加 "codebook"。',
        "Each line of a --ratings file is a JSON object; a missing rating has no line:\n"
        '  {{"item": "1", "reviewer": "amy", "field": "priority", "value": "routine"}}\n'
        'Sets are lists; repeats have "pass": 2, items of a document "document",\n'
        'of a section "section"; "at" is a time in milliseconds, "codebook" a version.',
    ),
    "decisions": ("文件或条款", "FILE|CLAUSE"),
    "text": ("文字", "TEXT"),
    "form_adjudicate": (
        "文件的每一行是一个 JSON 对象，定一项（reason 可以不写；收回写 null）：\n"
        '  {{"doc":"甲.txt","seq":0,"field":"优先级","value":"重点加快","reason":"见定义"}}\n'
        "弃用一条，要写理由；doc 和 seq 也可换成 clause（条款编号）：\n"
        '  {{"doc":"甲.txt","seq":0,"state":"discarded","reason":"不是条款"}}',
        "Each line of the file is a JSON object that decides a field; reason may be left\n"
        "out, null takes a decision back:\n"
        '  {{"doc":"a.txt","seq":0,"field":"priority","value":"Expedited","reason":"…"}}\n'
        "A clause is discarded with a reason; clause may stand for doc and seq:\n"
        '  {{"doc":"a.txt","seq":0,"state":"discarded","reason":"no clause"}}',
    ),
    "form_label": (
        "文件的每一行是一个 JSON 对象。doc 是文件名或编号，seq 是第几条（从 0 数）；\n"
        "这两项也可换成 clause（条款编号）：\n"
        "标一项\n"
        '  {{"doc":"甲.txt","seq":0,"reviewer":"王芳","field":"优先级","value":"重点加快"}}\n'
        "可选多个的，先写主要的\n"
        '  {{"doc":"甲.txt","seq":0,"reviewer":"王芳","field":"category","value":["data"]}}\n'
        '单位写名称，或名称和角色：[{{"name":"市数据局","role":"牵头"}}]\n'
        "文中没有写（[] 或“文中未写明”）；收回写 null\n"
        '  {{"doc":"甲.txt","seq":0,"reviewer":"王芳","field":"责任单位","value":[]}}\n'
        "完成这一条，没填的项记为文中未写明；跳过写 skipped，收回写 null\n"
        '  {{"doc":"甲.txt","seq":0,"reviewer":"王芳","state":"submitted"}}\n'
        "doccano（JSONL）、Label Studio（JSON）、Prodigy（JSONL）导出的，和本工具导出的\n"
        "data/raw、data/canonical，直接给出即可；对不上的逐行列出，其余照写：\n"
        "  annotator label 王芳.jsonl --by 王芳\n"
        "  annotator label project-1.json --names wang@x.cn=王芳",
        "Each line of the file is a JSON object. doc is a file name or id, seq the number\n"
        "of the clause from 0; clause (its id) may stand in the place of both:\n"
        "A label\n"
        '  {{"doc":"a.txt","seq":0,"reviewer":"Li","field":"priority","value":"Expedited"}}\n'
        "Several, the main one first\n"
        '  {{"doc":"a.txt","seq":0,"reviewer":"Li","field":"category","value":["data"]}}\n'
        'A unit is a name, or a name and a role: [{{"name":"市数据局","role":"lead"}}]\n'
        "Nothing in the text; null takes an answer back\n"
        '  {{"doc":"a.txt","seq":0,"reviewer":"Li","field":"responsible_unit","value":[]}}\n'
        "Finish the clause: what is open has nothing in the text; also skipped, and null\n"
        '  {{"doc":"a.txt","seq":0,"reviewer":"Li","state":"submitted"}}\n'
        "Exports of doccano (JSONL), Label Studio (JSON), Prodigy (JSONL), data/raw and\n"
        "data/canonical of our own, as they are; what cannot be placed is listed:\n"
        "  annotator label li.jsonl --by Li\n"
        "  annotator label project-1.json --names li@x.cn=Li",
    ),
    "form_suggest": (
        "文件的每一行是一个 JSON 对象。doc 是文件名或编号，seq 是第几条（从 0 数）；\n"
        "这两项也可换成 clause（条款编号）。\n"
        "source 是来源的名字，version 可不写，score 在 0 到 1 之间：\n"
        '  {{"doc":"甲.txt","seq":0,"source":"m1","field":"优先级","value":2,"score":0.8}}',
        "Each line of the file is a JSON object. doc is a file name or id, seq the number\n"
        "of the clause from 0; clause (its id) may stand in the place of both.\n"
        "source is where it comes from, version may be left out, score is from 0 to 1:\n"
        '  {{"doc":"a.txt","seq":0,"source":"m1","field":"priority","value":2,"score":0.8}}',
    ),
    # A line that works, for each command
    "example_annotator": ("annotator demo", "annotator demo"),
    "example_import": ("annotator import 政策文件/", "annotator import policies/"),
    "example_search": (
        "annotator search 充电桩 unit:数据局 state:未完成",
        "annotator search 充电桩 unit:数据局 state:unfinished",
    ),
    "example_status": ("annotator status", "annotator status"),
    "example_export": ("annotator export out", "annotator export out"),
    "example_export_diff": ("annotator export diff 旧 新", "annotator export diff old new"),
    "example_demo": ("annotator demo", "annotator demo"),
    "example_segment": ("annotator segment 方案.txt", "annotator segment plan.txt"),
    "example_label": ("annotator label labels.jsonl", "annotator label labels.jsonl"),
    "example_suggest": ("annotator suggest predictions.jsonl", "annotator suggest predictions.jsonl"),
    "example_codebook": ("annotator codebook show", "annotator codebook show"),
    "example_codebook_check": ("annotator codebook check mine.toml", "annotator codebook check mine.toml"),
    "example_codebook_show": (
        "annotator codebook show default --toml > mine.toml",
        "annotator codebook show default --toml > mine.toml",
    ),
    "example_codebook_write": (
        "annotator codebook write 码表.xlsx",
        "annotator codebook write codebook.xlsx",
    ),
    "example_codebook_use": ("annotator codebook use mine.toml", "annotator codebook use mine.toml"),
    "example_units": ("annotator units --unresolved", "annotator units --unresolved"),
    "example_recut": ("annotator recut 方案.txt", "annotator recut plan.txt"),
    "example_document": (
        "annotator document 方案.txt --set 成文日期=2025-03-03",
        "annotator document plan.txt --set date=2025-03-03",
    ),
    "example_repair": (
        "annotator repair cl-0123456789abcdef --accept 2",
        "annotator repair cl-0123456789abcdef --accept 2",
    ),
    "example_retire": ("annotator retire 方案.txt", "annotator retire plan.txt"),
    "example_report": ("annotator report 报告", "annotator report out"),
    "example_reviewers": ("annotator reviewers", "annotator reviewers"),
    "example_assign": (
        "annotator assign --name 第一轮 --to 王芳,李四 --overlap 30%",
        "annotator assign --name round1 --to Wang,Li --overlap 30%",
    ),
    "example_join": ("annotator join 标注 标注全", "annotator join labels labels-with-texts"),
    "form_export": (
        "任务台账，可打印、可填写，填好用 annotator ledger 读回：\n"
        "  annotator export --ledger 台账.xlsx --by-unit\n"
        "可以公开的一份（用代号、写到天、去掉备注、遮盖电话等个人信息）：\n"
        "  annotator export out --public --licence CC-BY-4.0 --texts-licence none\n"
        "只要裁定过的条款（金标准）：\n"
        "  annotator export out --where 已裁定:是\n"
        "全部数据视图，训练用的只收裁定过的和多人一致的：\n"
        "  annotator export out --views all --status gold,silver\n"
        "按整份文件分成训练、验证、测试，以后都照此分：\n"
        "  annotator export out --split 80/10/10\n"
        "完整发布，带原文和全部记录，可恢复成项目；核对一份发布；比较两份：\n"
        "  annotator export out --full\n"
        "  annotator export out --verify\n"
        "  annotator export diff 旧 新\n"
        "在 data/classification/ 里，labels 为空的是看过而文中未写明的；\n"
        "没有定下来的条款不在其中。\n"
        "提问模板（--prompt）里可用 {{文件}} {{章节}} {{条款}} {{括注}} {{各项}}；\n"
        "一行 --- 之上是系统提示，之下是提问。",
        "A task ledger to print and fill in; annotator ledger reads it back:\n"
        "  annotator export --ledger ledger.xlsx --by-unit\n"
        "For everybody: pseudonyms, days, no notes, telephones and the like covered:\n"
        "  annotator export out --public --licence CC-BY-4.0 --texts-licence none\n"
        "Only the clauses that are decided (gold):\n"
        "  annotator export out --where decided:yes\n"
        "Every view, those for training from what was decided or agreed on:\n"
        "  annotator export out --views all --status gold,silver\n"
        "Whole documents for training, validation and test, now and later:\n"
        "  annotator export out --split 80/10/10\n"
        "A full release, with texts and the log, of which the project can be made again;\n"
        "a release checked; two told apart:\n"
        "  annotator export out --full\n"
        "  annotator export out --verify\n"
        "  annotator export diff old new\n"
        "In data/classification/ empty labels say that the text states none; a clause\n"
        "on which nothing is settled is not in there.\n"
        "A prompt (--prompt) may have {{title}} {{path}} {{text}} {{tail}} {{fields}}; what stands\n"
        "above a line --- is told as the system, the rest is the question.",
    ),
    "form_assign": (
        "一轮之中各标各的，但程序的建议照常显示，人人看到的一样；要有一部分条款不给建议：\n"
        "  annotator suggest --hold-back 20%\n"
        "那些条款对所有人都不显示建议，annotator suggest --report 比较有无建议的差别。",
        "In a round nobody sees the labels of others, but all are shown the program's\n"
        "suggestions. To have none for a share of the clauses:\n"
        "  annotator suggest --hold-back 20%\n"
        "These show none to anybody; annotator suggest --report compares both.",
    ),
    "form_reviewers": (
        f"{_ROLES[0]}\n"
        "一轮标注进行期间，其他人只看到自己的标注。共用一个项目文件时这只是约定，\n"
        "别的软件仍能读出全部内容；要确实隔开，请用任务包分发。",
        f"{_ROLES[1]}\n"
        "While a round is open all others see their own work only. In a shared file\n"
        "that is a courtesy: other programs can read all of it. Bundles guarantee it.",
    ),
    "form_reviewers_add": _ROLES,
    "form_reviewers_role": _ROLES,
    "example_reviewers_add": (
        "annotator reviewers add 王芳 --role arbitrator",
        "annotator reviewers add amy --role arbitrator",
    ),
    "example_reviewers_role": (
        "annotator reviewers role 王芳 annotator supervisor",
        "annotator reviewers role amy annotator supervisor",
    ),
    "example_reviewers_alias": (
        "annotator reviewers alias 张三 zhangsan --dry-run",
        "annotator reviewers alias amy amelia --dry-run",
    ),
    "example_agreement": ("annotator agreement --submitted", "annotator agreement --submitted"),
    "example_adjudicate": ("annotator adjudicate --list", "annotator adjudicate --list"),
    "example_ledger": ("annotator ledger 台账.xlsx --dry-run", "annotator ledger ledger.xlsx --dry-run"),
    "example_log": ("annotator log --reviewer 王芳", "annotator log --reviewer 王芳"),
    "example_merge": ("annotator merge 交回/*.db", "annotator merge returned/*.db"),
    "example_bundle": (
        "annotator bundle --reviewer 王芳 给王芳.db",
        "annotator bundle --reviewer amy for-amy.db",
    ),
    "example_hand-in": ("annotator hand-in 王芳交回.db", "annotator hand-in from-amy.db"),
    "example_verify": ("annotator verify", "annotator verify"),
    "example_backup": ("annotator backup 备份.db", "annotator backup copy.db"),
    "example_restore": ("annotator restore 备份.db", "annotator restore copy.db"),
    "example_keys": ("annotator keys", "annotator keys"),
    "example_preferences": (
        "annotator preferences set theme light",
        "annotator preferences set theme light",
    ),
    "example_preferences_set": (
        "annotator preferences set theme light",
        "annotator preferences set theme light",
    ),
}
