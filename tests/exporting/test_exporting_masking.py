"""What is covered is as long as it was, is all that was found, and can be put back."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.document import Clause
from annotator.model.edit import Edit
from annotator.tools.release.address import is_public
from annotator.tools.release.ground import Ground
from annotator.tools.release.licence import card_licence
from annotator.tools.release.masking import Masking
from annotator.tools.release.personal import personal
from annotator.tools.release.pseudonyms import Pseudonyms

PARTS = st.sampled_from(
    ["联系人：王芳", "，电话：0571-87052345", "手机13800138000", "。", "\r\n", "😀", "𠮷", "(guī)", "投资100万元", "，",
     "（邮箱：a.b@c.cn）", "e\u0301", "\u00a0", "2026年3月5日", "联系电话：28450520", "任务一"]
)  # fmt: skip


def clause(text, start, end):
    return Clause(
        "cl-0", "doc-0", 0, 0, 1, "", (), text, start, end, "", end, end, 0, 0.0, start, end
    )  # fmt: skip


@given(st.lists(PARTS, min_size=1, max_size=12), st.data())
def test_what_is_covered_can_be_put_back(parts, data):
    source = "".join(parts)
    edits = [
        Edit(at, at + len(word), "trial", word, "")
        for word in ("(guī)", "\r\n")
        for at in range(len(source))
        if source.startswith(word, at)
    ]
    ground = Ground(source, edits)
    masking = Masking()
    masked = masking.ground(ground)
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, len(source)))
    text = ground.clean(start, end).text
    covered = masked.clause(clause(text, start, end)).text
    assert masked.clean(start, end).text == covered
    assert len(covered) == len(text)
    restored = covered
    for one in masking.covered:
        restored = restored[: one.start] + one.text + restored[one.end :]
    assert restored == text
    if (start, end) == (0, len(source)):
        assert personal(covered) == []
        assert Counter(one.kind for one in personal(text)) == masking.counts


def test_a_number_is_covered_in_each_clause_that_has_a_part_of_it():
    source = "联系电话：\n0571-87052345 转801"
    masking = Masking()
    ground = masking.ground(Ground(source, []))
    assert ground.clean(0, 6).text == "联系电话：\n"
    assert ground.clean(6, 12).text == "××××-×"
    assert ground.clean(12, len(source)).text == "××××××× 转801"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://www.sh.gov.cn/nw12344/1.html?id=3", True),
        ("http://10.1.2.3/oa/1.html", False),
        ("http://oa/1.html", False),
        ("http://oa.bureau.local/1.html", False),
        ("http://amy:secret@www.sh.gov.cn/", False),
        ("https://www.sh.gov.cn/1.html?ticket=ST-1", False),
        ("file:///home/amy/1.html", False),
        ("http://[::1", False),
        ("http://202.96.0.133/1.html", True),
    ],
)
def test_an_address_within_an_office_is_not_told(address, public):
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("labels", "texts", "told"),
    [
        ("", "", "unknown"),
        ("CC-BY-4.0", "CC-BY-4.0", "cc-by-4.0"),
        ("ODbL-1.0", None, "odbl"),
        ("CC-BY-4.0", "none", "other labels-cc-by-4.0-texts-none"),
        ("CC-BY-4.0", "", "other labels-cc-by-4.0-texts-unknown"),
        ("", "none", "other labels-unknown-texts-none"),
        ("LicenseRef-Bureau", None, "other labels-licenseref-bureau"),
        ("MulanPSL-2.0", None, "other labels-mulanpsl-2.0"),
    ],
)
def test_a_card_states_one_licence_only_where_there_is_one(labels, texts, told):
    head = card_licence(labels, texts)
    assert " ".join(head[name] for name in ("license", "license_name") if name in head) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Amy和王芳说", "{amy}和{wang}说"),
        ("family", "family"),
        ("amy_2", "amy_2"),
        ("小芳、王芳芳", "{wang}、{wang}芳"),
        ("a.b: ok", "{ab}: ok"),
        ("axb", "axb"),
        ("", ""),
    ],
)
def test_people_are_called_so_wherever_they_are_named(words, told):
    known = {"amy": "amy", "王芳": "王芳", "小芳": "王芳", "a.b": "a.b"}
    people = Pseudonyms(b"key", known)
    called = {"amy": people.of("amy"), "wang": people.of("王芳"), "ab": people.of("a.b")}
    assert people.within(words) == told.format(**called)
    assert len(set(called.values())) == 3
    assert Pseudonyms(b"other", known).of("amy") != people.of("amy")
