"""What the project file has to say."""

WORDS: dict[str, tuple[str, str]] = {
    "exists": (
        "“{path}”已经存在，没有改动它；请换一个文件名，或用 annotator --project 打开它。",
        "“{path}” exists already and was left alone; choose another name, or open it with annotator --project.",
    ),
    "leftover": (
        "“{path}”旁边有旧项目留下的 -wal 或 -journal 文件，可能存着未并入的标注；请先把它们移走或放回原项目，再新建。",
        "Beside “{path}” stand -wal or -journal files of an older project, which may hold its last labels; move them away, or back to their project, first.",
    ),
    "vanished": (
        "“{path}”已被移走或删除，这一步没有保存；请把原文件放回原处再打开，用备份则请用 annotator restore 恢复。",
        "“{path}” was moved or deleted and this step was not saved; put that file back and open it again, or bring back a copy with annotator restore.",
    ),
    "other_log": (
        "“{path}”旁边的 -wal 不是它的，是原先在此的另一个文件留下的，一起打开会损坏数据，所以没有打开；请用 annotator restore 从备份恢复，原有的都会保留。",
        "The -wal beside “{path}” is not its own but was left by another file that stood there; together they would ruin it, so it was not opened. Bring back a copy with annotator restore: what stands there is kept.",
    ),
    "no_document": (
        "项目里没有文件“{name}”；编号和文件名可用 annotator status --json 查到。",
        "The project has no document “{name}”; annotator status --json shows ids and file names.",
    ),
    "fitting": ("{file}《{title}》", "{file} (“{title}”)"),
    "fitting_documents": (
        "“{name}”对得上 {count} 份文件：{names}；请写其中一个的文件名，同名的写编号（annotator status 可查）。",
        "“{name}” fits {count} documents: {names}; give the file name of one, or its id (annotator status).",
    ),
    "several_documents": (
        "有多份文件名为“{name}”；请改用编号（annotator status 可查）。",
        "Several documents are called “{name}”; use the id, which annotator status shows.",
    ),
    "missing": (
        "找不到项目文件“{path}”；请用 --project 指明项目，或先用 annotator import 建立一个。",
        "There is no project file “{path}”; name one with --project, or make one with annotator import.",
    ),
    "folder": (
        "“{path}”是文件夹，不是项目文件；请指明其中的 .db 文件。",
        "“{path}” is a folder, not a project file; name the .db file in it.",
    ),
    "foreign": (
        "“{path}”不是 annotator 的项目文件；请用 --project 指明另一个文件。",
        "“{path}” is not a project file of annotator; name another one with --project.",
    ),
    "newer": (
        "“{path}”由更新版的 annotator 写成（格式 {found}，本版只认识到 {known}）；请先升级 annotator，文件没有改动。",
        "“{path}” was written by a newer annotator (format {found}, this one knows {known}); "
        "upgrade annotator first. The file was left as it is.",
    ),
    "busy": (
        "另一个程序正在写“{path}”，这一步没有保存；请稍候再按一次。",
        "Another program is writing “{path}” and this step was not saved; wait a moment and press again.",
    ),
    "busy_now": (
        "另一个程序正在写“{path}”，没有保存；请稍候再试。",
        "Another program is writing “{path}” and nothing was saved; try again in a moment.",
    ),
    "corrupt": (
        "“{path}”已损坏，无法可靠读取；请用 annotator restore 从备份恢复。",
        "“{path}” is damaged and cannot be read safely; bring back a copy with annotator restore.",
    ),
    "full": (
        "磁盘已满，这一步没有保存；请腾出空间后再试，此前保存的都在“{path}”。",
        "The disk is full and this was not saved; make room, try again. All earlier work is in “{path}”.",
    ),
    "readonly": (
        "只读，无法保存；请复制到可写的文件夹，或改变文件权限：“{path}”。",
        "Read-only, nothing can be saved; copy it to where one can write, or change permissions: “{path}”.",
    ),
    "not_here": (
        "“{path}”所在的文件夹是只读的，旁边又有未并入的 -wal，在这里读不了；请连同 -wal 一起复制到可写的文件夹再打开。",
        "“{path}” is in a folder that cannot be written, with a -wal beside it that is not merged, and cannot be read there; copy both to a folder that can be written.",
    ),
    "cannot_open": (
        "打不开“{path}”；请检查文件和所在文件夹的权限。",
        "“{path}” cannot be opened; check the permissions of the file and its folder.",
    ),
    "disk": (
        "读写“{path}”时磁盘出错；请检查磁盘或网络盘，再试一次。",
        "The disk failed while reading or writing “{path}”; check the disk or network drive and try again.",
    ),
    "nothing_to_undo": ("没有可撤销的操作。", "There is nothing to undo."),
    "nothing_to_redo": ("没有可重做的操作。", "There is nothing to redo."),
    "cut_since": (
        "此后这份文件又重新切分或修复过，不能撤销；请直接改成想要的样子。",
        "The document was cut or repaired since, so this cannot be taken back; change it as you want it.",
    ),
    "changed_since": (
        "此后该值已被改动，不能撤销；请直接改成想要的值。",
        "The value has changed since, so this cannot be taken back; set the value you want instead.",
    ),
    "no_place": (
        "{start} 到 {end} 不在这一条的原文范围内；请改正 start 和 end（原文字符位置）。",
        "{start} to {end} is not inside the clause; start and end are characters of the source.",
    ),
}
