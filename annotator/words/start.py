"""Words of the first start."""

WORDS: dict[str, tuple[str, str]] = {
    "title": ("第一次使用", "First start"),
    "language": ("语言", "Language"),
    "who": ("我是", "I am"),
    "who_about": (
        "直接输入就替换；每条标注都记着它，多人共用电脑时各写各的。",
        "Typing replaces it. Beside every label: each person their own.",
    ),
    "title_for": ("给{whom}的文件", "A file for {whom}"),
    "who_for": (
        "这个文件是给{whom}的，标注都记在这个名下；别人来做请写自己的名字。",
        "This file is for {whom}, whose name stands beside every label in it.",
    ),
    "who_other": (
        "这个文件是给{whom}的，而你是{name}；回车即以{whom}的身份工作。",
        "This file is for {whom}, and you are {name}; Enter works as {whom}.",
    ),
    "not_for": (
        "这个文件是给{whom}的，不是给{name}的：再按回车仍用{name}，或改回{whom}。",
        "This file is for {whom}, not {name}: Enter again works as {name}; or write {whom}.",
    ),
    "width": ("符号", "Signs"),
    "width_auto": ("自动", "automatic"),
    "width_narrow": ("占一格", "one cell"),
    "width_wide": ("占两格", "two cells"),
    "aligned": (
        "两根竖线上下对齐就对；没对齐请选“占两格”",
        "bars in line? right; if not, choose “two cells”",
    ),
    "drawn_other": ("本终端画成两格，已换成相近的符号", "two cells here: drawn as similar signs"),
    "keys": ("开始时会这些键就够了：", "The keys to begin with:"),
    "press_letters": (
        "给条款选一个代码，如任务、目标；再按一次取消",
        "pick a code for the clause; once more takes it back",
    ),
    "press_accept": (
        "采纳程序的全部建议；各项齐了就完成这一条",
        "accept all that is suggested; finishes when nothing is open",
    ),
    "press_finish": ("完成这一条，去下一条", "finish the clause and go to the next"),
    "press_next_field": (
        "换到下一项：类型、类别、单位、优先级",
        "the next field: type, category, units, priority",
    ),
    "press_none": ("当前项文中没有写", "the text says nothing for this field"),
    "press_find_unit": ("找一个责任单位", "find a responsible unit"),
    "press_step": ("上一条、下一条", "the clause before, the next one"),
    "press_unfinished": ("去下一条没做完的", "go to the next unfinished clause"),
    "press_undo": ("撤销上一步，不限步数", "take the last step back, as often as you like"),
    "press_help": ("看全部按键", "show all keys"),
    "press_quit": ("退出；每按一键都已保存", "quit; every key press is stored already"),
    "next": ("下一行", "next line"),
    "begin": ("开始", "begin"),
    "line": ("换行", "lines"),
    "turn": ("选择", "choose"),
    "no_name": (
        "请写上你的名字：由可见字符组成，最多 60 个字。",
        "Give your name: visible characters, 60 at most.",
    ),
    "once": (
        "再按一次回车照样开始，下次还会问。",
        " Enter again begins all the same; you will be asked next time too.",
    ),
}
