"""Words of verify, backup and restore."""

WORDS: dict[str, tuple[str, str]] = {
    "sound": ("完好：{count} 条记录全部核对一致。", "Sound: all {count} events check out."),
    "all_sound": ("完好：全部核对一致。", "Sound: everything checks out."),
    "faulty": (
        "发现 {count} 处问题；请保留此文件，并用 annotator restore 恢复备份。",
        "{count} faults found; keep this file, and bring back a copy with annotator restore.",
    ),
    "backed_up": ("已备份到 {target}。", "Backed up to {target}."),
    "restored": ("已用 {copy} 恢复 {path}。", "Restored {path} from {copy}."),
    "kept": ("原来的文件保存在 {kept}。", "The file that stood there is now {kept}."),
    "exists": (
        "“{path}”已经存在；请换一个文件名，或先移走它。",
        "“{path}” exists already; choose another name, or move it away.",
    ),
    "cannot_write": (
        "写不了“{path}”：{reason}；请换一个文件夹，或腾出空间。",
        "“{path}” cannot be written: {reason}; choose another folder, or make room.",
    ),
    "unsound": (
        "“{path}”核对不一致，没有用它恢复；请换一份备份，详情见 annotator verify。",
        "“{path}” does not check out and was not used; take another copy, annotator verify tells why.",
    ),
    "no_copy": (
        "找不到备份文件“{path}”；请检查文件名和所在的文件夹。",
        "There is no copy “{path}”; check its name and folder.",
    ),
    "in_use": (
        "“{path}”正在使用；请先关闭其他窗口再恢复。",
        "“{path}” is in use; close the other windows first.",
    ),
}
