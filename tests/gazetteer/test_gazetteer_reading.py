"""Names that nobody has read are read as the table reads its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.tools.gazetteer.reading import reading
from annotator.tools.gazetteer.table import shipped


def test_every_shipped_name_is_read_as_it_was_checked_by_eye():
    wrong = [
        (name, checked)
        for row in shipped()
        for name, checked in zip((row.name, *row.forms), row.pinyin.split(";"), strict=True)
        if reading(name) != checked
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "syllables"),
    [
        ("杭州市数据资源管理局", "hang zhou shi shu ju zi yuan guan li ju"),
        ("重庆市重点项目办", "chong qing shi zhong dian xiang mu ban"),
        ("浦发银行", "pu fa yin hang"),
        ("行政审批局", "xing zheng shen pi ju"),
        ("女性企业家协会", "nv xing qi ye jia xie hui"),
        ("旅游局", "lv you ju"),
        ("青年AI联盟", "qing nian a i lian meng"),
        ("闵行区", "min hang qu"),
        ("（筹）某局", "chou mou ju"),
        ("亳州市", "? zhou shi"),
    ],
)
def test_a_name_is_read_by_its_characters(name, syllables):
    assert reading(name) == syllables


@given(st.text(max_size=30))
def test_whatever_was_typed_has_a_syllable_for_each_character_that_is_spoken(name):
    from annotator.model.organisation import spoken

    assert len(reading(name).split()) == len(spoken(name))
