"""Names of keys, and what is said of a key file."""

WORDS: dict[str, tuple[str, str]] = {
    "enter": ("回车", "Enter"),
    "space": ("空格", "Space"),
    "backspace": ("退格", "Bksp"),
    "choose": ("选中", "choose"),
    "accept_all": ("全部采纳", "accept all"),
    "none": ("未写明", "none"),
    "find": ("查找", "find"),
    "accept_finish": ("采纳并完成", "accept, finish"),
    "step": ("上下条", "clause"),
    "write": ("填写", "write"),
    "leave_to_check": ("离开待核对", "leave these"),
    "leave_search": ("离开查找", "leave search"),
    "leave_returned": ("离开退回的", "leave returned"),
    "leave_round": ("离开本轮", "leave round"),
    "no_command": (
        "按键文件里的“{name}”不是命令名；annotator keys 列出全部命令。",
        "“{name}” in the key file is no command; annotator keys lists them all.",
    ),
    "no_command_near": (
        "按键文件里的“{name}”不是命令名，是不是 {near}？annotator keys 列出全部命令。",
        "“{name}” in the key file is no command; {near}, perhaps? annotator keys lists them all.",
    ),
    "no_text": (
        '按键文件里 {name} 的键要写成文字，如 ";" 或 "ctrl+n"。',
        'The key of {name} in the key file must be a text, such as ";" or "ctrl+n".',
    ),
    "no_way_out": (
        "按键文件里 {name} 没有键，就无法退出；请给它一个键，或删去这一行。",
        "Without a key for {name} in the key file nobody could leave; give it one, or take the line away.",
    ),
    "same": (
        "按键文件里 {name} 的 {pressed}：终端分不清它和 {other}，请换一个键。",
        "{pressed} for {name} in the key file: a terminal cannot tell it from {other}; take another key.",
    ),
    "taken": (
        "按键文件里 {name} 的 {pressed}：字母归代码，数字 1–9 归各项；请用标点、Ctrl+字母或功能键。",
        "{pressed} for {name} in the key file: letters pick codes and 1–9 fields; take punctuation, Ctrl or a function key.",
    ),
    "typed": (
        "按键文件里 {name} 的 {pressed}：那里要打字，这个键归打字用；请用 Ctrl+字母、功能键一类。",
        "{pressed} for {name} in the key file: one types there, and that key writes; take Ctrl and a letter, F5 or the like.",
    ),
    "sections": (
        '带点的名字写在各自的节里：[marking] 下写 words_right = "l"。',
        'A name with a dot stands in its section: words_right = "l" below [marking].',
    ),
    "no_key": (
        "按键文件里 {name} 的 {pressed} 不是键名；可写标点、ctrl+n、f5、pagedown 一类。",
        "{pressed} for {name} in the key file is no key; write punctuation, ctrl+n, f5, pagedown and the like.",
    ),
    "clash": (
        "按键文件让 {first} 和 {second} 都用 {pressed}；请给其中一个换键。",
        "The key file gives {pressed} to both {first} and {second}; give one of them another key.",
    ),
    "own": ("（自定）", "(own)"),
    "syntax": (
        "按键文件 {path} 写得不对（{reason}）；请改好，或先移走它。",
        "The key file {path} is no TOML ({reason}); mend it, or move it away.",
    ),
    "file": ("按键文件：{path}", "Key file: {path}"),
    "form": (
        "它的写法（一行一个命令，几个键用空格隔开）：",
        "What it looks like (a line for a command, blanks between several keys):",
    ),
}
