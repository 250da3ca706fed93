"""Words of `annotator assign`."""

WORDS: dict[str, tuple[str, str]] = {
    "option_name": ("新一轮的名称。", "What the new round is called."),
    "option_to": (
        "分给谁，逗号分隔，可写多次；先用 annotator reviewers add 登记。",
        "Who gets it, with commas; enter people with annotator reviewers add before.",
    ),
    "option_overlap": (
        "由多人各标一遍的比例（默认 20%），其余每条一人。",
        "Share of clauses labelled by several (20%); the rest goes to one each.",
    ),
    "option_each": (
        "这部分每条由几人标（默认 2）；单写它时，条条如此。",
        "By how many (2); without --overlap, every clause is.",
    ),
    "option_most": (
        "最多抽多少条（--by document 时为多少份）。",
        "Draw at most so many clauses (or documents, with --by document).",
    ),
    "option_by": ("按条（clause）还是按整份文件（document）分。", "Deal by clause or by whole document."),
    "option_order": (
        "按文件顺序（document）还是打乱（shuffled）。",
        "In the order of the document, or shuffled.",
    ),
    "option_retest": (
        "同一人隔半程再标一遍的比例，标的人看不出来。",
        "Share that comes again, unseen, half a queue later.",
    ),
    "option_check": (
        "混入裁定过的条款作质检的比例，标的人看不出来。",
        "Share of decided clauses mixed in, unseen, as checks.",
    ),
    "option_more_of": (
        "多抽标有或建议这些代码的条款（5 倍机会），逗号分隔。",
        "Draw clauses with these codes 5 times as often.",
    ),
    "option_documents": ("只从这份文件抽，可写多次。", "Draw from this document alone; may be repeated."),
    "option_where": ("只从查到的条目抽。", "Draw from what this query finds."),
    "option_once": ("相同或相近的条款只抽最前一条。", "Of clauses that read alike draw the first alone."),
    "option_training": (
        "练习：抽裁定过的条款，人人都标，标完即见与裁定的不同。",
        "Training: decided clauses for all, with feedback.",
    ),
    "option_seed": (
        "随机种子（默认 1）；同样的写法抽出同样的一轮。",
        "Seed of the draw (1); the same line draws the same round.",
    ),
    "option_dry_run": ("只看会怎么分，不保存。", "Show the draw and store nothing."),
    "option_list": (
        "列出各轮：进度、速度、质检、提问；标注员看到的是自己的条款。",
        "List rounds: progress, pace, checks; an annotator is told their own clauses.",
    ),
    "option_close": ("结束这一轮。", "End a round."),
    "option_reopen": ("重开这一轮。", "Open a round again."),
    "one_thing": (
        "请写 --name（新一轮）、--list、--close、--reopen 中的一样。",
        "Ask for one of --name (a new round), --list, --close, --reopen.",
    ),
    "bad_name": (
        "“{name}”不能作轮次名称；请用一行可见的字，最多 60 个。",
        "“{name}” cannot name a round; use visible characters on one line, 60 at most.",
    ),
    "bad_reviewer": (
        "“{name}”不能作姓名；请用一行可见的字，最多 60 个。",
        "“{name}” cannot be a name; use visible characters on one line, 60 at most.",
    ),
    "unknown": (
        "项目里没有：{names}；请检查名字，或先登记：annotator reviewers add {line}",
        "Not in the project: {names}; check the names, or enter them first: annotator reviewers add {line}",
    ),
    "too_few": (
        "--each {each} 要每条由 {each} 人标，而 --to 只有 {count} 人；请改小 --each，或在 --to 里加人。",
        "--each {each} asks for {each} people a clause, and --to names {count}; ask for fewer or name more.",
    ),
    "nobody": ("请用 --to 写分给谁，如 --to 王芳,李四。", "Say who gets it with --to, such as --to Wang,Li."),
    "name_taken": (
        "已有一轮叫“{name}”，抽法与这次不同；请换个名称。",
        "There is a round “{name}” that was drawn otherwise; choose another name.",
    ),
    "nothing_to_draw": (
        "没有可分的条目：都已分派、裁定，或不在所选范围；请放宽 --documents、--where。",
        "There is nothing to assign: all is assigned, decided or out of what was chosen; widen --documents or --where.",
    ),
    "nothing_decided": (
        "练习要用裁定过的条款，而所选范围里还没有；请先裁定一些。",
        "Training takes decided clauses, and there are none in what was chosen; decide some first.",
    ),
    "no_code": (
        "码表里没有“{name}”这个代码；annotator codebook show 列出全部。",
        "The codebook has no code “{name}”; annotator codebook show lists them.",
    ),
    "bad_share": (
        "{option} 的“{share}”不是比例；请写成 20% 或 0.2。",
        "“{share}” is no share for {option}; write 20% or 0.2.",
    ),
    "too_many_retests": (
        "--retest 最多 50%（写的是 {share}）：再标的要与第一遍隔开半程。",
        "--retest can be 50% at most, not {share}: what comes again comes half a queue later.",
    ),
    "training_alone": (
        "练习人人都标全部条目，不能同时写 --overlap、--each、--retest、--check。",
        "In training everyone gets every clause; leave out --overlap, --each, --retest and --check.",
    ),
    "no_round": ("没有叫“{name}”的轮次；现有：{names}。", "There is no round “{name}”; there are: {names}."),
    "several_rounds": (
        "叫“{name}”的轮次不止一个；请用编号指明：{ids}。",
        "Several rounds are called “{name}”; name one by its id: {ids}.",
    ),
    "no_rounds": (
        "没有叫“{name}”的轮次{names}；还没有分派过。",
        "There is no round “{name}”{names}; none was assigned yet.",
    ),
    "none": ("还没有分派过。", "Nothing was assigned yet."),
    "column_reviewer": ("人员", "reviewer"),
    "column_tasks": ("条目", "tasks"),
    "column_shared": ("共标", "shared"),
    "column_retests": ("再标", "retests"),
    "column_checks": ("质检", "checks"),
    "column_done": ("完成", "done"),
    "column_pace": ("速度", "pace"),
    "column_right": ("质检一致", "checks as decided"),
    "column_right_training": ("与裁定一致", "as decided"),
    "came_back": ("（退回 {count}）", " ({count} returned)"),
    "column_returned": ("退回", "returned"),
    "checks_alone": (
        "质检一致只算混入的质检条款；全部标注与裁定的比较：annotator adjudicate --feedback 某人。",
        "Checks are the decided clauses mixed in; for all answers beside what was decided: "
        "annotator adjudicate --feedback NAME.",
    ),
    "short": (
        "裁定过的条款不够，质检比要求的少。",
        "There are too few decided clauses: fewer checks than asked for.",
    ),
    "repeated": (
        "其中 {count} 条与所抽的前面条款相同或相近；只标一次请加 --once。",
        "{count} of them read like clauses drawn before them; with --once these are left out.",
    ),
    "drawn": (
        "“{name}”会有 {clauses} 条，其中 {shared} 条多人共标；没有保存（种子 {seed}）。",
        "“{name}” would have {clauses} clauses, {shared} of them shared; nothing was stored (seed {seed}).",
    ),
    "assigned": (
        "已分派“{name}”：{clauses} 条，其中 {shared} 条多人共标（种子 {seed}）。",
        "Assigned “{name}”: {clauses} clauses, {shared} of them shared (seed {seed}).",
    ),
    "there": (
        "“{name}”早已这样分派：{clauses} 条，其中 {shared} 条多人共标（种子 {seed}）。",
        "“{name}” is assigned so already: {clauses} clauses, {shared} of them shared (seed {seed}).",
    ),
    "file": ("给{name}.db", "for-{name}.db"),
    "next": (
        "下一步：给每人一个文件，如 annotator bundle --reviewer {name} {file}；"
        "或都用这个文件，各以 annotator --reviewer {name} 这样进入。",
        "Next: a file for each, as in annotator bundle --reviewer {name} {file}; or all work in this file, "
        "each with annotator --reviewer {name}",
    ),
    "stood": (
        "结束前：{people}；没做完的共 {count} 条。",
        "Before it was closed: {people}; {count} not done.",
    ),
    "mine": ("{name}：{count} 条，完成 {done}", "{name}: {count} clauses, {done} done"),
    "mine_untouched": ("未做", "to do"),
    "mine_draft": ("草稿", "draft"),
    "mine_submitted": ("已完成", "done"),
    "mine_skipped": ("已跳过", "skipped"),
    "mine_returned": ("退回", "returned"),
    "mine_none": ("没有分派给你的条款。", "Nothing is assigned to you."),
    "closed": ("已结束“{name}”。", "“{name}” is closed."),
    "closed_same": ("“{name}”早已结束。", "“{name}” was closed already."),
    "reopened": ("已重开“{name}”。", "“{name}” is open again."),
    "reopened_same": ("“{name}”本来就开着。", "“{name}” is open already."),
    "head": ("{name}（{state}）", "{name} ({state})"),
    "state_open": ("进行中", "open"),
    "state_training": ("练习，进行中", "training, open"),
    "state_closed": ("已结束", "closed"),
    "gone": ("{done}（{count} 条已不在）", "{done} ({count} gone)"),
    "hourly": ("{count} 条/小时", "{count}/h"),
    "right": ("{field} {percent}（{n}）", "{field} {percent} ({n})"),
    "questions": (
        "有 {count} 个提问待答复；在工作屏按 Ctrl+P，选“轮次总览”。",
        "{count} questions wait for a reply: on the screens, Ctrl+P and “rounds”.",
    ),
}
