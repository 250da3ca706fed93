"""Words of the views of a clause, and of what is marked in it."""

WORDS: dict[str, tuple[str, str]] = {
    "clean": ("清洗后", "repaired"),
    "source": ("原文", "as it came"),
    "simplified": ("简体", "simplified"),
    "traditional": ("繁體", "traditional"),
    "repairs": ("修复 {count} 处", "{count} repairs"),
    "signs": (
        "原文：[-删去的-]  {{+改成的+}}  [~存疑的~]{{~可能是~}}  ↵ 换行",
        "As it came: [-taken away-]  {{+put in+}}  [~doubtful~]{{~perhaps~}}  ↵ line break",
    ),
    "no_repairs": ("原文：没有修复", "As it came: nothing was repaired"),
    "doubtful": (
        "疑有乱码：“{before}”似为“{after}”（按 {pressed} 看原文）",
        "Doubtful: “{before}” may be “{after}” ({pressed} shows what came)",
    ),
    "turned": ("视图：{view}", "View: {view}"),
}
