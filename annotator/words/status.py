"""Words of status and log."""

WORDS: dict[str, tuple[str, str]] = {
    "head": ("{path}：{documents} 份文件，{clauses} 条", "{path}: {documents} documents, {clauses} clauses"),
    "cut_into": ("按{unit}标注", "labels {unit}"),
    "titled": ("{title}（{file}）", "{title} ({file})"),
    "document": ("《{title}》  {clauses} 条  {doc_id}", "“{title}”  {clauses} clauses  {doc_id}"),
    "reviewer": (
        "    {name}：完成 {submitted}{returned}，跳过 {skipped}，草稿 {draft}，未开始 {left}",
        "    {name}: {submitted} finished{returned}, {skipped} skipped, {draft} drafts, {left} untouched",
    ),
    "returned": ("（其中退回待看 {count}）", " ({count} of them returned)"),
    "field": ("        {name} · {field}：{states}", "        {name} · {field}: {states}"),
    "state": ("{state} {count}", "{state} {count}"),
    "set": ("已填", "set"),
    "none": ("文中未写明", "nothing in the text"),
    "unset": ("未填", "unset"),
    "n/a": ("不适用", "does not apply"),
    "no_subject": (
        "项目里没有“{subject}”的记录；编号可用 annotator search 查到。",
        "The project knows nothing of “{subject}”; annotator search shows the ids of clauses.",
    ),
}
