"""Words for people and what they may do."""

WORDS: dict[str, tuple[str, str]] = {
    "annotator": ("标注员", "annotator"),
    "reviewer": ("审核", "reviewer"),
    "arbitrator": ("仲裁", "arbitrator"),
    "supervisor": ("监督", "supervisor"),
    "owner": ("负责人", "owner"),
    "unresolved": ("不在单位表中", "not in the table"),
    "nobody": ("（目前没有人）", "(nobody yet)"),
    "no_label": (
        "按“{reviewer}”现有的角色不能标注；能标注的有：{who}。角色由负责人用 annotator reviewers role 改。",
        "The roles of “{reviewer}” do not allow labelling; these may: {who}. "
        "The owner changes roles with annotator reviewers role.",
    ),
    "no_see": (
        "“{reviewer}”不能看别人的标注；能看的有：{who}。",
        "“{reviewer}” may not see the work of others; these may: {who}.",
    ),
    "no_decide": (
        "“{reviewer}”不能裁定；能裁定的有：{who}。角色由负责人用 annotator reviewers role 改。",
        "“{reviewer}” may not decide; these may: {who}. The owner changes roles with annotator reviewers role.",
    ),
    "no_assign": (
        "“{reviewer}”不能分配任务；能分配的有：{who}。",
        "“{reviewer}” may not assign work; these may: {who}.",
    ),
    "no_cut": (
        "“{reviewer}”不能改切分，也不能停用文件；能改的有：{who}，请向他们提出。",
        "“{reviewer}” may neither cut documents nor take them out of use; ask one of these: {who}.",
    ),
    "no_divide": (
        "“{reviewer}”不能划分训练集和测试集；能划分的有：{who}。",
        "“{reviewer}” may not divide the documents into training and test; these may: {who}.",
    ),
    "no_describe": (
        "“{reviewer}”不能改文件信息；能改的有：{who}。",
        "“{reviewer}” may not change what is said of documents; these may: {who}.",
    ),
    "no_track": (
        "“{reviewer}”不能填写台账；能填的有：{who}。",
        "“{reviewer}” may not fill in the ledger; these may: {who}.",
    ),
    "no_settle": (
        "“{reviewer}”不能处理新单位；能处理的有：{who}。",
        "“{reviewer}” may not settle units; these may: {who}.",
    ),
    "no_alias": (
        "“{reviewer}”不能合并名字；能合并的有：{who}。",
        "“{reviewer}” may not join names; these may: {who}.",
    ),
    "no_roles": (
        "“{reviewer}”不能增加人员或改角色；能改的有：{who}。",
        "“{reviewer}” may not add people or change roles; these may: {who}.",
    ),
    "no_codebook": (
        "“{reviewer}”不能换码表；能换的有：{who}，请把文件交给他们。",
        "“{reviewer}” may not change the codebook; these may: {who}; give them the file.",
    ),
    "own_work": (
        "这一条是你自己标的，执行与审核须由不同的人做；可由{who}来裁定。",
        "You labelled this clause, and nobody reviews their own work; these may decide it: {who}.",
    ),
    "own_decision": (
        "这一条是你裁定过的，执行与审核须由不同的人做；请由别人来标，或先撤回你的裁定。",
        "You decided this clause, and nobody reviews their own work; let somebody else label it, or take your "
        "decision back first.",
    ),
    "all_own_work": (
        "这一条是你自己标的，执行与审核须由不同的人做，而能裁定的人都标过它；"
        "请负责人用 annotator reviewers role 让没标过的人审核。",
        "You labelled this clause, and so did everyone who may decide; let the owner make somebody else a "
        "reviewer with annotator reviewers role.",
    ),
    "blind": (
        "“{round}”还在进行，其间各标各的，不看别人的结果；现在可以看的：{who}，或等本轮结束后再看。",
        "The round “{round}” is open: until it is closed nobody who labels sees the work of others. "
        "These may see it now: {who}.",
    ),
    "own_left": (
        "“{round}”里还有 {count} 条是你要标的；标完后才能看别人的结果。",
        "You have {count} clauses left in the round “{round}”; finish them to see the work of others.",
    ),
    "only_mine": (
        "“{round}”还在进行：只列自己的工作。",
        "The round “{round}” is open: this shows your own work only.",
    ),
    "unknown": (
        "项目里没有叫“{name}”的人；annotator reviewers 可查，annotator reviewers add 可加。",
        "Nobody here is called “{name}”; annotator reviewers lists everyone, annotator reviewers add adds one.",
    ),
    "there": (
        "“{name}”已在项目里；改角色请用 annotator reviewers role。",
        "“{name}” is in the project already; change roles with annotator reviewers role.",
    ),
    "taken": (
        "“{name}”是“{person}”的另一个名字；要分开，先用 annotator reviewers alias --drop。",
        "“{name}” is another name of “{person}”; draw them apart first with annotator reviewers alias --drop.",
    ),
    "no_role": ("没有角色“{role}”；可以是：{known}。", "There is no role “{role}”; it can be: {known}."),
    "last_owner": (
        "“{name}”是唯一的负责人；请先让别人也做负责人：annotator reviewers role 名字 owner。",
        "“{name}” is the only owner; make somebody else an owner first: annotator reviewers role NAME owner.",
    ),
    "itself": (
        "“{name}”就是这个名字本身；请给另一个名字。",
        "“{name}” is that name itself; give another one.",
    ),
    "no_alias_of": (
        "“{name}”不是“{person}”的别名；annotator reviewers 列出各人的别名。",
        "“{name}” is no alias of “{person}”; annotator reviewers lists the aliases.",
    ),
    "bad_name": (
        "“{name}”不能作名字：须为 1 到 {most} 个可见字符，不换行。",
        "“{name}” cannot be a name: it takes 1 to {most} characters, all on one line.",
    ),
    "added": ("已加入 {name}：{roles}", "{name} was added: {roles}"),
    "changed": ("{name} 现在是：{roles}", "{name} is now: {roles}"),
    "same": ("{name} 本来就是：{roles}", "{name} was that already: {roles}"),
    "joined": (
        "“{alias}”并入“{name}”，连同 {count} 项标注",
        "“{alias}” is now “{name}”, with {count} answers",
    ),
    "parted": (
        "“{alias}”不再算作“{name}”，带走 {count} 项标注",
        "“{alias}” is no longer “{name}”, and takes {count} answers along",
    ),
    "would_join": (
        "“{alias}”会并入“{name}”，连同 {count} 项标注；尚未执行",
        "“{alias}” would become “{name}”, with {count} answers; nothing was done",
    ),
    "would_part": (
        "“{alias}”会与“{name}”分开，带走 {count} 项标注；尚未执行",
        "“{alias}” would be parted from “{name}”, with {count} answers; nothing was done",
    ),
    "near": (
        "“{names}”可能是同一个人；若是，负责人用 annotator reviewers alias {words} 合并。",
        "“{names}” may be one person; if so, the owner joins them: annotator reviewers alias {words}",
    ),
    "met": (
        "你以“{name}”的名字加入；项目里已有“{near}”。若是同一个人，请退出后用原来的名字进入，或请负责人合并。",
        "You came in as “{name}”; “{near}” is here already. If that is you, leave and come in under that name, "
        "or ask the owner to join the names.",
    ),
    "column_name": ("姓名", "name"),
    "column_roles": ("角色", "roles"),
    "column_also": ("又名", "also"),
    "for_another": (
        "这个文件是给{whom}的，你以{name}的身份在里面工作；若你就是{whom}，请退出后用这个名字进入。",
        "This file is for {whom} and you work in it as {name}; if you are {whom}, leave and come in by that name.",
    ),
}
