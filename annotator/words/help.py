"""The help page."""

WORDS: dict[str, tuple[str, str]] = {
    "page": (
        """\
给条款填标签
  字母        选中当前项的一个代码；再按一次取消
  方向键      在代码间移动，下方显示定义；回车选中
  Tab 1-9     换到下一项、第几项
  空格        采纳建议；各项填齐后自动完成并下一条
  -           当前项：文中未写明        退格  清除当前项
  /           查找责任单位（汉字、拼音、首字母）
  回车        完成并下一条：没有填的项记为“文中未写明”
  ,           跳过这一条                =     标为存疑
  '           向负责人提问              ;     写备注
  Ctrl+Z      撤销（不限步数，重启后也可）
  Ctrl+Y      重做

移动
  PgUp PgDn   上一条、下一条（也可按 k j）
  .           下一条未完成              Home End  首条、末条
  Ctrl+↑ Ctrl+↓  滚动长条款             Esc   文件列表
  Ctrl+Q      退出；每次按键都已保存

条款列表的记号：✓ 已完成  ~ 草稿  > 已跳过  ! 存疑  ? 有提问
中文输入法打开时，全角数字和标点照常可用。
""",
        """\
Labelling a clause
  letters     pick a code of the field in focus; once more takes it back
  arrows      move among the codes, their meaning below; Enter picks
  Tab 1-9     the next field, field number n
  Space       accept what is suggested; goes on when nothing is left to answer
  -           the text states none of it    Bksp  clear the field
  /           find a unit (hanzi, pinyin, initials)
  Enter       finish and go on: empty fields become “nothing in the text”
  ,           skip the clause               =     mark as doubtful
  '           ask the lead                  ;     write a note
  Ctrl+Z      undo, without limit, across restarts
  Ctrl+Y      redo

Moving
  PgUp PgDn   previous, next clause (also k j)
  .           next unfinished clause        Home End  first, last clause
  Ctrl+↑ Ctrl+↓  scroll a long clause       Esc   documents
  Ctrl+Q      quit; every key press is stored already

Signs in the list: ✓ finished  ~ draft  > skipped  ! doubtful  ? question asked
With a Chinese input method on, full-width digits and punctuation work as usual.
""",
    ),
}
