"""Words of the history of a clause."""

WORDS: dict[str, tuple[str, str]] = {
    "title": ("第 {number} 条的记录  共用时 {time}", "What happened to clause {number}; {time} in all"),
    "line": ("{about}：{value}", "{about}: {value}"),
    "nothing": ("还没有人动过这一条。", "Nobody has touched this clause."),
}
