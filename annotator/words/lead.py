"""Words of the lead's screen."""

WORDS: dict[str, tuple[str, str]] = {
    "sure": (
        "再按一次才结束：还有 {count} 条没做完（{people}），结束后互相看得到标注。",
        "Once more ends it: {count} are left ({people}), and then all see the labels of others.",
    ),
    "title": ("轮次总览", "Rounds"),
    "number": ("第 {number}/{count} 轮", "round {number} of {count}"),
    "people": ("人员：完成、速度", "People: done, pace"),
    "right": ("质检一致/条数", "Checks as decided"),
    "right_training": ("与裁定一致/条数", "As decided/number"),
    "returned": ("  退回 {count}", "  {count} returned"),
    "labels": ("首选标签的比例", "First labels"),
    "everyone": ("全体", "all"),
    "questions": ("待答复的提问：{count}", "Questions that wait for a reply: {count}"),
    "gone": ("  {count} 条已不在", "  {count} gone"),
    "open": ("打开这一条", "open the clause"),
    "reply": ("答复", "reply"),
    "move": ("选择", "choose"),
    "next": ("下一轮", "next round"),
    "close": ("结束本轮", "close"),
    "reopen": ("重开本轮", "reopen"),
    "back": ("返回", "back"),
    "reply_to": ("答复 {reviewer}：{question}", "Reply to {reviewer}: {question}"),
    "replied": ("已答复。", "The reply is stored."),
}
