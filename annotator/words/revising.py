"""Words of a codebook's revision."""

WORDS: dict[str, tuple[str, str]] = {
    "reason": (
        "码表改为第 {version} 版，意义有变：{changed}。请按新版再看一遍。",
        "The codebook is at version {version}, with a new meaning of {changed}; look at this once more.",
    ),
    "then": ("；", "; "),
    "news": ("（{news}）", " ({news})"),
    "disputed": (
        "其中 {clauses} 条，各人在改动的这几类之间选得不同。",
        "In {clauses} of them reviewers differ on what changed.",
    ),
    "new": ("新增 {what}", "new: {what}"),
    "gone": ("去掉 {what}", "gone: {what}"),
    "meaning": ("意义有变 {what}", "a new meaning: {what}"),
    "words": ("文字有变 {what}", "other words: {what}"),
    "code": ("{field}·{code}", "{field}: {code}"),
    "nothing": ("两版没有差别。", "The two versions are the same."),
    "untouched": (
        "已有的标签都不用复查。",
        "No label needs to be checked again.",
    ),
    "touched": (
        "涉及已标的 {clauses} 条；复查会把它们退回给标过的人：",
        "Labels of {clauses} clauses are touched; a re-check gives them back to whoever labelled them:",
    ),
    "by_reviewer": ("    {reviewer}  {count} 条", "    {reviewer}  {count} clauses"),
    "how": (
        "启用并退回复查：annotator codebook use {path} --recheck，只退回各人选得不同的用 --recheck-disputed；"
        "都不写，就只启用。",
        "To put it in force and give them back: annotator codebook use {path} --recheck, or --recheck-disputed "
        "for those alone on which reviewers differ; without either it is only put in force.",
    ),
    "returned": (
        "已退回 {count} 条，出现在各人的待办里。",
        "{count} were given back, and stand among what their reviewers have to do.",
    ),
    "list_title": ("码表：{name}，第 {version} 版", "Codebook: {name}, version {version}"),
    "list_keys": (
        "{change} 改  {add} 新增代码  {move} 移动  {leave} 返回",
        "{change} change  {add} new code  {move} move  {leave} back",
    ),
    "no_codes": (
        "“{field}”不是从代码里选的，没有代码可加。",
        "“{field}” is not chosen from codes, so none can be added.",
    ),
    "in_force": ("第 {version} 版已启用。", "Version {version} is in force."),
    "change_code": ("{field}：改“{code}”", "{field}: change “{code}”"),
    "change_field": ("改“{field}”", "Change “{field}”"),
    "new_code": ("{field}：新增代码", "{field}: a new code"),
    "this": ("新版", "new version"),
    "form_keys": (
        "{accept} 下一步  {next}/{previous} 换项  {leave} 返回",
        "{accept} go on  {next}/{previous} next, previous  {leave} back",
    ),
    "unsaved": (
        "写了的还没有存：{accept} 存；再按 {leave} 放弃。",
        "What you wrote is not stored: {accept} stores it, {leave} once more gives it up.",
    ),
    "boundary": ("界线：归“{kept}”，不归“{given_up}”", "Boundary: “{kept}”, not “{given_up}”"),
    "kept": ("归入", "Belongs to"),
    "given_up": ("不归", "Not to"),
    "rule": ("规则", "Rule"),
    "example": ("例句", "Example"),
    "bad_level": (
        "级别“{written}”不是整数；请写 0、1、2 这样的数，大的为高。",
        "The level “{written}” is no whole number; write one such as 0, 1 or 2, the highest for the highest.",
    ),
    "which_kept": ("这样的条款归哪一类？", "Where do clauses such as this belong?"),
    "which_not": ("归“{code}”，不归哪一类？", "To “{code}”, and not to which?"),
    "confused": ("← 常混的两类", "← taken for each other"),
    "no_such_code": (
        "没有这样的类；先选类，规则在下一步写。",
        "There is no such code; choose one first, the rule is written in the next step.",
    ),
    "choose_code": (
        "还没有选：用 ↑↓ 选一类，再按回车。",
        "None is chosen yet: ↑↓ go to one, Enter takes it.",
    ),
    "no_boundary": (
        "“{field}”不是从代码里选的，没有界线可写；请先换到要写的项。",
        "“{field}” is not chosen from codes, so there is no boundary; turn to the field you mean first.",
    ),
    "no_rule": (
        "还没写规则；请用一句话写清什么样的条款归哪一类。",
        "There is no rule yet; say in a sentence which clauses belong where.",
    ),
    "title": ("码表第 {version} 版：改动", "Codebook, version {version}: what changes"),
    "counting": ("正在数涉及的条款…", "Counting the clauses it touches…"),
    "bundles": (
        "已发出的任务包仍用旧版：请重做（annotator bundle）发给各人。",
        "Bundles that are out keep the version before: make new ones (annotator bundle).",
    ),
    "in_force_bundles": (
        "第 {version} 版已启用；已发出的任务包要重做（annotator bundle）。",
        "Version {version} is in force; bundles that are out are to be made anew (annotator bundle).",
    ),
    "working": ("正在启用…", "Putting it in force…"),
    "choice_keys": ("{move} 选择  {take} 确定  {leave} 返回", "{move} choose  {take} do it  {leave} back"),
    "way_disputed": (
        "启用，只把各人选得不同的 {clauses} 条退回复查",
        "Put it in force, and give back the {clauses} clauses on which reviewers differ",
    ),
    "way_recheck": (
        "启用，把涉及的 {clauses} 条都退回复查",
        "Put it in force, and give back all {clauses} clauses that it touches",
    ),
    "way_use": ("启用，不复查", "Put it in force, check nothing"),
    "way_leave": ("不改了", "Leave it as it was"),
}
