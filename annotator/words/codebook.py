"""What is wrong with a codebook or with a label value, and what to do."""

WORDS: dict[str, tuple[str, str]] = {
    # The text
    "fault": ("码表“{name}”第 {line} 行：{sentence}", "Codebook “{name}”, line {line}: {sentence}"),
    "faults": (
        "码表“{name}”第 {line} 行：{sentence}（另有 {more} 处，用 annotator codebook check 查看全部。）",
        "Codebook “{name}”, line {line}: {sentence} ({more} more; annotator codebook check lists them all.)",
    ),
    "not_shipped": (
        "没有自带的码表“{name}”；自带的有：{names}。",
        "No codebook “{name}” comes with annotator; there are: {names}.",
    ),
    "no_toml": ("不合 TOML 格式：{message}；请改正这一处。", "This is not TOML: {message}; mend it here."),
    "unknown_key": (
        "不认识的项“{name}”；请删去，或改用：{allowed}。",
        "Unknown key “{name}”; remove it, or use one of: {allowed}.",
    ),
    "unknown_key_like": (
        "不认识的项“{name}”；是否应为“{like}”？",
        "Unknown key “{name}”; did you mean “{like}”?",
    ),
    "no_text": ("“{name}”应是一段文字；请加引号。", "“{name}” must be a text; put it in quotes."),
    "no_number": (
        "“{name}”应是整数；请写成不带引号的数字。",
        "“{name}” must be a whole number without quotes.",
    ),
    "no_texts": (
        '“{name}”应是文字的列表；请写成 ["甲", "乙"]。',
        '“{name}” must be a list of texts; write ["a", "b"].',
    ),
    "no_rule": (
        '“{name}”应指明字段及其编码；请写成 {name} = {{ clause_type = ["task"] }}。',
        '“{name}” must name a field and its codes; write {name} = {{ clause_type = ["task"] }}.',
    ),
    "no_tables": (
        "“{name}”应是一组表；请以 [[field]] 或 [[field.code]] 开头分列。",
        "“{name}” must be a list of tables; begin each with [[field]] or [[field.code]].",
    ),
    # The codebook
    "book_lacks": (
        "码表缺少“{name}”；请在文件开头补上。",
        "The codebook has no “{name}”; add it at the top.",
    ),
    "no_clause_fields": (
        "没有一项是问条款的；请至少写一个 scope 为 clause 的 [[field]]。",
        "No field is asked of clauses; give at least one [[field]] whose scope is clause.",
    ),
    "no_fields": (
        "码表没有字段；请至少写一个 [[field]]。",
        "The codebook has no fields; write at least one [[field]].",
    ),
    "field_without_id": ("这个字段没有 id；请补上。", "This field has no id; give it one."),
    "code_without_id": ("这个编码没有 id；请补上。", "This code has no id; give it one."),
    "bad_id": (
        "id“{id}”不合规则；请以小写字母开头，只用小写字母、数字、下划线和点。",
        "The id “{id}” will not do; begin with a lower-case letter and use only these, digits, _ and dots.",
    ),
    "same_id": ("id“{id}”已经用过；请换一个。", "The id “{id}” is taken already; choose another."),
    "reserved_id": (
        "字段 id“{id}”不能以“{ending}”结尾，导出文件用它记字段的状态；请换一个。",
        "The field id “{id}” must not end in “{ending}”, which exports use for a field's state; choose another.",
    ),
    "lacks_name": ("“{id}”缺少名称“{name}”；请补上。", "“{id}” has no “{name}” name; add one."),
    "bad_kind": (
        "字段“{id}”的 kind“{kind}”不存在；请用其一：{kinds}。",
        "Field “{id}” has no known kind (“{kind}”); use one of: {kinds}.",
    ),
    "bad_scope": (
        "字段“{id}”的 scope“{scope}”不存在；请写 clause 或 document。",
        "Field “{id}” has no known scope (“{scope}”); write clause or document.",
    ),
    "no_attributes": (
        "字段“{id}”不是 span，不能有属性（field.attribute）；请删去。",
        "Field “{id}” is no span and can have no attributes; remove them.",
    ),
    "attribute_without_id": ("这个属性没有 id；请补上。", "This attribute has no id; give it one."),
    "reserved_code": (
        "代码 id“{id}”在检索和一致性里另有意思（如“文中未写明”），不能用；请换一个。",
        "The code id “{id}” means something else in searches and in the audit; choose another.",
    ),
    "reserved_attribute": (
        "属性 id“{id}”是片段本身的一项，不能再用；请换一个。",
        "The attribute id “{id}” is a part of every span; choose another.",
    ),
    "bad_attribute": (
        "属性“{id}”的 kind“{kind}”不存在；请用其一：{kinds}。",
        "Attribute “{id}” has no known kind (“{kind}”); use one of: {kinds}.",
    ),
    "no_choices": (
        "属性“{id}”是 choice，要有编码；请加 [[field.attribute.code]]。",
        "Attribute “{id}” is a choice and needs codes; add [[field.attribute.code]].",
    ),
    "needless_choices": (
        "属性“{id}”是 {kind}，不能有编码；请删去，或把 kind 改为 choice。",
        "Attribute “{id}” is of kind {kind} and can have no codes; remove them, or make it a choice.",
    ),
    "no_bounds": (
        "字段“{id}”不是 multi，不能有 min 或 max；请删去。",
        "Field “{id}” is no multi and can have no min or max; remove them.",
    ),
    "negative_bounds": (
        "字段“{id}”的 min 和 max 不能为负；请改为 0 或更大。",
        "Field “{id}” has a negative min or max; write 0 or more.",
    ),
    "crossed_bounds": (
        "字段“{id}”的 min（{low}）大于 max（{high}）；请改正。",
        "Field “{id}” has a min ({low}) above its max ({high}); mend one of them.",
    ),
    "too_few": (
        "字段“{id}”至少要选 {low} 个，却只有 {codes} 个编码；请减小 min 或增加编码。",
        "Field “{id}” asks for {low} codes and has only {codes}; lower min or add codes.",
    ),
    "no_codes": (
        "字段“{id}”要有编码；请加 [[field.code]]。",
        "Field “{id}” needs codes; add [[field.code]].",
    ),
    "needless_codes": (
        "字段“{id}”是 {kind}，不能有编码；请删去，或把 kind 改为 single、multi 或 ordinal。",
        "Field “{id}” is of kind {kind} and can have no codes; remove them, or make it single, multi or ordinal.",
    ),
    "no_parent": (
        "编码“{id}”嵌在“{parent}”之下，而同一字段里没有“{parent}”；请补上或改 id。",
        "Code “{id}” is nested in “{parent}”, which this field does not have; add it or change the id.",
    ),
    "bad_key": (
        "编码“{id}”的键“{letter}”不能用；请用一个小写字母，j 和 k 除外。",
        "Code “{id}” cannot have the key “{letter}”; use one lower-case letter other than j and k.",
    ),
    "same_key": (
        "编码“{id}”与“{other}”的键都是“{letter}”；请换一个，或删去由程序分配。",
        "Codes “{id}” and “{other}” have the same key “{letter}”; change one, or remove it to have one assigned.",
    ),
    "same_name": (
        "编码“{id}”与“{other}”都可写作“{name}”；请改其一。",
        "Codes “{id}” and “{other}” can both be written “{name}”; change one of them.",
    ),
    "no_value": (
        "编码“{id}”有 value，而字段不是 ordinal；请删去。",
        "Code “{id}” has a value, but its field is no ordinal; remove it.",
    ),
    "one_level": (
        "序级字段“{id}”至少要有两级；请补一级，或改 kind。",
        "The ordinal field “{id}” needs two levels; add one, or change its kind.",
    ),
    "not_rising": (
        "“{id}”的 value（{value}）不大于前一级的 {below}；请从低到高排列，value 逐级增大。",
        "The value of “{id}” ({value}) is not above the {below} before it; list levels from lowest to highest.",
    ),
    "rule_without_field": (
        "字段“{id}”的 applies_to 提到不存在的字段“{other}”；请改正。",
        "Field “{id}” applies by a field “{other}” that does not exist; mend applies_to.",
    ),
    "rule_on_itself": (
        "字段“{id}”的 applies_to 提到它自己；请改用别的字段。",
        "Field “{id}” applies by itself; name another field in applies_to.",
    ),
    "rule_across": (
        "字段“{id}”与“{other}”一个问条款、一个问文件，不能互为条件；请改 applies_to。",
        "Of the fields “{id}” and “{other}” one is for clauses and one for documents; change applies_to.",
    ),
    "rule_without_codes": (
        "字段“{id}”的 applies_to 没有给出“{other}”的编码；请至少写一个，或删去这条规则。",
        "Field “{id}” applies by no code of “{other}”; name one at least, or remove the rule.",
    ),
    "rule_without_code": (
        "字段“{id}”的 applies_to 提到“{other}”中不存在的编码“{code}”；请改正。",
        "Field “{id}” applies by a code “{code}” that “{other}” does not have; mend applies_to.",
    ),
    "cycle": (
        "applies_to 绕成一圈（{ring}），哪个字段都无法先问；请去掉其中一条。",
        "The rules of applies_to run in a ring ({ring}), so no field can come first; remove one of them.",
    ),
    # A label value
    "value_unknown": (
        "“{field}”没有“{value}”这个值；可用的有：{allowed}。",
        "“{field}” has no value “{value}”; there are: {allowed}.",
    ),
    "value_twice": (
        "“{field}”里“{value}”出现了两次；请去掉一个。",
        "“{field}” holds “{value}” twice; take one away.",
    ),
    "value_one": (
        "“{field}”只能有一个值，给了 {count} 个；请留一个。",
        "“{field}” takes one value, not {count}; keep one.",
    ),
    "value_many": (
        "“{field}”最多 {maximum} 个值，给了 {count} 个；请去掉多出的。",
        "“{field}” takes {maximum} values at most, not {count}; take the rest away.",
    ),
    "value_object": (
        "“{field}”的值“{value}”形式不对；请写成对象，可含：{allowed}。",
        "The value “{value}” of “{field}” must be an object with keys out of: {allowed}.",
    ),
    "value_part": (
        "“{field}”的值里“{part}”不能是“{value}”；请改正或补上。",
        "In a value of “{field}”, “{part}” cannot be “{value}”; mend it or fill it in.",
    ),
    "value_number": (
        "{part}要写数字，如 50；现在是“{value}”。",
        "{part} must be a number, such as 50; it is “{value}” now.",
    ),
    "value_range": (
        "“{field}”的原文位置 {start}–{end} 不成区间；请给出字符起止（含起不含止）。",
        "The range {start}–{end} in a value of “{field}” is none; give start and end in characters, half open.",
    ),
    "no_evidence": (
        "“{field}”的出处随每一项一起标，不单独标依据。",
        "Each value of “{field}” has a place of its own; mark it there, not as evidence.",
    ),
    "value_date": (
        "“{field}”的“{value}”不是日期；请写成 2027、2027-06 或 2027-06-30。",
        "“{value}” in “{field}” is no date; write 2027, 2027-06 or 2027-06-30.",
    ),
    "value_text": (
        "“{field}”应是一段文字，不能是“{value}”；没有内容请用 null 或空列表。",
        "“{field}” must be a text, not “{value}”; use null or an empty list where there is none.",
    ),
}
