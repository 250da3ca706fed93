"""Where a clause is offered to be split."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.tools.text.places import places


@pytest.mark.parametrize(
    "parts",
    [
        ["一是建平台；", "二是立机制。", "三是试点"],
        ["建平台;", "立机制！", "为何？", "因此。"],
        ["甲说“去。”", "乙说“不去！”", "（笑。）", "走了。"],  # closing marks go along
        ["推进“双轨；并行”和《甲；乙》（含丙；丁）；", "试点"],
        ["推进“双轨；并行。”", "试点（如甲；乙。）。", "完"],
        ["第一款。\n", "第二款\n　　", "第三款"],
        ["第一款。 \r\n", "第二款"],
        ["开了（没有关；", "照切；", "又开（关了；）", "了"],
        ["关了）没有开；", "照切"],
        ["“全部；", "都在；", "引号里。”"],  # nothing stands outside
        ["甲〔2024〕1号；", "乙"],
        ["完。；", "了"],
        ["一句话，没有别的。"],
        ["。；！"],
        ["\n\n"],
        [""],
    ],
)  # fmt: skip
def test_places_are_behind_sentences_and_lines(parts: list[str]) -> None:
    text = "".join(parts)
    cuts = [0, *places(text), len(text)]
    assert [text[start:end] for start, end in pairwise(cuts)] == parts


@given(st.text(st.sampled_from("甲。；;！？（）()“”「」《》\n 　,1"), max_size=60))
@settings(max_examples=200, deadline=None)
def test_both_sides_of_a_place_have_words(text: str) -> None:
    found = places(text)
    assert list(found) == sorted(set(found))
    for at in found:
        assert text[:at].strip()
        assert text[at:].strip()
        assert not text[at].isspace()
