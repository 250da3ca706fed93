"""Whether a table lists documents, by the names of its columns, and what each column says of them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_SILENT = re.compile(r"[\s_\-\ufeff\u200b]+|[（(【\[].*$")
# Names as they are compared: without white space, underscores and brackets, in small letters.
_NAMES = {
    "text": """
        正文 全文 文本 原文 正文内容 文本内容 文件正文 文件全文 文件文本 文件内容
        政策正文 政策全文 政策文本 政策内容 公文正文 公文内容 文章内容
        text fulltext body content contents maintext articlecontent articletext rawtext
    """,
    "title": """
        标题 题目 题名 名称 文件名称 文件标题 政策名称 政策标题 公文标题 文章标题
        title headline articletitle doctitle policytitle policyname
    """,
    "issuer": """
        发文机关 发文机构 发文单位 发文部门 发布机构 发布机关 发布单位 发布部门 制定机关 颁布单位
        印发机关 印发单位 成文机关
        issuer agency publisher issuingauthority issuingagency department organization org
    """,
    "date": """
        日期 发布日期 发布时间 成文日期 印发日期 发文日期 发文时间 公布日期 公开日期 颁布日期
        date pubdate publishdate publisheddate publicationdate publishtime pubtime issuedate publishedat
    """,
    "address": """
        网址 链接 地址 来源网址 原文链接 原文网址 网页地址 文件链接 政策链接 来源链接
        url link href address sourceurl pageurl weburl
    """,
    "number": """
        文号 发文字号 发文号 文件编号 公文字号 字号 文件号
        number documentnumber docnumber docno docnum issueno
    """,
}
_MEANT = {name: what for what, names in _NAMES.items() for name in names.split()}
# Just as often a column of a table of tasks; another one has to speak for documents.
_TEXT_PERHAPS = frozenset(("内容", "主要内容"))
# A column of these names belongs to a table of tasks, whose rows are no documents.
_OF_TASKS = re.compile(r"牵头|责任|配合|任务|举措|措施|时限|完成|负责|指标|进度|进展")


class Columns(NamedTuple):
    """`text` is the place of the column with the text, from 0; `metadata` has those of the others."""

    text: int
    metadata: dict[str, int]


def columns(names: Sequence[str]) -> Columns | None:
    """What these columns say of documents; None where the table lists none."""
    plain = [_SILENT.sub("", name).lower() for name in names]
    said: dict[str, int] = {}
    for at, name in enumerate(plain):
        if name in _MEANT:
            said.setdefault(_MEANT[name], at)
    text = said.pop("text", None)
    if any(_OF_TASKS.search(name) for name in plain):
        # Unless it says both what the text is and where the document comes from.
        return Columns(text, said) if text is not None and len(said) > 1 else None
    if text is None and said:
        text = next((at for at, name in enumerate(plain) if name in _TEXT_PERHAPS), None)
    return None if text is None else Columns(text, said)
