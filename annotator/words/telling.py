"""What an event says, in words."""

WORDS: dict[str, tuple[str, str]] = {
    "taken_back": ("（收回）", "(taken back)"),
    "yes": ("是", "yes"),
    "about": ("{field} · {kind}", "{field} · {kind}"),
    "said": ("{about} {value}", "{about} {value}"),
    "with_labels": ("{what}，连同 {count} 项标签", "{what}, with {count} labels"),
    "with_label": ("{what}，连同 1 项标签", "{what}, with 1 label"),
    "and_more": ("{what} 等 {count} 项", "{what}, of {count}"),
    "decided": ("裁定 {what}", "decided {what}"),
    "how": ("{how} {reason}", "{how} {reason}"),
    "clauses": ("{count} 条", "{count} clauses"),
    "split": ("拆分", "split"),
    "merge": ("合并", "merge"),
    "anew": ("重新切分", "cut anew"),
    "cut_again": ("恢复切分", "cutting put back"),
    "in_clause": ("{what}（第 {number} 条）", "{what} (clause {number})"),
    "in_clauses": ("{what}（{count} 条）", "{what} ({count} clauses)"),
}
