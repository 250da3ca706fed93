"""Words of the list of documents."""

WORDS: dict[str, tuple[str, str]] = {
    "count": ("{documents} 份文件  {clauses} 条", "{documents} documents  {clauses} clauses"),
    "empty": (
        "这个项目还没有文件。\n\n退出后用下面的命令导入：\n\n    annotator import 文件或文件夹\n\n"
        "支持 .txt .md .html .docx .pdf，也支持表格（.csv .xlsx .jsonl）和 .zip；也可以用 annotator demo 试用五份样例文件。",
        "There is no document in this project yet.\n\nQuit and import some:\n\n    annotator import FILES OR FOLDERS\n\n"
        "It reads .txt .md .html .docx .pdf, tables (.csv .xlsx .jsonl) and .zip; annotator demo opens five sample documents.",
    ),
    "describe": ("文件信息", "about it"),
    "dot": (" · ", " · "),
    "described": ("已改：{fields}", "Changed: {fields}"),
    "skipped": ("  跳过 {count}", "  {count} skipped"),
    "enter": ("回车", "Enter"),
    "open": ("打开", "open"),
    "up_down": ("↑↓", "↑↓"),
    "choose": ("选择", "choose"),
    "escape": ("Esc", "Esc"),
    "back": ("返回条款", "back"),
    "question": ("?", "?"),
    "help": ("帮助", "help"),
    "round": ("分派", "assigned"),
    "search": ("查找", "find"),
    "palette": ("命令", "commands"),
    "nothing_there": (
        "这个项目还没有文件，没有可看的；请先导入。",
        "There is no document in this project to look at; import some first.",
    ),
    "i": ("i", "i"),
    "o": ("o", "o"),
    "findings": ("待核对", "open points"),
    "quit_key": ("q", "q"),
    "quit": ("退出", "quit"),
    "no_undo": (
        "这里没有可撤销的改动；条款上的工作，打开条款后按 {pressed} 撤销。",
        "Nothing was changed here; what was done on a clause is taken back there with {pressed}.",
    ),
    "no_redo": (
        "这里没有可重做的改动；条款上的工作，打开条款后按 {pressed} 重做。",
        "Nothing was taken back here; what was done on a clause is done again there with {pressed}.",
    ),
    # The help page of the list
    "group_here": ("文件列表", "List of documents"),
    "about_move": (
        "选一份文件；PgUp/PgDn 翻十份，Home/End 到首尾",
        "choose a document; PgUp/PgDn ten on, Home/End the ends",
    ),
    "about_open": ("打开这份文件，到第一条未完成的", "open it at its first unfinished clause"),
    "about_describe": (
        "文件信息：看标题、发文机关、文号、日期等，可更正",
        "what is known of it: title, issuer, number, dates …, to be put right",
    ),
    "about_findings": (
        "待核对：这份文件缺什么、编号和合计对不对，回车到那几条",
        "what it leaves open: what is missing, numbers, sums; Enter goes to the clauses",
    ),
    "about_back": ("回到刚才的条款", "back to the clause that was open"),
    "elsewhere": (
        "标注条款的按键：打开一份文件后按 ?",
        "Keys for labelling a clause: open a document and press ?",
    ),
}
