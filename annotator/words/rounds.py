"""Words of rounds as reviewers meet them: their queue, what came back, training."""

WORDS: dict[str, tuple[str, str]] = {
    "queue": ("{title}：完成 {done}/{count}", "{title}: {done}/{count} done"),
    "training_queue": ("练习 {title}：完成 {done}/{count}", "Training {title}: {done}/{count} done"),
    "returned": ("退回的条目", "Returned clauses"),
    "returned_state": ("退回", "returned"),
    "returned_fields": ("退回重看（{fields}）：{reason}", "Returned, look again at {fields}: {reason}"),
    "returned_whole": ("退回重看：{reason}{fields}", "Returned, look again: {reason}{fields}"),
    "replied": ("提问：{question}\n答复：{reply}", "Question: {question}\nReply: {reply}"),
    "start": ("这是“{title}”的第一条。", "This is the first clause of “{title}”."),
    "left": (
        "到了“{title}”的末尾，还有 {count} 条没做；按 {pressed} 去做。",
        "This is the end of “{title}”; {count} are not done yet: {pressed} goes there.",
    ),
    "done": (
        "“{title}”全部完成，谢谢。各做各的文件，用 annotator hand-in 交回。",
        "“{title}” is done, thank you. If the file is your own: annotator hand-in gives it back.",
    ),
    "none": ("没有分派给你的条目。", "Nothing is assigned to you."),
    "all_done": ("分派给你的都已完成。", "Everything assigned to you is done."),
    "begun": ("{title}：还有 {left} 条要做。", "{title}: {left} to be done."),
    "begun_gone": (
        "{title}：还有 {left} 条要做；另有 {gone} 条已重新切分或停用，不用做。",
        "{title}: {left} to be done; {gone} more were cut anew or retired and are passed over.",
    ),
    "which": ("做哪一轮", "Which round"),
    "row": ("{title}  完成 {done}/{count}", "{title}  {done}/{count} done"),
}
