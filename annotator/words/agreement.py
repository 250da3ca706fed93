"""Sentences about ratings that cannot be read, and reasons why a coefficient has no value."""

WORDS: dict[str, tuple[str, str]] = {
    # What is wrong with the ratings.
    "not_a_label": (
        "{item}：{reviewer} 给的 {value} 不是一个标签。请写一个字符串或数字；没有判断就不要写这一条。",
        "{item}: {value}, given by {reviewer}, is not one label. "
        "Write one string or number; where there is no judgement, leave the rating out.",
    ),
    "not_a_number": (
        "{item}：{reviewer} 给的 {value} 不是有限的数。请改成数字；没有判断就不要写这一条。",
        "{item}: {value}, given by {reviewer}, is not a finite number. "
        "Write a number; where there is no judgement, leave the rating out.",
    ),
    "not_a_set": (
        "{item}：{reviewer} 给的 {value} 不是标签的列表。请写成列表，“都不适用”写 []；没有判断就不要写这一条。",
        "{item}: {value}, given by {reviewer}, is not a list of labels. "
        "Write a list, [] for “nothing applies”; where there is no judgement, leave the rating out.",
    ),
    "two_values": (
        "{item}：{reviewer} 在第 {pass_no} 遍给了两个不同的值 {first} 和 {second}。请只留一个，或给重复标注编上遍数。",
        "{item}: {reviewer} gave two different values in pass {pass_no}, {first} and {second}. "
        "Keep one of them, or number the repeats as passes.",
    ),
    "two_documents": (
        "{item} 同时属于文件 {first} 和 {second}。请给每个条目一个不重复的编号。",
        "{item} is said to be of two documents, {first} and {second}. Give every item an id of its own.",
    ),
    "two_sections": (
        "{item} 同时属于章节 {first} 和 {second}。请给每个条目一个不重复的编号。",
        "{item} is said to be of two sections, {first} and {second}. Give every item an id of its own.",
    ),
    "bad_level": (
        "声明的等级 {level} 不能使用：它是空的、重复的，或不是这种量表的值。请改正等级列表。",
        "The declared level {level} cannot be used: it is empty, repeated or no value of this scale. "
        "Correct the list of levels.",
    ),
    "outside_levels": (
        "{values} 不在声明的等级 {levels} 之中，无法排序。请把它们加入等级，或改正这些值。",
        "{values} have no place among the declared levels {levels}. Add them to the levels, or correct them.",
    ),
    "no_order": (
        "有序量表需要声明等级的顺序（从低到高）；这些值 {values} 不是数字，不能自行排序。",
        "An ordinal scale needs its levels declared from lowest to highest; "
        "{values} are not different numbers and have no order of their own.",
    ),
    # Why a coefficient is undefined.
    "no_ratings": ("没有标注", "there are no ratings"),
    "one_rater": ("只有一位标注者", "there is only one rater"),
    "no_overlap": ("没有两位标注者都标过的条目", "no item has ratings by two raters"),
    "no_variation": (
        "所有可比的标注都是同一个值，无从估计偶然一致",
        "all ratings that can be compared have the same value, so chance agreement cannot be told from agreement",
    ),
    "label_unused": ("可比的标注里没有人用过", "no rating that can be compared has it"),
    "unequal": (
        "各条目的标注人数不同，Fleiss κ 要求相同",
        "items have different numbers of ratings, and Fleiss' kappa asks for equal ones",
    ),
    "needs_order": ("类别没有顺序", "the categories have no order"),
    "needs_interval": ("只用于定距或定比量表", "only for interval and ratio scales"),
    "needs_ratio": ("只用于定比量表", "only for ratio scales"),
    "negative": ("定比量表不能有负数", "a ratio scale has no negative numbers"),
    "needs_sets": ("只用于集合", "only for sets of labels"),
    "needs_levels": (
        "集合没有声明的类别数，而这个系数取决于它",
        "sets have no declared number of categories, on which this coefficient depends",
    ),
    "needs_categories": ("只用于类别或等级", "only for categories and levels"),
    "few_raters": (
        "少于三位标注者，无从估计各人的偏差",
        "fewer than three raters, too few to tell how each differs",
    ),
    "few_ratings": (
        "平均每人不到 50 个判断，估计不可靠",
        "fewer than 50 ratings each, too few for an estimate",
    ),
    # A file of ratings.
    "bad_line": (
        "{path} 第 {line} 行不是一个含 item、reviewer、field、value 的 JSON 对象；请改正或删去这一行。",
        "{path}, line {line}: no JSON object with item, reviewer, field and value; correct the line or take it out.",
    ),
    "bad_pass": (
        "{path} 第 {line} 行的 pass 不是从 1 起的整数；请改正。",
        "{path}, line {line}: pass is no whole number from 1; correct it.",
    ),
    "no_field": (
        "{path} 里没有 field 为“{field}”的行；文件里有：{fields}。",
        "No line of {path} has the field “{field}”; there are: {fields}.",
    ),
}
