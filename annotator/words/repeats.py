"""The same text twice: told at the import, and on the screen."""

WORDS: dict[str, tuple[str, str]] = {
    "shared": (
        "    与《{title}》有 {count} 条相同或相近",
        "    {count} clauses read like those of “{title}”",
    ),
    "mostly": (
        "    与《{title}》有 {count} 条相同或相近（共 {clauses} 条），可能是同一文件的转载或前后稿",
        "    {count} of {clauses} clauses read like those of “{title}”: perhaps a reprint, or a draft of it",
    ),
    "in_all": (
        "整个项目有 {count} 条与别的条款相同或相近（{groups} 组）；用 repeat:yes 查出。",
        "In the whole project {count} clauses read like others (in {groups} groups); search for repeat:yes.",
    ),
    "within": (
        "    文内有 {count} 条与前面的条款相同或相近",
        "    {count} clauses read like earlier ones of the document",
    ),
    "same": ("相同", "the same"),
    "near": ("相近", "nearly"),
    "elsewhere": ("另见《{title}》第 {number} 条（{how}）", "Also in “{title}”, clause {number} ({how})"),
    "here": ("另见本文第 {number} 条（{how}）", "Also here, clause {number} ({how})"),
    "labelled": ("{where}，您标了：{labels}", "{where}; you said: {labels}"),
    "more": ("{where}，共 {count} 处", "{where}; {count} places"),
}
