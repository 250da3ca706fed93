"""Documents cut anew by a newer version."""

WORDS: dict[str, tuple[str, str]] = {
    "into_clause": ("条款", "clauses"),
    "into_sentence": ("句子", "sentences"),
    "option_unit": (
        "改为逐条（clause）还是逐句（sentence）标注；对整个项目。",
        "Label clauses or sentences from now on (clause, sentence), in the whole project.",
    ),
    "unit_of_all": (
        "--unit 对整个项目，不能只改几份文件；请去掉文件名。",
        "--unit is for the whole project and not for some documents; leave their names out.",
    ),
    "unit_chosen": ("项目改为按{unit}标注。", "The project labels {unit} from now on."),
    "option_apply": (
        "启用新的切分；不加时只比较、不改动，有变化则退出码为 1。",
        "Put the new cuttings in force; else only compare, exit code 1 where any changes.",
    ),
    "option_discard": (
        "放弃人工的拆分与合并（默认保留）。",
        "Give up what people split and merged (kept else).",
    ),
    "option_rounds": (
        "未结束的轮次里已分派的条款也重新切分。",
        "Cut clauses that are assigned in open rounds, too.",
    ),
    "option_carry": (
        "沿用我自己在原条款上的标签（九成以上相同的），一次 Ctrl+Z 全部撤销。",
        "Take over my own labels of former clauses that are nine tenths the same; one undo.",
    ),
    "option_gold": (
        "沿用原条款的裁定（九成以上相同的）。",
        "Take over what was decided of former clauses, likewise.",
    ),
    "one_thing": (
        "--apply、--carry、--gold 一次只能用一个；--unit、--discard-hand-cuts 和 --during-rounds 用于重新切分。",
        "Give one of --apply, --carry and --gold; --unit, --discard-hand-cuts and --during-rounds are about cutting.",
    ),
    "retired": (
        "“{name}”已停用；先用 annotator retire --back 恢复。",
        "“{name}” is out of use; bring it back with annotator retire --back first.",
    ),
    "progress": ("已比较 {done}/{total} 条。", "{done} of {total} clauses compared."),
    "document": (
        "《{title}》  {before} 条 → {after} 条  {doc_id}",
        "“{title}”  {before} → {after} clauses  {doc_id}",
    ),
    "clauses": ("    {counts}", "    {counts}"),
    "same": ("不变 {count}", "{count} the same"),
    "other": ("同一条、读法有变 {count}（{aspects}）", "{count} the same clause read otherwise ({aspects})"),
    "aspect": ("{name} {count}", "{name} {count}"),
    "aspect_marker": ("编号", "numbering"),
    "aspect_text": ("正文", "text"),
    "aspect_units": ("单位括注", "unit bracket"),
    "aspect_path": ("所属标题", "headings"),
    "aspect_repairs": ("修复", "repairs"),
    "split": ("拆开 {count}", "{count} split"),
    "merged": ("合并 {count}", "{count} merged"),
    "moved": ("边界移动 {count}", "{count} with other borders"),
    "gone": ("不再是条款 {count}", "{count} no clause any more"),
    "new": ("新增 {count}", "{count} new"),
    "suggested": ("单位等建议有变 {count}", "{count} with other suggestions"),
    "by_hand": ("    保留人工切分 {count} 处", "    {count} places cut by hand are kept"),
    "kept_repairs": ("    保留人工决定的修复 {count} 处", "    {count} repairs that people decided are kept"),
    "holding": (
        "    有变的条款里：{counts}（标签都留着，在新条款上按沿用键取用）",
        "    on the clauses that change: {counts} (all kept, and offered on the new clauses)",
    ),
    "holding_labels": ("有标签 {count}", "{count} labelled"),
    "holding_states": ("已完成或跳过 {count}", "{count} finished or skipped"),
    "holding_gold": ("已裁定 {count}", "{count} decided"),
    "holding_evidence": ("有依据 {count}", "{count} with evidence"),
    "holding_notes": ("有备注 {count}", "{count} with notes"),
    "holding_flags": ("存疑 {count}", "{count} in doubt"),
    "holding_questions": ("有提问 {count}", "{count} with questions"),
    "holding_replies": ("有答复 {count}", "{count} with replies"),
    "holding_returns": ("退回 {count}", "{count} returned"),
    "holding_tasks": ("已分派 {count}", "{count} assigned"),
    "left_hand": (
        "    保持原样：人工的拆分、合并或修复在新切分里放不下；要放弃，加 --discard-hand-cuts。",
        "    left as it is: cuts or repairs by hand have no place in the new cutting; --discard-hand-cuts gives them up.",
    ),
    "left_round": (
        "    保持原样：有变的条款分派在进行中的“{rounds}”里；等该轮结束，或加 --during-rounds"
        "（这些条款会退出各人的任务，新条款另行分派）。",
        "    left as it is: clauses that change are assigned in the open round “{rounds}”; close it first, or add "
        "--during-rounds (they leave everyone's tasks, and the new ones have to be assigned).",
    ),
    "left_empty": (
        "    保持原样：新的切分里一个条款也没有。",
        "    left as it is: the new cutting has no clause at all.",
    ),
    "left_meanwhile": (
        "    保持原样：刚被别人重新切分或停用；请再运行一次。",
        "    left as it is: it was cut or taken out of use meanwhile; run this again.",
    ),
    "would": (
        "比较了 {documents} 份文件（切分版本 {cutter}）：{same} 份不变，{changed} 份会变，{left} 份保持原样。"
        "没有改动；加 --apply 启用。",
        "{documents} documents compared (cutter {cutter}): {same} the same, {changed} would change, {left} left as "
        "they are. Nothing was written; --apply puts it in force.",
    ),
    "did": (
        "{documents} 份文件（切分版本 {cutter}）：{same} 份不变，{changed} 份已重新切分，{left} 份保持原样。",
        "{documents} documents (cutter {cutter}): {same} the same, {changed} cut anew, {left} left as they are.",
    ),
    "undo": (
        "在界面里按 Ctrl+Z 可逐份撤销；各人用 annotator recut --carry 沿用自己原来的标签。",
        "Ctrl+Z on the screens takes back one document at a time; annotator recut --carry takes over one's own "
        "labels.",
    ),
    "carried": (
        "已沿用 {clauses} 条的标签，其中 {finished} 条文字未变、算作完成；Ctrl+Z 全部撤销。",
        "Took over the labels of {clauses} clauses, {finished} of them finished as their words are the same; "
        "Ctrl+Z takes it back.",
    ),
    "nothing": (
        "没有可成批沿用的；其余的在条款上逐条沿用。",
        "Nothing to take over at once; what is less alike is offered clause by clause.",
    ),
    "gold": (
        "已沿用 {clauses} 条的裁定；Ctrl+Z 全部撤销。",
        "Took over the decisions on {clauses} clauses; Ctrl+Z takes it back.",
    ),
    "outdated": (
        "有 {count} 份文件是旧版切分的；annotator recut 可看新版有何不同。",
        "{count} documents were cut by an older version; annotator recut shows what would change.",
    ),
}
