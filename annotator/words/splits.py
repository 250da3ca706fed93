"""Words of training, validation and test: how documents are divided, and what came of it."""

WORDS: dict[str, tuple[str, str]] = {
    "all": ("未划分", "not divided"),
    "train": ("训练集", "train"),
    "validation": ("验证集", "validation"),
    "test": ("测试集", "test"),
    "none": ("不列入（none）", "left out (none)"),
    "fold": ("第 {number} 折", "fold {number}"),
    "shares": ("{told}", "{told}"),
    "folds": ("{told} 折", "{told} folds"),
    "by_document": ("按文件", "by document"),
    "by_issuer": ("按发文机关", "by issuer"),
    "by_round": ("按轮次", "by round"),
    "drawn": ("{by}划分，{how}，种子 {seed}", "divided {by}, {how}, seed {seed}"),
    # What can go wrong
    "bad_shares": (
        "“{given}”不是划分比例；请写成 80/10/10（训练/验证/测试）或 80/20（训练/测试），都是整数，合计 100。",
        "“{given}” are no shares; write 80/10/10 (train/validation/test) or 80/20 (train/test): 100 in all.",
    ),
    "one_of": (
        "--split、--folds、--no-split 只能写一个；--no-split 也不能和 --seed、--by、--resplit 同写。",
        "Give one of --split, --folds and --no-split; --no-split goes with neither --seed, --by nor --resplit.",
    ),
    "say_how": (
        "项目还没有划分过；请加 --split 80/10/10 或 --folds 5。",
        "The project was never divided; add --split 80/10/10 or --folds 5.",
    ),
    "stands": (
        "项目已划分（{drawn}），以后的导出都沿用，没有改动；要重新划分，请加 --resplit。",
        "The project is divided already ({drawn}), and later exports keep that; to divide it anew, add --resplit.",
    ),
    # What is told
    "told": ("{drawn}；文件数：{parts}", "{drawn}; documents: {parts}"),
    "part": ("{part} {number}", "{part} {number}"),
    "shared": (
        "    {texts} 处相同或相近的文字在不同部分里：只留一边，另外 {clauses} 条归入 none",
        "    {texts} texts stand in several parts, the same or nearly: one side keeps them, {clauses} clauses go to none",
    ),
    "nothing_shared": (
        "    没有相同或相近的条款分在不同部分",
        "    no clause stands in two parts, the same or nearly",
    ),
    "undivided": (
        "    有 {number} 份文件还没有划分，归入 none；由能划分的人（负责人、监督）导出一次就会划分",
        "    {number} documents are not divided yet and go to none; an export by an owner or a supervisor divides them",
    ),
    "unlabelled": (
        "    还没有条款有定论，划分只平衡了条款数；标注后可加 --resplit 重新划分",
        "    no clause is settled yet, so only the numbers of clauses are balanced; --resplit after labelling",
    ),
    "worst": (
        "    离目标最远的：{what}，{part}占 {share}（目标 {target}）",
        "    furthest from its share: {what}, {part} has {share} of it (target {target})",
    ),
    "few": (
        "    只有 {number} 份文件，整份划分很难接近目标；可改用交叉验证：--folds 5 --resplit。各类别的实际份额：",
        "    Only {number} documents: whole ones can hardly meet the shares. Cross-validation may serve better: "
        "--folds 5 --resplit. The shares of each code:",
    ),
    "few_folds": (
        "    只有 {number} 份文件。各类别的实际份额：",
        "    Only {number} documents. The shares of each code:",
    ),
    "row": ("        {what}（{count}）：{parts}", "        {what} ({count}): {parts}"),
    "empty": ("    {view} 没有：{parts}", "    {view} has nothing in: {parts}"),
    "clauses": ("全部条款", "all clauses"),
    "no_code": ("没有类别", "no code"),
    # The dataset card
    "heading": ("划分", "Splits"),
    "method": (
        "以整份文件为单位，{drawn}；份额按字段 `{field}` 的代码和标注状态平衡，转载的文件放在一起。"
        "划分存于项目中，后来的文件另行加入，已划分的不动。各部分的文件数：{parts}。",
        "Whole documents, {drawn}, balanced over the codes of the field `{field}` and the statuses; reprints stay "
        "together. The division is stored in the project: documents that come later are added to it, and none moves. "
        "Documents: {parts}.",
    ),
    "card_shared": (
        "有 {texts} 处文字在不同部分里相同或相近：训练集（其次测试集）保留，另外 {clauses} 条归入 `none`，"
        "只在 `canonical`、`raw`、`agreement` 中。",
        "{texts} texts stood in several parts, the same or nearly: training keeps them, else the test; the other "
        "{clauses} clauses are in `none`, of `canonical`, `raw` and `agreement` alone.",
    ),
    "card_undivided": (
        "有 {number} 份文件在划分之后才来，还没有划分，也在 `none` 中。",
        "{number} documents came after the division and are in `none` too.",
    ),
    "card_folds": (
        "`fold` 是交叉验证的折号；`none` 中的为 null。",
        "`fold` is the fold for cross-validation; null in `none`.",
    ),
}
