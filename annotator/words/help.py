"""What the help page says beside the keys of the commands."""

WORDS: dict[str, tuple[str, str]] = {
    "title": ("按键", "Keys"),
    "close": ("Esc 关闭  ↑↓ 滚动", "Esc closes  ↑↓ scroll"),
    "letters": ("字母", "letters"),
    "letters_about": (
        "选中当前项的一个代码；再按一次取消",
        "pick a code of the field in focus; once more takes it back",
    ),
    "arrows": ("方向键", "arrows"),
    "arrows_about": (
        "在代码间移动，下方显示定义；回车选中",
        "move among the codes, their meaning below; Enter picks",
    ),
    "signs": (
        "条款列表的记号：✓ 已完成  ~ 草稿  > 已跳过  ! 存疑  ? 有提问\n中文输入法打开时，全角数字和标点照常可用。",
        "Signs in the list: ✓ finished  ~ draft  > skipped  ! doubtful  ? question asked\n"
        "With a Chinese input method on, full-width digits and punctuation work as usual.",
    ),
}
