"""Words of progress and pace."""

WORDS: dict[str, tuple[str, str]] = {
    "today": ("今天 {count} 条", "{count} today"),
    "median": ("每条约 {time}", "median {time}"),
    "seconds": ("{seconds} 秒", "{seconds} s"),
    "minutes": ("{minutes} 分 {seconds} 秒", "{minutes} min {seconds} s"),
    "hours": ("{hours} 小时 {minutes} 分", "{hours} h {minutes} min"),
    "title": ("进度：{reviewer}", "Progress: {reviewer}"),
    "span_today": ("今天", "today"),
    "span_week": ("近 7 天", "7 days"),
    "span_all": ("全部", "in all"),
    "done": ("完成 {count} 条", "{count} finished"),
    "spent": ("用时 {time}", "{time}"),
    "pace": ("最近 {count} 条的用时中位数：{time}", "Median time of the last {count} clauses: {time}"),
    "no_pace": ("完成几条后这里会有用时。", "Times stand here once clauses are finished."),
    "open": ("存疑 {flags} 条  待答提问 {questions} 条", "{flags} doubtful, {questions} questions open"),
    "column_done": ("完成", "done"),
    "column_draft": ("草稿", "drafts"),
    "column_skipped": ("跳过", "skipped"),
    "column_left": ("未开始", "left"),
    "column_document": ("文件", "document"),
    "keys": ("↑↓ 滚动  Esc 返回", "↑↓ scroll  Esc back"),
}
