"""Words of the report."""

WORDS: dict[str, tuple[str, str]] = {
    "option_force": ("替换以前的报告。", "Replace an earlier report."),
    "exists": (
        "“{path}”已经存在，没有改动它；请换一个名字，或用 --force 替换以前的报告（里面只能有报告的文件）。",
        "“{path}” exists and was left alone; choose another name, or replace an earlier report with --force (nothing "
        "else may be in it).",
    ),
    "title": ("{project}：一致性报告", "{project}: agreement report"),
    "about": (
        "项目 {project}，码表“{codebook}”第 {version} 版，{documents} 份文件，{clauses} 条。生成于 {made}。",
        "Project {project}, codebook “{codebook}” version {version}, {documents} documents, {clauses} clauses. "
        "Made {made}.",
    ),
    "glance": ("一眼看去", "At a glance"),
    "scale": (
        "0 = 全凭偶然时的一致，1 = 完全一致。横线是 95% 区间；虚线 .667 与 .80 是 Krippendorff 的习惯，不是定律。",
        "0 = what chance would give, 1 = full agreement. Bars are 95% intervals; the dashed lines, .667 and .80, "
        "are Krippendorff's customs, not laws.",
    ),
    "paper": ("可写进论文的一段", "A paragraph for a paper"),
    "coded": (
        "{documents} 份文件的 {items} 条由 {raters} 人标注，其中 {compared} 条由两人以上标过",
        "{raters} coders coded {items} clauses of {documents} documents, {compared} of them two or more coders",
    ),
    "value": (
        "“{field}”的一致性，{coefficient} = {value}（n = {n}）",
        "agreement on {field}: {coefficient} = {value} (n = {n})",
    ),
    "interval": (
        "“{field}”的一致性，{coefficient} = {value}，95% 区间 [{low}, {high}]（n = {n}）",
        "agreement on {field}: {coefficient} = {value}, 95% CI [{low}, {high}] (n = {n})",
    ),
    "undefined": (
        "“{field}”的 {coefficient} 无法计算（{reason}；n = {n}）",
        "{coefficient} of {field} is undefined ({reason}; n = {n})",
    ),
    "drawn": (
        "区间为百分位自助法，由{units}重抽 {resamples} 次，种子 {seed}",
        "intervals are percentile bootstrap, {resamples} resamples of {units}, seed {seed}",
    ),
    "drawn_few": (
        "区间为百分位自助法，由{units}重抽 {resamples} 次，种子 {seed}；重抽单位不到 20 个，区间只可参考",
        "intervals are percentile bootstrap, {resamples} resamples of {units}, seed {seed}; with fewer than 20 "
        "units they are rough",
    ),
    "tool": ("用 annotator {version} 计算", "computed with annotator {version}"),
    "labels": ("各类", "Each label"),
    "confused": ("哪些被当成了哪些", "What is taken for what"),
    "diagonal": (
        "框出的对角线是一致；越深越常混。两个方向合在一起计。",
        "The framed diagonal is agreement; the darker, the more often confused. Both directions are pooled.",
    ),
    "one": ("一人 →", "one reviewer →"),
    "other": ("另一人 ↓", "another ↓"),
    "pairs": ("两两之间", "Each two reviewers"),
    "intra": ("前后两遍", "The same reviewer again"),
    "documents": ("各文件", "Each document"),
    "drift": ("随时间的变化", "Over time"),
    "pace": ("进度与快慢", "Work done and pace"),
    "pace_told": ("{done} 条，每条约 {seconds} 秒", "{done}, some {seconds} s a clause"),
    "how": ("怎样算的", "How it was computed"),
    "states": (
        "没有标的不算判断；“文中未写明”是判断。分级项里的“文中未写明”不在级别之内，不计入。单位按机构比较，别名已合并。",
        "What was not answered is no judgement; “nothing in the text” is one, except of levels, where it has no "
        "place. Units are compared by organisation, aliases merged.",
    ),
    "column_field": ("项", "field"),
    "column_items": ("标过的条", "clauses"),
    "column_compared": ("两人以上", "by two or more"),
    "column_unanimous": ("全都一样", "all the same"),
    "column_label": ("值", "label"),
    "column_used": ("用过", "used"),
    "column_alpha": ("α", "α"),
    "column_pair": ("两人", "reviewers"),
    "column_n": ("n", "n"),
    "column_kappa": ("Cohen κ", "Cohen's κ"),
    "column_reviewer": ("标注者", "reviewer"),
    "column_passes": ("遍", "passes"),
    "column_percent": ("一致", "agreement"),
    "column_document": ("文件", "document"),
    "column_coefficient": ("系数", "coefficient"),
    "column_ratings": ("判断", "judgements"),
    "column_levels": ("取值", "levels"),
    "written": (
        "已写出 {path}：report.html（打开来看）、figures.json、cross-tables.csv、cross-tables.xlsx。",
        "{path} is written: report.html to look at, figures.json, cross-tables.csv, cross-tables.xlsx.",
    ),
}
