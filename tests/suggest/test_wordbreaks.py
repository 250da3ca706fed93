"""Words: where they end, the same as jieba's, and nothing but its dictionary is read for it."""

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import annotator
from annotator.tools.wordbreaks import breaks

SAMPLES = Path(annotator.__file__).parent / "samples"

CASES = {
    "": [],
    "加快建设数据交易所": ["加快", "建设", "数据", "交易所"],
    "国家税务总局会同财政部": ["国家税务总局", "会同", "财政部"],
    "推进5G-A、AI+应用。": ["推进", "5G", "-", "A", "、", "AI", "+", "应用", "。"],
    "甲 　乙\n": ["甲", " ", "　", "乙", "\n"],
}


@pytest.mark.parametrize(("text", "words"), CASES.items())
def test_a_text_breaks_at_its_words(text: str, words: list[str]) -> None:
    assert [text[a:b] for a, b in pairwise(sorted(breaks(text)))] == words


@pytest.fixture(scope="module")
def jieba_breaks() -> Callable[[str], set[int]]:
    """The same by jieba itself."""
    import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True

    def do(text: str) -> set[int]:
        at, found = 0, {0}
        for word in tokenizer.cut(text, HMM=False):
            at += len(word)
            found.add(at)
        return found

    return do


@given(st.text("建设数据交易所标准高香港卡拉OK5GAaT恤3D制-+._%& 　，。\n", max_size=30))
def test_words_are_those_of_jieba(jieba_breaks: Callable[[str], set[int]], text: str) -> None:
    assert breaks(text) == jieba_breaks(text)


def test_words_are_those_of_jieba_in_real_documents(jieba_breaks: Callable[[str], set[int]]) -> None:
    for path in SAMPLES.glob("00[234]*.txt"):
        for line in path.read_text(encoding="utf-8").split("\n"):
            assert breaks(line) == jieba_breaks(line)


@given(st.text(max_size=80))
def test_breaks_run_from_the_first_character_to_the_last(text: str) -> None:
    assert {0, len(text)} <= breaks(text)
    assert all(0 <= at <= len(text) for at in breaks(text))


def test_no_cache_is_read_or_written_and_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "jieba.cache").write_bytes(b"planted")
    code = (
        "import sys; from annotator.tools.wordbreaks import breaks; "
        "print(sorted(breaks('建设数据交易所')), 'jieba' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", code],
        env={**os.environ, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "TMP": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "[0, 2, 4, 7] False\n"
    assert not done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["jieba.cache"]
    assert (tmp_path / "jieba.cache").read_bytes() == b"planted"


def test_the_dictionary_is_read_only_where_words_are_asked_for() -> None:
    code = "import annotator.tools.suggest; from annotator.tools import wordbreaks; print(wordbreaks._dictionary.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "0\n"
