"""Words of the agreement report."""

WORDS: dict[str, tuple[str, str]] = {
    "nothing": (
        "“{path}”里还没有人标注；先打开项目标注，或用 annotator label 写入标签。",
        "Nobody has labelled anything in “{path}” yet; open it and label, or take labels in with annotator label.",
    ),
    "field": ("{name}（{part}）", "{name} ({part})"),
    "primary": ("主类", "primary"),
    "roles": ("连同角色", "with roles"),
    "size": (
        "  {compared} 条由两人以上标过（共 {items} 条，{raters} 人，{ratings} 个判断）",
        "  {compared} clauses judged by two or more ({items} in all, {raters} reviewers, {ratings} judgements)",
    ),
    "unanimous": (
        "  可比的 {compared} 条中 {same} 条完全一致",
        "  on {same} of {compared} comparable clauses all agree",
    ),
    "value": ("  {name}  {value}", "  {name}  {value}"),
    "undefined": ("无法计算：{reason}", "undefined: {reason}"),
    "pair": ("  {a} 与 {b}：Cohen κ = {value}（{n} 条）", "  {a} and {b}: Cohen's κ = {value} ({n} clauses)"),
    "unranked": (
        "  另有 {count} 个判断为“文中未写明”，不在等级之内，未计入",
        "  {count} more judgements say “nothing in the text”; they have no rank and are left out",
    ),
    "percent_agreement_items": ("百分比一致（按条平均）", "percent agreement (mean over clauses)"),
    "percent_agreement_pairs": ("百分比一致（按对合计）", "percent agreement (pooled pairs)"),
    "alpha_nominal": ("Krippendorff α（类别）", "Krippendorff's α (nominal)"),
    "alpha_ordinal": ("Krippendorff α（等级）", "Krippendorff's α (ordinal)"),
    "alpha_masi": ("Krippendorff α（集合，MASI）", "Krippendorff's α (sets, MASI)"),
    "foot": (
        "α、κ：1 为完全一致，0 相当于偶然。{scope}空白和不适用不算判断，“文中未写明”算。",
        "α and κ: 1 is full agreement, 0 what chance would give. {scope}Unset and not applicable are no judgement; “nothing in the text” is.",
    ),
    "scope_all": ("含草稿，不含跳过的条款。", "Drafts count, skipped clauses do not. "),
    "scope_submitted": ("只计已完成的条款。", "Only finished clauses count. "),
    "alpha_interval": ("Krippendorff α（定距）", "Krippendorff's α (interval)"),
    "alpha_ratio": ("Krippendorff α（定比）", "Krippendorff's α (ratio)"),
    "units_documents": ("{count} 份文件", "{count} documents"),
    "units_items": ("{count} 个条目", "{count} items"),
    "few_units": (
        "  方括号里是 95% 区间，只由{units}重抽得出（少于 20），偏窄，只作参考",
        "  In brackets: 95% intervals, drawn from {units} only (fewer than 20); too narrow, an indication at most",
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
