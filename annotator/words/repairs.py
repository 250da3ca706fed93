"""The names of the repairs."""

WORDS: dict[str, tuple[str, str]] = {
    "pinyin": ("去掉拼音残留", "pinyin residue removed"),
    "bookmark": ("去掉书签残留", "bookmarks removed"),
    "template": ("去掉模板残留", "template residue removed"),
    "markdown": ("去掉标记符号", "Markdown signs removed"),
    "markup": ("去掉网页标签", "HTML tags removed"),
    "entity": ("还原网页实体", "HTML entities resolved"),
    "invisible": ("去掉不可见字符", "invisible characters removed"),
    "lookalike": ("换成通用汉字", "characters that only look like Han ones replaced"),
    "private_use": ("去掉字库专用符号", "signs of one font removed"),
    "spacing": ("去掉多余空格", "stray spaces removed"),
    "doubled_punctuation": ("合并重复标点", "doubled punctuation merged"),
    "page_mark": ("去掉页码页眉", "page number or head taken out"),
    "line_join": ("接回断行", "broken lines joined"),
    "person": ("人工改读", "read by a person"),
    "digits": ("数字中混入字母", "letters among the digits of a number"),
    "mojibake": ("乱码", "mis-decoded characters"),
    "line_break": ("整理行间空白", "white space between lines tidied"),
}
