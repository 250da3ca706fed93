"""Words of what a person prefers, and of its file."""

WORDS: dict[str, tuple[str, str]] = {
    "unknown": (
        "没有名为“{name}”的设置；可以设的有 {known}。",
        "There is no preference “{name}”; there are {known}.",
    ),
    "bad_value": (
        "{name} 不能设为“{value}”；可以设为 {allowed}。",
        "{name} cannot be “{value}”; it can be {allowed}.",
    ),
    "bad_name": (
        "{name} 不能设为“{value}”；请用由可见字符组成的名字，最多 60 个字。",
        "{name} cannot be “{value}”; give a name of visible characters, 60 at most.",
    ),
    "fault": (
        "设置文件 {path} 第 {line} 行：{sentence}这一行没有生效。",
        "Preferences in {path}, line {line}: {sentence} That line has no effect.",
    ),
    "syntax": (
        '设置文件 {path} 第 {line} 行看不懂；每行应写成 名称 = "值"。改好之前整个文件都没有生效。',
        'Preferences in {path}, line {line}, cannot be understood; write name = "value". Until then none of it has effect.',
    ),
    "unreadable": (
        "读不了设置文件 {path}（{reason}）；请检查权限或删除它。",
        "The preferences in {path} cannot be read ({reason}); mend the file's rights, or delete it.",
    ),
    "unwritable": (
        "设置存不进 {path}（{reason}）；请检查权限，或用 ANNOTATOR_CONFIG 另指一个文件夹。",
        "Preferences cannot be stored in {path} ({reason}); mend its rights, or name another folder with ANNOTATOR_CONFIG.",
    ),
    "not_understood": (
        "设置文件 {path} 里有看不懂的行，没有改动它；请先改好或删除它。",
        "There are lines in {path} that cannot be understood, so it was left alone; mend or delete it first.",
    ),
    "no_folder": (
        "找不到你的主文件夹，设置没有存放的地方；请用 ANNOTATOR_CONFIG 指定一个文件夹。",
        "Your home folder is not known, so there is no place for preferences; name one with ANNOTATOR_CONFIG.",
    ),
    "file": ("设置文件：{path}", "File: {path}"),
    "stored": ("{about}：{value}", "{about}: {value}"),
    "forgotten": ("{about}：不再另设", "{about}: forgotten"),
    "change": (
        "改一项：annotator preferences set theme light",
        "To change one: annotator preferences set theme light",
    ),
    "on": ("开", "on"),
    "off": ("关", "off"),
    "overridden": (
        "环境变量 {variable} 另有设定，现在以它为准。",
        "{variable} of the environment says otherwise, and goes first.",
    ),
    "from_option": ("命令行", "command line"),
    "from_environment": ("环境变量", "environment"),
    "from_stored": ("设置文件", "stored"),
    "from_system": ("默认", "by itself"),
    "about_language": ("界面语言", "language"),
    "about_reviewer": ("我是谁", "who I am"),
    "about_theme": ("配色", "colours"),
    "about_width": ("“ ” — … 占几格", "cells of “ ” — …"),
    "about_mouse": ("鼠标", "mouse"),
    "about_linear": ("逐行模式", "line by line"),
}
