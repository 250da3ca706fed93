"""What an import reports."""

WORDS: dict[str, tuple[str, str]] = {
    "option_unit": (
        "新项目逐条（clause，默认）还是逐句（sentence）标注。",
        "What a new project labels: clauses (clause), or each sentence of them (sentence).",
    ),
    "option_segment_unit": (
        "切成条款（clause，默认）还是句子（sentence）。",
        "Cut into clauses or sentences.",
    ),
    "cut_otherwise": (
        "这个项目按{now}标注，不能另按{unit}导入；改用{unit}请先看 annotator recut --unit {option}。",
        "This project labels {now}, and nothing can come in as {unit}; look at annotator recut --unit {option} first.",
    ),
    "no_file": (
        "读不了“{path}”：{reason}；请检查路径和权限。",
        "“{path}” cannot be read: {reason}; check its path and permissions.",
    ),
    "missing": (
        "找不到“{path}”；请检查路径，没有新建项目。",
        "There is no “{path}”; check the path. No project was made.",
    ),
    "nothing": (
        "没有可导入的文件；请给出文件或文件夹的路径。",
        "There is no file to import; give the path of a file or a folder.",
    ),
    "new": ("{name}：{clauses} 条，《{title}》", "{name}: {clauses} clauses, “{title}”"),
    "known": ("{name}：已在项目中，没有改动。", "{name}: is in the project already, nothing changed."),
    "known_elsewhere": (
        "{name}：与项目中的“{same}”（《{title}》）是同一个文件，没有再次导入。",
        "{name}: is the same file as “{same}” in the project (“{title}”), so it was not imported again.",
    ),
    "retired": (
        "{name}：已在项目中，但已停用；用 annotator retire --back {same} 恢复。",
        "{name}: is in the project, out of use; annotator retire --back {same} brings it back.",
    ),
    "twin": (
        "{name}：与项目中的“{same}”（《{title}》）文字完全相同，没有再次导入。",
        "{name}: reads the same as “{same}” in the project (“{title}”), so it was not imported again.",
    ),
    "failed": ("{name}：未导入。{reason}", "{name}: not imported. {reason}"),
    "repairs": ("    修复 {count} 处：{rules}", "    {count} repairs: {rules}"),
    "proposed": (
        "    {count} 处疑似乱码待人判断，未改动",
        "    {count} damaged passages left for a person to judge",
    ),
    "units": ("    责任单位 {count} 处", "    {count} mentions of responsible units"),
    "unresolved": ("    不在单位表中的单位：{names}", "    units not in the table: {names}"),
    "made": ("新建了项目 {path}。", "Made the project {path}."),
    "sum": (
        "新导入 {new} 份，已有同一文件 {known} 份，已停用 {retired} 份，文字与已有的相同 {twin} 份，未导入 {failed} 份；"
        "项目共 {documents} 份文件 {clauses} 条。",
        "{new} imported, {known} there already as the same file, {retired} out of use, "
        "{twin} with the text of another, {failed} not imported; "
        "the project holds {documents} documents with {clauses} clauses.",
    ),
    "working": ("正在导入", "Importing"),
    "progress": (
        "导入 {done}/{total} 个文件，{clauses} 条，还要 {left}",
        "{done} of {total} files, {clauses} clauses, {left} left",
    ),
    "more_failed": ("另有 {count} 份未导入。", "{count} more were not imported."),
    "more_twin": (
        "另有 {count} 份文字与已有的相同，没有再次导入。",
        "{count} more read the same as others, so they were not imported again.",
    ),
    "more_known": (
        "另有 {count} 份与已有的是同一个文件，没有再次导入。",
        "{count} more are the same files as others, so they were not imported again.",
    ),
    "sum_rest": (
        "其余 {count} 份合计：{clauses} 条",
        "The other {count} documents together: {clauses} clauses",
    ),
    "sum_all": ("{count} 份合计：{clauses} 条", "{count} documents together: {clauses} clauses"),
    "unresolved_some": (
        "    不在单位表中的单位 {count} 个：{names}",
        "    {count} units not in the table: {names}",
    ),
    "stopped": (
        "已停止：处理了 {total} 个文件中的 {done} 个，都已保存；再运行一次同样的命令就接着导入。",
        "Stopped: {done} of {total} files are done and stored; the same command goes on with the rest.",
    ),
    "option_processes": (
        "用几个进程处理文件；0 为不另开进程（缺省：文件多时每个处理器核心一个）。",
        "How many processes work on the files; 0 starts none (default: one for each core where files are many).",
    ),
    "no_memory": (
        "内存不够；请拆小文件，或关掉别的程序后再导入。",
        "There is not enough memory; divide the file, or close other programs and import it again.",
    ),
    "broken": (
        "程序处理这份文件时出错（{kind}：{reason}），其余文件照常导入；请把文件和这句话告诉开发者。",
        "The program failed at this file ({kind}: {reason}), and went on with the others; "
        "please send the file and this sentence to the developers.",
    ),
    "died": (
        "处理这份文件的进程被系统终止（多半是内存不够），其余文件照常导入；请拆小文件，或单独再导入一次。",
        "The process that worked on this file was ended by the system, most likely for lack of memory; the "
        "others went on. Divide the file, or import it again alone.",
    ),
}
