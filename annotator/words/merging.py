"""What a merge refuses and what it tells."""

WORDS: dict[str, tuple[str, str]] = {
    "merged": (
        "已并入：记录 {event} 条，文件 {document} 份，切分 {cutting} 个，码表 {codebook} 份，建议 {suggestion} 条。",
        "Merged: {event} events, {document} documents, {cutting} cuttings, {codebook} codebooks, {suggestion} suggestions.",
    ),
    "would": (
        "试算，没有改动：会并入记录 {event} 条，文件 {document} 份，切分 {cutting} 个，码表 {codebook} 份，建议 {suggestion} 条。",
        "Nothing was changed. A merge would bring {event} events, {document} documents, {cutting} cuttings, {codebook} codebooks, {suggestion} suggestions.",
    ),
    "stands": ("“{name}”完成到：{people}", "“{name}” now stands at: {people}"),
    "came": ("  {name}：{count} 条的标注", "  {name}: labels of {count} clauses"),
    "same": ("没有新内容：这些文件里的都已在项目里。", "Nothing new: the project has all of it already."),
    # What is refused
    "no_file": (
        "读不了“{path}”：{reason}；请检查文件名和所在的文件夹。没有合并任何内容。",
        "“{path}” cannot be read: {reason}; check its name and folder. Nothing was merged.",
    ),
    "neither": (
        "“{path}”既不是项目文件也不是记录文件，不能合并；请改给 .db 文件，或 annotator log --events 写出的文件。",
        "“{path}” is neither a project file nor a file of events; give a .db file, or one that annotator log --events wrote.",
    ),
    "several": (
        "{first}\n{more}",
        "{first}\n{more}",
    ),
    "unprotected": (
        "“{path}”缺少“{name}”，它的保护不完整，没有合并任何内容；请向对方要一份完好的文件。",
        "“{path}” lacks “{name}” and is not protected as it should be; nothing was merged. Ask for a sound copy.",
    ),
    "lost": (
        "“{path}”的日志中有 {count} 条记录被删除，没有合并任何内容；请向对方要一份完好的文件。",
        "{count} events were deleted from the log of “{path}”; nothing was merged. Ask for a sound copy.",
    ),
    "altered": (
        "“{path}”：{reviewer} 对{subject}的记录（{id}）与编号不符，已被改动；没有合并任何内容，请向对方要一份完好的文件。",
        "“{path}”: what {reviewer} recorded of {subject} ({id}) is not what its id says, it was altered; nothing was merged. Ask for a sound copy.",
    ),
    "malformed": (
        "“{path}”的记录 {id} 的“{part}”不是本程序写的样子；没有合并任何内容，请向对方要一份完好的文件。",
        "“{part}” of event {id} in “{path}” is nothing that this program writes; nothing was merged. Ask for a sound copy.",
    ),
    "far": (
        "“{path}”里 {reviewer} 的记录 {id} 写着 {year} 年：那台电脑的时钟有错，或文件被改过；没有合并任何内容。请在时钟正确的电脑上从原来的项目另做一份。",
        "Event {id} by {reviewer} in “{path}” is dated {year}: the clock there was wrong, or the file was changed; nothing was merged. Have the work redone from a copy of before, with the clock set right.",
    ),
    "forked": (
        "“{path}”：{work}的第 {seq} 条记录与另一份文件中的不同，其中一份是伪造的；没有合并任何内容，请分别用 annotator verify 核对。",
        "“{path}”: event {seq} in {work} is another one than in other files, so that one of them is forged; nothing was merged. Check each with annotator verify.",
    ),
    "chain": (
        "“{path}”：{work}的第 {seq} 条记录与前一条接不上；没有合并任何内容，请向对方要一份完好的文件。",
        "“{path}”: event {seq} in {work} does not follow the one before it; nothing was merged. Ask for a sound copy.",
    ),
    "gap": (
        "“{path}”：{work}缺第 {first} 至 {last} 条记录；没有合并任何内容，请把含有它们的文件一起合并。",
        "“{path}”: events {first} to {last} are missing in {work}; nothing was merged. Merge it together with the file that has them.",
    ),
    "content": (
        "“{path}”中“{what}”的内容与编号不符，已被改动；没有合并任何内容，请向对方要一份完好的文件。",
        "The content of “{what}” in “{path}” is not what its id says, it was altered; nothing was merged. Ask for a sound copy.",
    ),
    "refused": (
        "“{path}”中有项目不能接受的内容（{reason}）；没有合并任何内容，请逐个合并以找出是哪一份。",
        "The project cannot take what is in “{path}” ({reason}); nothing was merged. Merge one by one to find out which.",
    ),
    "no_cutting": (
        "“{path}”里有对{document}的重新切分，切分本身却不在记录文件里；请连同它的项目文件一起合并。没有合并任何内容。",
        "“{path}” tells of a new cutting of {document}, which an event file does not hold; merge the project file with it. Nothing was merged.",
    ),
    "no_codebook": (
        "“{path}”启用了这里没有的码表（{digest:.12}…），记录文件里没有它的文字；请连同它的项目文件一起合并。没有合并任何内容。",
        "“{path}” puts a codebook in force that is not here ({digest:.12}…), and an event file does not hold it; merge the project file with it. Nothing was merged.",
    ),
    "newer": (
        "“{path}”由更新版的 annotator 写成（记录格式 {found}，本版只认识到 {known}）；请先升级 annotator。没有合并任何内容。",
        "“{path}” was written by a newer annotator (events of format {found}, this one knows {known}); upgrade annotator first. Nothing was merged.",
    ),
    "long_line": (
        "“{path}”第 {line} 行太长，不会是记录；没有合并任何内容。",
        "Line {line} of “{path}” is too long for an event; nothing was merged.",
    ),
    "not_utf8": (
        "“{path}”第 {line} 行不是 UTF-8 编码；请要一份未经转换的文件。没有合并任何内容。",
        "Line {line} of “{path}” is not UTF-8; ask for a file that was not converted. Nothing was merged.",
    ),
    "not_json": (
        "“{path}”第 {line} 行不是 JSON 对象（若是版本管理留下的冲突标记，两边的行都要保留）；没有合并任何内容。",
        "Line {line} of “{path}” is no JSON object (of a conflict marked by version control keep the lines of both sides); nothing was merged.",
    ),
    "no_event": (
        "“{path}”第 {line} 行不是一条记录；请给 annotator log --events 写出的文件。没有合并任何内容。",
        "Line {line} of “{path}” is no event; give a file that annotator log --events wrote. Nothing was merged.",
    ),
    "bad_part": (
        "“{path}”第 {line} 行的“{part}”不是本程序写的样子；没有合并任何内容。",
        "“{part}” in line {line} of “{path}” is nothing that this program writes; nothing was merged.",
    ),
    "unmerged": (
        "“{path}”里有 {count} 条记录不在项目里，覆盖就会丢失；请先用 annotator merge 合并它。",
        "“{path}” has {count} events that the project has not and that would be lost; merge it first with annotator merge.",
    ),
    # What is told
    "ahead": (
        "“{path}”有 {count} 条记录的时间比现在晚一天以上（最晚 {latest} UTC），对方的时钟可能不准；此后的记录都会排在它们之后。",
        "{count} events of “{path}” are more than a day ahead of now (up to {latest} UTC), its clock may be wrong; all that follows is dated behind them.",
    ),
    "cuttings": (
        "{document}有不同的切分；现用的是 {by} 在 {at} UTC 的（{path}）。",
        "There are several cuttings of {document}; in force is that by {by} of {at} UTC ({path}).",
    ),
    "cut_otherwise": (
        "“{path}”按{there}标注，合并后项目按{now}标注；各文件的切分不会因此改变，要统一请用 annotator recut。",
        "“{path}” labels {there}, the project {now} after the merge; its documents stay as they are cut: "
        "annotator recut makes them the same.",
    ),
    "codebook_words": (
        "“{path}”的码表是 {there}，这里是 {here}，含义相同；现用的是 {now}（{digest}）。",
        "The codebook of “{path}” is {there}, here it is {here}, and they mean the same; in force is {now} ({digest}).",
    ),
    "codebook_meaning": (
        "“{path}”的码表是 {there}，这里是 {here}，含义不同，标注需要复查；现用的是 {now}（{digest}）。",
        "The codebook of “{path}” is {there}, here it is {here}, and they differ in meaning: labels need another look. In force is {now} ({digest}).",
    ),
    "labelled_by": (
        "“{path}”有 {count} 项标注是按 {there} 标的，现用的是 {now}，含义不同；请看是否要复查。",
        "{count} labels of “{path}” were given by {there}, which differs in meaning from {now}, now in force: they may need another look.",
    ),
    "double": (
        "“{path}”里的 {reviewer} 是系统用户“{user}”，此前是“{others}”；可能是两个人用了同一个名字。",
        "In “{path}” {reviewer} is the system's user “{user}”, elsewhere “{others}”: perhaps two people under one name.",
    ),
    "retired": (
        "合并之后{document}已停用（{by} 在 {at} UTC 停用）；若不是本意，用 annotator retire --back 恢复。",
        "By this merge {document} is out of use ({by} retired it at {at} UTC); annotator retire --back brings it back.",
    ),
    "owner": ("合并之后 {name} 成了负责人。", "By this merge {name} has become an owner of the project."),
    "owner_gone": (
        "合并之后 {name} 不再是负责人（{by} 在 {at} UTC 改的）；若不是本意，请 {owners} 用 annotator reviewers role 改回，或用合并前的备份。",
        "By this merge {name} no longer owns the project ({by} said so at {at} UTC). Where that was not meant, {owners} can give the role back with annotator reviewers role, or restore a backup from before.",
    ),
    "roles": (
        "合并之后 {name} 的角色是“{now}”，此前是“{was}”（{by} 在 {at} UTC 定的）。",
        "By this merge the roles of {name} are “{now}”, before “{was}” ({by} said so at {at} UTC).",
    ),
    "joined": (
        "合并之后“{alias}”与 {name} 是同一个人；若不是，用 annotator reviewers alias 分开。",
        "By this merge “{alias}” and {name} are one person; annotator reviewers alias parts them where they are not.",
    ),
    "parted": (
        "合并之后“{alias}”与 {name} 不再是同一个人。",
        "By this merge “{alias}” and {name} are one person no longer.",
    ),
    "overruled": (
        "{loser} 对 {count} 条的裁定被 {winner} 较晚的不同裁定取代；请两人商定，annotator log 里两种都在。",
        "{count} clauses decided by {loser} were decided otherwise by {winner} later, which stands; the log has both. Let the two agree.",
    ),
    "own_decision": (
        "{name} 裁定了自己标注过的 {count} 条；请换一位没有标过它们的人再看。",
        "{name} decided {count} clauses that they had labelled; let somebody look at them who had not.",
    ),
    "unknown": (
        "有 {count} 条记录说的是项目里没有的文件；它们已保留，合并含有这些文件的项目之后就能看到。",
        "{count} events are about documents that the project does not hold; they are kept, and show once a project file that holds them is merged.",
    ),
    "twins": (
        "{first}与{second}的文字相同，共用同一批条款；请用 annotator retire 停用其中一份。",
        "{first} and {second} read the same and share their clauses; take one out of use with annotator retire.",
    ),
    "left_out": (
        "有 {runs} 次运行的 {count} 条记录不在这些文件里（任务包只含其可见的内容）；合并含有它们的文件就会补上。",
        "{count} events of {runs} runs are in none of these files (a bundle holds only what its reviewer may see); merging the file that has them fills in.",
    ),
}
