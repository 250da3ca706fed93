"""The kinds of events."""

WORDS: dict[str, tuple[str, str]] = {
    "label": ("标签", "label"),
    "submit": ("状态", "state"),
    "flag": ("存疑", "doubt"),
    "question": ("提问", "question"),
    "note": ("备注", "note"),
    "reject": ("不再建议", "not to be suggested"),
    "evidence": ("依据", "evidence"),
    "import": ("导入", "import"),
    "retire": ("停用", "retire"),
    "cut": ("切分", "cutting"),
    "edit": ("修复", "repair"),
    "metadata": ("文件信息", "metadata"),
    "codebook": ("码表", "codebook"),
    "unit": ("单位", "unit"),
    "person": ("人员", "person"),
    "hold": ("留出不提示", "suggestions held back"),
    "query": ("查询", "query"),
}
