"""The fixed forms of official writing: how a title, a date line or a salutation is known by its shape.

Everything here looks at one line in simplified script and at nothing around it; what a form means at
its place is for the frame to say.
"""

import re

# Kinds of official document. A title ends in one of them, perhaps with a bracket behind it.
_GENRES = (
    "通知|意见|方案|规划|计划|纲要|要点|条例|办法|规定|细则|规则|规程|规范|章程|制度|预案|措施|决定|决议|命令|令|公告|通告|通报"
    "|公报|批复|函|报告|请示|指南|指引|导则|标准|清单|目录|名单|公约|守则|准则|倡议书?|宣言|白皮书|政策|举措|须知|注意事项|分工"
    "|的(?:起草|编制|修订|修改|情况)?说明|》解读|政策解读|问答|上的(?:讲话|致辞|发言|报告)|纪要|公示|答复"
    "|一览表|汇总表|分解表|任务表|申报表|申请表|解释|修正案|修正草案|草案|安排|蓝图|路线图|法|表"
)
_BRACKET = r"[（(〔【\[][^（()）\n]{1,40}[)）〕】\]]"
_TITLE_END = re.compile(rf"(?:{_GENRES})》?[”》]?\s?(?:{_BRACKET}\s?){{0,2}}$")
_ABOUT = re.compile(
    r"关于.{2,120}的(?:通知|意见|决定|决议|公告|通告|通报|办法|方案|规定|条例|批复|复函|函|报告|请示|(?:起草|编制|修订|修改|情况)?说明|公示|答复)"
)
_NO_TITLE = re.compile(r"[。；！？;!?]|[:：]|\S{1,12}(?:[>»›＞|｜]|\s/\s)")
_DIGIT = r"[\d〇○零ＯO一二三四五六七八九十]"
_YEAR = rf"(?:{_DIGIT}{{4}}|(?:中华)?民国\s?[{_DIGIT[1:-1]}百]{{1,5}})\s?年"
DATE = rf"{_YEAR}\s?{_DIGIT}{{1,3}}\s?月(?:\s?{_DIGIT}{{1,3}}\s?日)?"
DATE_LINE = re.compile(rf"[（(]?{DATE}[）)]?$")
SIGNED_DATE = re.compile(
    rf"(?=.{{8,90}}$)[^，。；：]{{2,70}}"
    rf"(?:(?:\s{{1,40}}|(?<=[局厅委府室会部院办])){DATE}(?:\s?印发)?|{DATE}\s?印发)$"
)
DOCUMENT_NUMBER = re.compile(
    r"(?:[\u4e00-\u9fffA-Za-z]{1,20}\s?)?[〔\[【（(﹝]?(?:19|20)\d\d[〕\]】）)﹞]?\s?年?第?\s?\d{1,5}\s?号$"
    rf"|(?:[\u4e00-\u9fff]{{0,16}}\s?)?[〔\[（(]?[\u4e00-\u9fff]{{0,8}}[〕\]）)]?\s?第\s?{_DIGIT}{{1,5}}\s?号$"
)
# Title, number and salutation without a break between them.
RUN_TOGETHER = re.compile(
    rf"\s*[^。；]{{4,200}}(?:{_GENRES})(?P<number>[\u4e00-\u9fff]{{2,10}}[〔\[【（(﹝](?:19|20)\d\d[〕\]】）)﹞]第?\d{{1,5}}号)"
)
# Issuer and number before that.
LETTERHEAD_TOGETHER = re.compile(
    r"\s*[\u4e00-\u9fff]{3,30}[局厅委府会办院部](?P<number>[\u4e00-\u9fff]{2,10}[〔\[【（(﹝](?:19|20)\d\d[〕\]】）)﹞]第?\d{1,5}号)"
    rf"(?P<title>[^。；]{{2,60}}关于[^。；]{{4,160}}?的(?:{_GENRES}))(?=[^。；]{{2,200}}[:：])"
)
# Title and preamble without a break: …若干措施为……，制定本措施。
INTRODUCED = re.compile(
    rf"\s*[^。；，：\s]{{4,80}}?(?:{_GENRES})(?:{_BRACKET})?(?=(?:为|根据|按照)[^。]{{4,400}}(?:制定|提出|如下))"
)
SIGNED_OFF = re.compile(
    rf"\s*(?:[^，。；：\d\s]{{3,40}}\s*)?(?P<date>{DATE})\s*(?:[（(][^（()）]{{2,30}}[)）])?\s*$"
)
NOTE = re.compile(r"[（(](?!.{0,4}(?:来源|编辑|记者|责编|作者))[^\n]{2,400}[)）]$")
# A bracket that belongs to the title above it: a version or a span of years.
VERSION = re.compile(r"[（(](?!.*(?:通过|公布|发布|会议|施行|批准|号[)）]$))[^（()）]{2,16}[)）]$")
# A line longer than that has no fixed form.
_LONGEST_FORM = 600
_HAN = r"[\u4e00-\u9fff（）()“”\s、·]"
ORGANISATION = re.compile(
    rf"(?:{_HAN}{{0,50}}(?:政府|委员会|常委会|办公厅|办公室|局|厅|总署|审计署|法院|检察院|总队|公司|集团|协会|联合会|总工会"
    rf"|大学|学院|领导小组|指挥部|联席会议|管委会|党组|党委|中心)"
    rf"|{_HAN}{{0,20}}[省市区县州旗国中]{_HAN}{{0,30}}[委部办院会]"
    r"|[\u4e00-\u9fff]{3,12}(?<![全内外总干局中东西南北])部)(?:" + _BRACKET + ")?$"
)
SALUTATION = re.compile(
    r"(?!为|现|根据|按照|经|主要|具体|如下|(?:发文|发布|公开|制定|主办|承办|责任|牵头|编制|印发)[\u4e00-\u9fff]{2}[:：]|.{0,400}(?:以下|如下|下列|做好|应当|现就|现将))(?:各|有关|相关|市|省|区|县|局|机关|[\u4e00-\u9fff（）()“”]{2,40}?"
    r"(?:政府|委员会|委|局|厅|部|办|公司|集团|大学|学院|中心|单位|部门|院|会|处|所)(?=[、，,：:（(]))[^。；]{0,400}[:：]$"
)
# Who is spoken to in a speech.
ADDRESS = re.compile(
    r"(?:尊敬的|各位|同志们|朋友们|女士们|先生们|委员们|代表们)[^。；！？\d]{0,60}[:：！!]$|[\u4e00-\u9fff]{1,4}(?:委员|代表|先生|女士|同志)[:：]$"
)
# Who speaks, and when and where: 市长 李某, ——2025年1月15日在……会议上.
SPEAKER = re.compile(
    r"[\u4e00-\u9fff]{1,24}(?:长|主席|主任|书记|总理|委员|代表|专员)[ \u3000\xa0]{1,8}"
    r"[\u4e00-\u9fff]{1,4}(?:\s{1,4}[\u4e00-\u9fff]{1,2})?$"
    rf"|[—－-]{{0,3}}[（(]?{DATE}在[^。；]{{4,80}}上[）)]?$"
)
TRANSMITTING = re.compile(
    r"(?<![实体出表呈发展再涌兑])现(?:将.{2,160}?|予以?|正式|随文|一并)?"
    r"(?:印发|转发|下发|发布|公布|颁布|下达|颁发|发给)"
    r"|予以(?:印发|转发|发布|公布|颁布)|(?:印发|转发|下发|下达|颁发|发)给你们"
)
_TRANSMITTAL_TITLE = re.compile(r"(?:印发|转发|发布|公布|颁布|下达|颁发).{2,}(?:通知|函|决定|公告|令|意见)$")
_CONSULTATION = re.compile(r"征求[^，。；]{0,40}意见(?!稿)|征集.{0,20}(?:意见|建议)|公开征集")
_CONSULTATION_TITLE = re.compile(rf"(?:{_CONSULTATION.pattern}).{{0,12}}(?:公告|通知|启事|通告|函|说明)$")
CONSULTING = re.compile(rf"(?:现|拟|公开|面向社会|向社会).{{0,30}}(?:{_CONSULTATION.pattern})")
ANNOUNCEMENT = re.compile(
    r"(?=.{2,20}$)(?:现将|附|以下[为是]?|政策|文件|通知|公告|方案|具体){0,3}[^，。：:]{0,8}(?:全文|原文|正文|详情)"
    r"(?:公布|发布|刊登|转发)?(?:[如见]下|附后|[:：])[:：。]?$"
    r"|附[:：]?(?:全文|原文|正文|文件|通知|公告)[:：]?$"
    r"|(?:现将)?《[^》]{2,80}》(?:全文|内容|原文)?.{0,4}(?:如下|附后)[:：。]?$"
)
_SERIAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})"
ATTACHMENTS = re.compile(
    rf"(?:文档|相关|下载)?附\s?[件表录]?\s?{_SERIAL}?\s?[:：]\s?|附\s?[件表录]\s?{_SERIAL}(?:\s?[.．、]\s?|\s+)(?=\S)"
)
ATTACHED = re.compile(rf"附\s?件\s?{_SERIAL}(?=[\u4e00-\u9fff《])")
# A page's data may be all that names the document.
NAME = re.compile(r"(?:法规|文件|政策)?(?:名\s{0,8}称|标\s{0,8}题)\s?[:：]\s*")
ATTACHMENT_LABEL = re.compile(
    r"[（(【]?附\s?[件表录]\s?(?:[\d一二三四五六七八九十]{1,2}(?:[-—－]\d{1,2})?)?[）)】]?\s?[:：]?$"
)
# How a law came about: 2021年10月23日……通过, one line for each step, perhaps in brackets.
ENACTMENT = re.compile(
    rf"[（(]?(?:根据)?(?:[\u4e00-\u9fff]{{2,30}}(?<!自))?{DATE}[^。；]{{0,300}}(?:通过|公布|批准|修订|修正|订定|发布|施行|废止|生效"
    rf"|第\s?\d{{1,5}}\s?号)(?:的《[^《》]{{1,80}}》)?[）)]?(?:\s*根据)?$"
)
# A step in a law's history as Taiwan writes it: 89.06.20 第4次校务会议通过, 中华民国……字第……号令修正条文.
HISTORY = re.compile(
    rf"(?:\d{{1,3}}[.．]\s?)?(?:{DATE}|\d{{2,3}}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日|\d{{2,4}}[.．/]\d{{1,2}}[.．/]\d{{1,2}})\s?[^。；]{{0,80}}?"
    r"(?:字第\s{0,3}\d{1,12}\s{0,3}号\s?[令函]|会议[^。；]{0,12}(?:通过|订定|修正|核定|备查))[^。]{0,200}$"
)
CIRCULATED = re.compile(r"(?:抄送|抄报|分送|抄致)(?:单位)?\s?[:：]")
COPIES = re.compile(
    r"(?:公开属性|抄送|抄报|主送|分送|发送|报送|联系人|联系电话|联系方式|咨询电话|传真|信息公开属性|公开方式)[:：]"
)
# What stands under a picture.
CAPTION = re.compile(
    r"(?:图\s?\d{1,2}(?:[-.]\d{1,2})?[:：\s].{1,40}|[^，。；]{2,30}(?:示意图|流程图|框架图|结构图|分布图))$"
)
LETTERHEAD = re.compile(r"[\u4e00-\u9fff]{4,30}文件$")
FORMULA = re.compile(r"(?:特此|此致|专此|此复|此令|妥否|当否|以上(?:请示|意见|报告)).{0,12}[。！]?$")
CONTENTS = re.compile(r".{0,40}目\s{0,8}[录次]$")
DOT_LEADERS = re.compile(r"(?:[.．·]{3,}|…+|_{3,})\s?[（(]?[\dIVXivx]{1,4}[）)]?$")
LEADERS = re.compile(r"(?:[.．·…\-—_]{3,}|…+|\s+)\s?[（(]?[\dIVXivx]{1,4}[）)]?$")
# A list of who sits on a body: 组长：, 副组长：, 成员：.
_ROSTER = re.compile(
    r"(?:常务|第一|总|副|执行){0,2}\s?(?:(?:组|会|局|市|县|区|省|院|校|处|科|指\s?挥)\s{0,6}长"
    r"|主\s{0,6}任|召\s?集\s?人|指\s{0,4}挥|顾\s{0,6}问)\s?[:：]"
    r"|(?:成|组|委|队|联\s?络)\s{0,6}员\s?[:：]"
)
_KEY_VALUE = re.compile(r"[【\[]?[\u4e00-\u9fff\xa0\u3000 ]{2,9}[】\]]?\s?[:：]")
_MOMENT = re.compile(
    r"(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|年\s?\d{1,2}月\s?\d{1,2}日(?=\s|$))|(?<!\d)\d{1,2}:\d\d"
)
# What a page asks its reader to do.
_CALL = re.compile(r"(?:请|欢迎)?(?:点击|扫码|扫描|扫一扫|长按|关注我们|分享[到至]|转发到)[^，。；]{0,30}$")
_SIZES = re.compile(r"[【\[]?(?:字[体号]\s?[:：]?|A[+-]?)[\s大中小A+-]{2,24}[】\]]?$")
_LINK = re.compile(r"[\u4e00-\u9fff ]{2,9}\s?[:：]\s?\[?https?://\S{1,500}$")
_SEPARATED = re.compile(r"[>»›＞|｜]|\s/\s|[】\]]\s*[【\[]")
# What a site says about rights; a document does not speak of its own reprinting.
_RIGHTS = re.compile(r"版权|转载|侵权|著作权|免责|原创|本网|本站|责任编辑|不代表.{0,8}(?:观点|立场)|仅供参考")
_ENDED = re.compile(r"[。；：！？;:!?…][”’』」）)】》]{0,3}$")
_INNER_MARK = re.compile(r"[。！？；]")
_COMMA = re.compile(r"[，,]")
_CONTENT = re.compile(r"[\w]")
_PAGE_NUMBER = re.compile(
    r"[\s—–\-－·_第共页/]{0,12}\d{1,4}[\s—–\-－·_第共页/]{0,8}\d{0,4}[\s—–\-－页]{0,4}$"
)
# What a site writes above the text to say that it follows.
TEXT_LABEL = re.compile(r"(?:(?:法规|文件|政策)?(?:正文|全文|原文|条文|法条)(?:内容)?)[:：]?$")
# A page number with a word or a sign that says so: — 12 —, 第 3 页 共 9 页, # Page 12:.
_PAGE_MARK = re.compile(
    r"#{0,3}\s{0,3}(?:Page|PAGE|page|P\.?)\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\s?[:：]?$"
    r"|第?\s?\d{1,4}\s?页(?:\s?[,，/（(]?\s?共\s?\d{1,4}\s?页[）)]?)?$"
    r"|[—–\-－·]{1,3}\s{0,3}\d{1,4}\s{0,3}[—–\-－·]{1,3}$"
)


