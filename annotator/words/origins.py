"""How events came about."""

WORDS: dict[str, tuple[str, str]] = {
    "key": ("按键", "key"),
    "suggestion": ("采纳建议", "suggestion"),
    "finish": ("完成", "finish"),
    "repeat": ("同上条", "as before"),
    "carry": ("沿用", "carried over"),
    "bulk": ("批量", "bulk"),
    "undo": ("撤销", "undo"),
    "redo": ("重做", "redo"),
    "file": ("文件", "file"),
    "import": ("导入", "import"),
    "command": ("命令", "command"),
    "recut": ("重新切分", "cut anew"),
}
