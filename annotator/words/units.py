"""Words about organisations that a project adds."""

WORDS: dict[str, tuple[str, str]] = {
    "no_name": (
        "“{name}”不能作为单位名称：至少两个汉字，最多 60 个字，不含看不见的符号。",
        "“{name}” cannot be the name of a unit: two hanzi at least, 60 characters at most, no invisible signs.",
    ),
    "not_added": (
        "项目里没有新增过“{name}”；annotator units --proposed 列出待确认的单位。",
        "No unit “{name}” was added to the project; annotator units --proposed lists those that wait.",
    ),
    "several": (
        "有多个新增单位叫“{name}”（{ids}）；请改用编号。",
        "Several added units are called “{name}” ({ids}); use the id.",
    ),
    "no_unit": (
        "没有单位“{name}”可以并入；请写全称或编号，annotator units --json 可查。",
        "There is no unit “{name}” to merge into; give its full name or id, which annotator units --json shows.",
    ),
    "alias_taken": (
        "“{name}”在当地已是另一单位“{other}”的名称；请换一个别名。",
        "“{name}” is a name of another unit there, “{other}”; give another alias.",
    ),
    "alias_of_where": (
        "“{name}”各地都有，看不出“{whole}”在哪里；请加 --place 写明省、市、区或县。",
        "Every place has a “{name}”, and nothing says where “{whole}” is; name the place with --place.",
    ),
    "alias_of_what": (
        "--alias、--place 要和 --add 一起用：annotator units --add 单位名称 --place 地名 --alias 简称。",
        "--alias and --place go with --add: annotator units --add NAME --place PLACE --alias SHORT.",
    ),
    "into_itself": (
        "“{name}”不能并入它自己。",
        "“{name}” cannot be merged into itself.",
    ),
    "not_owner": (
        "只有项目负责人可以确认、合并或删除单位；{reviewer} 不是负责人，annotator reviewers 可查。",
        "Only the owner of the project settles units; {reviewer} is none, annotator reviewers shows who is.",
    ),
    "confirmed": ("已确认：{name}。", "Confirmed: {name}."),
    "merged": ("已合并：{name} 即 {into}。", "Merged: {name} is {into}."),
    "dropped": ("已删除：{name}；已有标注按名称保留。", "Dropped: {name}; labels keep the name."),
    "none_proposed": ("没有待确认的单位。", "No unit waits for confirmation."),
    "labels": ("{count} 处标注", "{count} labels"),
    "close": ("相近：{names}", "much like: {names}"),
    "state_proposed": ("待确认", "to be confirmed"),
    "state_confirmed": ("已确认", "confirmed"),
    "state_merged": ("并入 {into}", "merged into {into}"),
    "state_dropped": ("已删除", "dropped"),
}
