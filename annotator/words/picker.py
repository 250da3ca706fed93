"""Words of the unit picker."""

WORDS: dict[str, tuple[str, str]] = {
    "title": (
        "责任单位 · 已选 {count} 个 · 角色：{role}",
        "Responsible units · {count} chosen · role: {role}",
    ),
    "placeholder": ("汉字、拼音或首字母，如 sjj", "hanzi, pinyin or initials, such as sjj"),
    "new": ("  名录中没有，按此名称记录", "  not in the list of organisations; kept under this name"),
    "keys": (
        "回车 选中/取消   ↑↓ 移动   Tab 换角色   Esc 返回",
        "Enter takes or drops   ↑↓ move   Tab role   Esc back",
    ),
}
