"""Words: where they end, and that nothing but the dictionary is read for it."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.tools.wordbreaks import breaks

CASES = {
    "": [],
    "加快建设数据交易所": ["加快", "建设", "数据", "交易所"],
    "国家税务总局会同财政部": ["国家税务总局", "会同", "财政部"],
    "推进5G-A、AI+应用。": ["推进", "5G", "-", "A", "、", "AI", "+", "应用", "。"],
    "甲 　乙\n": ["甲", " ", "　", "乙", "\n"],
}


@pytest.mark.parametrize(("text", "words"), CASES.items())
def test_a_text_breaks_at_its_words(text, words):
    ends = sorted(breaks(text))
    assert [text[a:b] for a, b in pairwise(ends)] == words


@given(st.text(max_size=80))
def test_breaks_run_from_the_first_character_to_the_last(text):
    assert {0, len(text)} <= breaks(text)
    assert all(0 <= at <= len(text) for at in breaks(text))


def test_no_cache_is_read_or_written_and_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "jieba.cache").write_bytes(b"planted")
    code = "from annotator.tools.wordbreaks import breaks; print(sorted(breaks('建设数据交易所')))"
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", code],
        env={**os.environ, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "TMP": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "[0, 2, 4, 7]\n"
    assert not done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["jieba.cache"]
    assert (tmp_path / "jieba.cache").read_bytes() == b"planted"


def test_the_dictionary_is_loaded_only_where_words_are_asked_for() -> None:
    code = "import annotator.tools.wordbreaks, annotator.tools.suggest, sys; print('jieba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
