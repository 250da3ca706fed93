"""What is personal in a text, and what only looks so."""

import pytest

from annotator.tools.release.personal import personal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（联系人：陈海旺；联系电话：28450520）", "person 陈海旺, landline 28450520"),
        ("电话：0531-86191345，86191325;传真：0531- 86191624", "landline 0531-86191345, landline 86191325, landline 0531- 86191624"),
        ("联系电话:\n\n52710587 。", "landline 52710587"),
        ("联系人：\n赵媛；\n邮箱：\nzhaoyuan01@tj.gov.cn）", "person 赵媛, email zhaoyuan01@tj.gov.cn"),
        ("联系人：张　三　电话：（0571）8705 2345", "person 张　三, landline （0571）8705 2345"),
        ("联系人：欧阳修、李明，138 0013 8000、13900139000", "person 欧阳修, person 李明, mobile 138 0013 8000, mobile 13900139000"),
        ("联系人:王处长 电话010-12345678转801", "person 王处长, landline 010-12345678转801"),
        ("联系人：市发展改革委 张三丰，１３８００１３８０００", "person 张三丰, mobile １３８００１３８０００"),
        ("联系人：阿不都·热依木", "person 阿不都·热依木"),
        ("联系人及联系电话：王芳，0551-62999765", "person 王芳, landline 0551-62999765"),
        ("聯絡人：陳大文 先生", "person 陳大文"),
        ("身份证号码：11010519491231002X。", "identity 11010519491231002X"),
        ("身份证：110105491231002", "identity 110105491231002"),
        ("电话（TEL）：+86-10-88889999，8613800138000", "landline +86-10-88889999, mobile 8613800138000"),
        ("举报电话为0571-87052345（工作日8:30-17:30）", "landline 0571-87052345"),
        ("传真：0571—87052345", "landline 0571—87052345"),
        ("ａｂ@163.com", "email ａｂ@163.com"),
    ],
)  # fmt: skip
def test_what_is_personal_is_found_where_it_stands(text, expected):
    assert ", ".join(f"{one.kind} {text[one.start : one.end]}" for one in personal(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "浙政办发〔2020〕13号，邮编310025，投资13800138000元，13812345678.56万元",
        "粤ICP备13012345678号，编号0310-1234567-89，项目代码2019-330100-48-03-012345",
        "统一社会信用代码：91330000710923104X",
        "110105194912310021",  # the last figure is wrong
        "拨打12345热线、12366、110；电话：400-820-1234",
        "http://www.gov.cn/art/13812345678.html",
        "全国电话会议 2021-2025 年，2020-2025年，20210305，0571-2020年",
        "联系人：　　联系电话：　　",
        "联系人：安全科",
        "联系人：高级工程师",
        "明确联系人、联系方式等内容，并填报联系人。",
        "粤A12345 号牌，收费30000000",
    ],
)
def test_other_numbers_and_words_are_let_stand(text):
    assert personal(text) == []