def is_titled(line: str) -> bool:
    """Whether a line has the form of a document's title."""
    if not 4 <= len(line) <= 160 or not _TITLE_END.search(line) or _NO_TITLE.search(line):
        return False
    if ENACTMENT.match(line):
        return False
    return not _COMMA.search(line) or _ABOUT.search(line) is not None


def is_about(line: str) -> bool:
    """Whether a line has the full form of a title: 关于……的通知."""
    return is_titled(line) and _ABOUT.search(line) is not None


def transmits(title: str) -> bool:
    """Whether a title is that of a document that only sends another (关于印发……的通知)."""
    return _TRANSMITTAL_TITLE.search(title) is not None


def consults(title: str) -> bool:
    """Whether a title asks the public for opinions on a draft."""
    return _CONSULTATION_TITLE.search(title) is not None


def is_prose(line: str) -> bool:
    """Whether a line is written in sentences, unlike a heading, a name or a page's furniture."""
    if _INNER_MARK.search(line) or line.endswith(("：", ":")):
        return True
    return len(line) >= 25 and _COMMA.search(line) is not None


def is_ended(line: str) -> bool:
    """Whether a line ends as a sentence or a clause of a list does."""
    return _ENDED.search(line) is not None


def is_rights_notice(line: str) -> bool:
    """Whether a line speaks of reprints, rights or a site's own editors."""
    return _RIGHTS.search(line) is not None


