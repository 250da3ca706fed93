"""Words of bundles, of handing in, and of event files."""

WORDS: dict[str, tuple[str, str]] = {
    "exists": (
        "“{path}”已经存在，没有改动它；请换一个文件名。",
        "“{path}” exists already and was left alone; choose another name.",
    ),
    "for_whom": (
        "请用 --reviewer 指明给谁，如 annotator bundle --reviewer 王芳 给王芳.db",
        "Say for whom with --reviewer, as in annotator bundle --reviewer amy for-amy.db",
    ),
    "alias": ("“{name}”是{reviewer}的另一个名字。", "“{name}” is another name of {reviewer}."),
    "bundled": (
        "已为{reviewer}建好 {path}，只含其可见的内容：分派的 {clauses} 条，退回的 {returned} 条。",
        "Made {path} for {reviewer}, with only what they may see: {clauses} clauses assigned, {returned} returned.",
    ),
    "nothing": (
        "没有条款分派给{reviewer}，打开后要自己选着标；若要分派，先用 annotator assign，再重做这个文件。",
        "No clause is assigned to {reviewer}, who will choose what to label; to assign some, use annotator "
        "assign and make the file anew.",
    ),
    "back": ("{reviewer}交回.db", "from-{reviewer}.db"),
    "how": (
        "{reviewer}这样打开：annotator {file}；做完交回：annotator {file} hand-in {back}",
        "{reviewer} opens it with annotator {file} and hands in with annotator {file} hand-in {back}",
    ),
    "document": (
        "《{title}》：完成 {finished}，跳过 {skipped}，未完成 {open}（共 {clauses} 条）",
        "“{title}”: {finished} finished, {skipped} skipped, {open} open (of {clauses} clauses)",
    ),
    "round": (
        "轮次“{title}”：完成 {finished}/{clauses}，跳过 {skipped}，未完成 {open}",
        "Round “{title}”: {finished} of {clauses} finished, {skipped} skipped, {open} open",
    ),
    "returned": (
        "还有退回的 {count} 条没有重做；可先重做再交。",
        "Returned clauses not done again yet: {count}. You may do them first.",
    ),
    "not_theirs": (
        "这个文件里没有“{reviewer}”的标注，没有写出任何文件；里面是{names}的。请加 --reviewer {first} 再交。",
        "Nothing in this file is by “{reviewer}”, and nothing was written; it is the work of {names}. "
        "Hand it in with --reviewer {first}.",
    ),
    "drafts": (
        "有 {count} 处正在写、还没有确认的文字留在原文件里，没有交出。",
        "Texts still being written stay in your own file and were not handed in: {count}.",
    ),
    "handed_in": (
        "已写好 {path}，内有{reviewer}的全部标注；请把它交给负责人，由其用 annotator merge 合并。",
        "Wrote {path} with all the work of {reviewer}; give it to the lead, who merges it with annotator merge.",
    ),
    "all_events": (
        "--events 写出的总是全部记录；请不要同时指明条款、文件或人（“{path}”没有写）。",
        "--events writes all events; name no subject and no person beside it (“{path}” was not written).",
    ),
    "written": ("已把 {count} 条记录写进 {path}。", "Wrote {count} events to {path}."),
}
