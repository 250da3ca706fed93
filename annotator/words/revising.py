"""Words of a codebook's revision."""

WORDS: dict[str, tuple[str, str]] = {
    "reason": (
        "码表改为第 {version} 版，意义有变：{changed}。请按新版再看一遍。",
        "The codebook is at version {version}, with a new meaning of {changed}; look at this once more.",
    ),
    "new": ("新增 {what}", "new: {what}"),
    "gone": ("去掉 {what}", "gone: {what}"),
    "meaning": ("意义有变 {what}", "a new meaning: {what}"),
    "words": ("文字有变 {what}", "other words: {what}"),
    "code": ("{field}·{code}", "{field}: {code}"),
    "nothing": ("两版没有差别。", "The two versions are the same."),
    "untouched": (
        "已有的标签都不用复查。",
        "No label needs to be checked again.",
    ),
    "touched": (
        "涉及已标的 {clauses} 条；复查会把它们退回给标过的人：",
        "Labels of {clauses} clauses are touched; a re-check gives them back to whoever labelled them:",
    ),
    "by_reviewer": ("    {reviewer}  {count} 条", "    {reviewer}  {count} clauses"),
    "how": (
        "启用并退回复查：annotator codebook use {path} --recheck；只启用：去掉 --recheck。",
        "To put it in force and give them back: annotator codebook use {path} --recheck; without --recheck "
        "it is only put in force.",
    ),
    "returned": (
        "已退回 {count} 条，出现在各人的待办里。",
        "{count} were given back, and stand among what their reviewers have to do.",
    ),
}
