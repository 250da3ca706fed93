"""Words of the agreement report."""

WORDS: dict[str, tuple[str, str]] = {
    "nothing": (
        "“{path}”里还没有人标注；先打开项目标注，或用 annotator label 写入标签。",
        "Nobody has labelled anything in “{path}” yet; open it and label, or take labels in with annotator label.",
    ),
    "only_training": (
        "“{path}”里只有练习轮次的标签；要看它们，加 --training。",
        "“{path}” has labels of training rounds alone; add --training to see those.",
    ),
    "as_first_given": (
        "有 {count} 个答案在退回、裁定或看过参考答案后改过，按改前的计。",
        "{count} answers changed after a return or a decision count as first given.",
    ),
    "field": ("{name}（{part}）", "{name} ({part})"),
    "none": ("文中未写明", "nothing in the text"),
    "nothing_there": ("（没有）", "(nothing)"),
    "primary": ("主类", "primary"),
    "roles": ("连同角色", "with roles"),
    "size": (
        "  {compared} 条由两人以上标过（共 {items} 条，{raters} 人，{ratings} 个判断）",
        "  {compared} of {items} clauses judged by two or more; {raters} reviewers, {ratings} judgements",
    ),
    "unanimous": (
        "  {compared} 条可比，其中 {same} 条所有人选得完全一样。",
        "  On {same} of {compared} clauses all reviewers chose the same.",
    ),
    "none_compared": (
        "  没有一条由两人以上标过（共 {items} 条，{raters} 人，{ratings} 个判断）。",
        "  No clause was judged by two or more ({items} clauses, {raters} reviewers, {ratings} judgements).",
    ),
    "band": (
        "  按下限 {low} 算：{word}（Krippendorff：.80 可靠，.667 可作初步结论）",
        "  Lower bound {low}: {word} (Krippendorff: .80 reliable, .667 tentative)",
    ),
    "reliable": ("可靠", "reliable"),
    "tentative": ("可作初步结论", "tentative"),
    "unreliable": ("尚不可靠", "not reliable"),
    "optimistic": (
        "  方括号里是 95% 区间，由 {units}重抽；条目之间若有关联，真实区间更宽",
        "  In brackets: 95% interval from {units}; wider in truth if they are related",
    ),
    "resampled": (
        "  方括号里是 95% 区间，由 {units}整份重抽",
        "  In brackets: 95% interval, {units} drawn whole",
    ),
    "lost": (
        "  {resamples} 次重抽里有 {count} 次算不出，未计入",
        "  {count} of {resamples} resamples give no value and are left out",
    ),
    "prevalent": (
        "  注意：{share} 的判断是同一个值，α 会偏低，虽然平均每条有 {percent} 一致。",
        "  Note: {share} of judgements are one value; α is low though {percent} agree.",
    ),
    "chance_models": (
        "  注意：各系数对“偶然”的假定不同，相差很大；平均每条有 {percent} 一致。",
        "  Note: models of chance come far apart here; {percent} agree.",
    ),
    "both_models": (
        "  α = {alpha}，AC1 = {ac1}：假定不同，没有哪个更好。",
        "  α = {alpha}, AC1 = {ac1}: other models of chance, neither the better one.",
    ),
    "column_label": ("各类", "label"),
    "column_used": ("用过", "used"),
    "column_agreed": ("都选了", "both"),
    "column_alpha": ("α", "α"),
    "column_pair": ("常混的两类", "taken for each other"),
    "column_times": ("次", "times"),
    "column_clauses": ("条", "clauses"),
    "column_reviewers": ("标注人", "reviewers"),
    "more": ("    另有 {count} 行，加 --all 全列", "    {count} more rows: --all shows them"),
    "more_pairs": ("    另有 {count} 对，加 --all 全列", "    {count} more pairs: --all shows them"),
    "unused": ("没有人用过的类：{names}", "labels that nobody used: {names}"),
    "and_more": (" 等 {count} 个", " … {count} in all"),
    "summary": ("一览", "Summary"),
    "details": ("\n细目", "\nDetails"),
    "column_field": ("项", "field"),
    "column_which": ("系数", "figure"),
    "column_figure": ("值 [95% 区间]", "value [95% interval]"),
    "column_compared": ("可比条数", "clauses"),
    "column_verdict": ("按下限算", "lower bound"),
    "no_value": ("无法计算", "no value"),
    "column_worst": ("分歧最大的条款", "clauses with most disagreement"),
    "column_chance": ("倍数", "x chance"),
    "place": ("《{title}》第 {number} 条", "{title}, clause {number}"),
    "foot_words": (
        "用过：选了这一类的判断数；都选了：两人中有一人选它时，两人都选的比例；次：两人一个选这类、一个选那类算一次；"
        "条：这样的条款有几条；各类的 α：选与不选这一类的 α。",
        "used: judgements with the label; both: of two reviewers of whom one chose it, how often both did; "
        "times: two reviewers of a clause, one on each side; clauses: how many such; α of a label: of choosing "
        "it or not.",
    ),
    "foot_chance": (
        "倍数：这一条的分歧是随意取两个判断的几倍，1 = 碰巧也会差这么多，0 = 全同。",
        "x chance: how far a clause's judgements are apart, beside any two judgements; 1 is what chance gives, "
        "0 all the same.",
    ),
    "exported": (
        "已写“{path}”：{count} 个判断。用 annotator agreement --ratings 再算各项：",
        "“{path}”: {count} ratings written. To audit them, annotator agreement --ratings with:",
    ),
    "export_of_project": (
        "--export-ratings 写的是项目里的判断，不与 --ratings 同用。",
        "--export-ratings writes the ratings of a project; it does not go with --ratings.",
    ),
    "foot_resamples": ("重抽 {resamples} 次，种子 {seed}。", "{resamples} resamples, seed {seed}."),
    "foot_version": (
        "annotator {version}；定义和全部数字见 --json。",
        "annotator {version}; definitions and all figures: --json.",
    ),
    "value": ("  {name}  {value}", "  {name}  {value}"),
    "undefined": ("无法计算：{reason}", "undefined: {reason}"),
    "unranked": (
        "  另有 {count} 个判断为“文中未写明”，不在等级之内，未计入",
        "  {count} more judgements say “nothing in the text”; they have no rank and are left out",
    ),
    "alpha_nominal": ("Krippendorff α（类别）", "Krippendorff's α (nominal)"),
    "alpha_ordinal": ("Krippendorff α（等级）", "Krippendorff's α (ordinal)"),
    "percent_agreement_items": ("平均每条一致", "agreement by item"),
    "alpha_masi": ("Krippendorff α（集合，MASI）", "Krippendorff's α (sets, MASI)"),
    "foot": (
        "α、κ：0 相当于碰巧，1 是完全一致。{scope}\n空白和不适用不算判断，“文中未写明”算。",
        "α and κ: 0 is what chance would give, 1 full agreement. {scope}\n"
        "Unset and not applicable are no judgement; “nothing in the text” is.",
    ),
    "scope_all": ("含草稿，不含跳过的条款。", "Drafts count, skipped clauses do not. "),
    "scope_submitted": ("只计已完成的条款。", "Only finished clauses count. "),
    "alpha_interval": ("Krippendorff α（定距）", "Krippendorff's α (interval)"),
    "alpha_ratio": ("Krippendorff α（定比）", "Krippendorff's α (ratio)"),
    "units_documents": ("{count} 份文件", "{count} documents"),
    "units_items": ("{count} 个条目", "{count} items"),
    "few_units": (
        "  方括号里是 95% 区间，只由 {units}重抽（少于 20），偏窄，只作参考",
        "  In brackets: 95% interval from {units} only (fewer than 20): too narrow",
    ),
    "intra": (
        "  {reviewer} 第 {first} 遍与第 {second} 遍：一致 {value}（{n} 条）",
        "  {reviewer}, passes {first} and {second}: same {value} ({n} clauses)",
    ),
    "only_with_ratings": (
        "--field、--kind、--levels 只与 --ratings 一起用；项目里的各项由码表决定。",
        "--field, --kind and --levels go with --ratings; the fields of a project are those of its codebook.",
    ),
    "field_and_kind": (
        "--ratings 还要 --field（哪一项）和 --kind（nominal、ordinal、interval、ratio 或 set）。",
        "--ratings needs --field (which one) and --kind (nominal, ordinal, interval, ratio or set) too.",
    ),
}
