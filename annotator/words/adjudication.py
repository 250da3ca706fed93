"""Words of adjudication: deciding where reviewers differ, and telling them of it."""

WORDS: dict[str, tuple[str, str]] = {
    # How a decision came about
    "how_agreed": ("一致", "agreed"),
    "how_accept": ("采用", "taken from a reviewer"),
    "how_combine": ("合并", "combined"),
    "how_anew": ("另定", "decided anew"),
    "how_discard": ("弃用", "discarded"),
    # What is refused
    "role": (
        "“{reviewer}”不是仲裁或负责人，不能裁定；可以裁定的有：{who}。",
        "“{reviewer}” is neither an arbitrator nor the owner and may not decide; those who may: {who}.",
    ),
    "own_work": (
        "“{reviewer}”标注过这一条，不能裁定它；请没有标注过它的仲裁或负责人来裁定。",
        "“{reviewer}” labelled this clause and may not decide it; ask an arbitrator or owner who did not.",
    ),
    "changed": (
        "这一条刚刚有了改动，未作裁定；请看过新的标注再定。",
        "The clause has just been changed and nothing was decided; look at what it says now, and decide then.",
    ),
    "not_finished": (
        "“{reviewer}”没有完成这一条，没有可采用的标注。",
        "“{reviewer}” has not finished this clause; there is nothing to take.",
    ),
    "ruled_out": (
        "按“{reviewer}”的标注，“{field}”不适用；请先裁定它所依据的那一项，或整列采用。",
        "By the answers of “{reviewer}” “{field}” does not apply; decide the field on which that rests first, or take the whole column.",
    ),
    "unset": (
        "“{reviewer}”的“{field}”没有现行码表里的值；请采用别人的，或另定。",
        "“{reviewer}” has no value for “{field}” in the codebook in force; take another's, or decide anew.",
    ),
    "one_value": (
        "“{field}”只能有一个值，无法合并；请采用其中一个，或另定。",
        "“{field}” holds one value and cannot be combined; take one of them, or decide anew.",
    ),
    "needs_reason": (
        "弃用和退回都要写明理由；请写一句再确认。",
        "Whoever discards a clause or gives it back says why; write a sentence.",
    ),
    "nothing_decided": (
        "这一项还没有裁定，无处写理由；请先裁定。",
        "Nothing is decided here yet that a reason could go with; decide first.",
    ),
    "round_open": (
        "“{reviewer}”参加的“{name}”轮还没有结束；等负责人结束这一轮再看反馈。",
        "The round “{name}” in which “{reviewer}” takes part is still open; ask for feedback when the owner has closed it.",
    ),
    "one_thing": (
        "请只给出一件事：--list、--agreed、--feedback 某人、--accept 某人 加条款编号，或者一个裁定文件。",
        "Ask for one thing: --list, --agreed, --feedback NAME, --accept NAME with clause ids, or one file of decisions.",
    ),
    "unknown_key": (
        "第 {line} 行有不认识的“{word}”；裁定文件的一行可以有：{allowed}。",
        "Line {line} has the unknown key “{word}”; a line of decisions may have: {allowed}.",
    ),
    "bad_reason": ("reason 必须是文字", "reason must be a text"),
    "bad_state": (
        "state 只能是 discarded，并且不与 field 同写；这里是“{state}”",
        "state can only be discarded, without a field; it is “{state}”",
    ),
    # What the command tells
    "stored": ("裁定了 {clauses} 条、{fields} 项。", "Decided: {clauses} clauses, {fields} fields."),
    "listed": ("共 {count} 条要裁定。", "To be decided: {count}."),
    "none_open": ("没有要裁定的条款。", "Nothing is to be decided."),
    "line": ("{clause}  《{title}》第 {number} 条  {what}", "{clause}  {title}, clause {number}  {what}"),
    "state_open": ("待裁定", "to be decided"),
    "state_agreed": ("一致", "agreed"),
    "state_decided": ("已裁定", "decided"),
    "state_discarded": ("已弃用", "discarded"),
    "stale_mark": ("（裁定后有改动）", " (changed since)"),
    "no_feedback": (
        "“{reviewer}”还没有被裁定的标注。",
        "Nothing that “{reviewer}” said has been decided yet.",
    ),
    "confusion": (
        "{field}：标为“{said}”，裁定为“{decided}”，{n} 次",
        "{field}: “{said}” was decided to be “{decided}”, {n} times",
    ),
    "told": (
        "《{title}》第 {number} 条 {field}：标为 {said}；裁定为 {decided}。{reason}{by}",
        "{title}, clause {number}, {field}: said {said}; decided {decided}. {reason}{by}",
    ),
    "by": ("（{name}）", " ({name})"),
}
