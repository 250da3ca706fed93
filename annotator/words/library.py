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
}