def is_page_furniture(line: str) -> bool:
    """Whether a short line has the shape of navigation, of a key with its value, or of a moment."""
    if _LINK.match(line):
        return True
    if len(line) > 120 or _INNER_MARK.search(line):
        return False
    if any(shape.search(line) for shape in (_SEPARATED, _MOMENT, _CALL, _SIZES)):
        return True
    if _KEY_VALUE.match(line) is None or _COMMA.search(line):
        return False
    return not (ANNOUNCEMENT.match(line) or _ROSTER.match(line))


def key(line: str) -> str:
    """The words before a line's colon, that say what stands behind; empty where there are none."""
    found = _KEY_VALUE.match(line)
    return found[0] if found else ""


def is_page_mark(line: str) -> bool:
    """Whether a line is a page number that says what it is."""
    return _PAGE_MARK.match(line) is not None


def is_formal(text: str) -> bool:
    """Whether a line has one of the forms of official front matter, whatever stands around it."""
    if len(text) > _LONGEST_FORM:
        return False
    always = (NOTE, COPIES, FORMULA, ANNOUNCEMENT, LETTERHEAD)
    dated = (DOCUMENT_NUMBER, DATE_LINE, SIGNED_DATE, ENACTMENT, HISTORY)
    return any(form.match(text) for form in (*always, *dated))


def is_blank_form(line: str) -> bool:
    """Whether a line has no words: a rule, a row of dots, a page number."""
    return any((_CONTENT.search(line) is None, _PAGE_NUMBER.match(line), _PAGE_MARK.match(line)))


def is_signature(line: str) -> bool:
    """Whether a line is short and unpunctuated enough to be who signs."""
    return len(line) <= 60 and not is_ended(line) and not re.search(r"[，。；：:,]", line)


def normal(title: str) -> str:
    """A title with everything left out in which two ways of writing it differ."""
    return re.sub(r"[^\w]|_", "", title)


def quoted(text: str) -> frozenset[str]:
    """The normal forms of what stands in 《》, with and without a bracket at its end."""
    names = re.findall(r"《([^《》\n]{4,120})》", text)
    return frozenset(form for name in names for form in named(name) if len(form) >= 5)


def named(title: str) -> set[str]:
    """The normal forms of a title, with and without the brackets at its end."""
    bare = re.sub(rf"\s?{_BRACKET}$", "", title)
    return {normal(title)} if bare == title else {normal(title), *named(bare)}
