"""Words of the unit picker."""

WORDS: dict[str, tuple[str, str]] = {
    "title": ("责任单位 · 已选 {count} 个   {roles}", "✓ {count}  {roles}"),
    "placeholder": ("汉字、拼音或首字母，如 sjj", "hanzi, pinyin or initials, such as sjj"),
    "keys": (
        "{take_and_leave} 选中返回  {take_and_go_on} 选中下移  回车 选/取消  {stated} 文中/指派  {expand} 展开  {leave} 返回",
        "{take_and_leave} take+back  {take_and_go_on} take+next  Enter take/drop  {stated} assign  {expand} members  {leave}",
    ),
    "keys_writing": (
        "{take_and_leave} 选中返回  回车 选/取消  数字、符号照打，按 {move} 后是按键  {leave} 返回",
        "{take_and_leave} take+back  Enter take/drop  digits and signs are text until {move}  {leave}",
    ),
    "stated": ("文中", "text"),
    "assigned": ("指派", "assigned"),
    "all": ("全部 {count} 个建议", "all {count} suggested"),
    "group": ("{role}：{names}", "{role}: {names}"),
    "then": ("；", "; "),
    "about_all": (
        "回车 全部选中并返回；{take_and_go_on} 全部选中后留在这里；{down} 逐个选。",
        "Enter takes all and leaves; {take_and_go_on} takes all and stays; {down} one by one.",
    ),
    "mark_proposed": ("待确认", "to be confirmed"),
    "mark_unknown": ("名录中没有", "not listed"),
    "mark_close": ("相近", "much alike"),
    "mark_new": ("新增，待确认", "new, to be confirmed"),
    "written": ("写作 {name}", "as {name}"),
    "former": ("曾用 {names}", "formerly {names}"),
    "context": ("原文：{before}〔{name}〕{after}", "Text: {before}[{name}]{after}"),
    "forms": ("又作：{forms}", "Also: {forms}"),
    "about_new": (
        "名录中没有；回车新增“{name}”，待负责人确认。",
        "Not in the list; Enter adds “{name}”, and the owner confirms it.",
    ),
    "close": (
        "再按一次仍要新增；↑ 可选相近的：{names}。",
        "Once more adds it all the same; ↑ chooses one much alike: {names}.",
    ),
    "nothing": (
        "没有找到；可以输入单位的中文名称来新增。",
        "Nothing found; type a name in hanzi to add a unit.",
    ),
    "too_long": (
        "没有找到；名称超过 {most} 个字，不能新增，请缩短。",
        "Nothing found; a name of more than {most} characters cannot be added; shorten it.",
    ),
    "not_named": (
        "本条没有写到“{name}”，只能记为指派。",
        "The clause does not name “{name}”; it can only be assigned.",
    ),
    "no_members": (
        "名录不知道“{name}”包括哪些单位；请逐个选取。",
        "The list does not know whom “{name}” stands for; take them one by one.",
    ),
    "members": (
        "“{name}”展开为 {count} 个单位，记为指派",
        "“{name}” becomes {count} units, assigned",
    ),
    "members_keys": ("回车 确定  ↑↓ 移动  Esc 不展开", "Enter takes them  ↑↓ move  Esc leaves it"),
}
