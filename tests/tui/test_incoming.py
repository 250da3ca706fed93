"""What a terminal sends: pastes come whole and as text, however they are cut; keys come at once."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.tui.incoming import BEGIN, END, Incoming
from annotator.words.plain import pasted

KEYS = st.text("ab\x1b[20~", max_size=8).filter(lambda text: BEGIN not in text)
PASTED = st.text("甲~\x1b[20131m\r\n", max_size=20).filter(lambda text: END not in text)


def arrived(pieces: list[str]) -> list[tuple[str, str]]:
    incoming = Incoming()
    return [pair for piece in pieces for pair in incoming.feed(piece)]


@given(KEYS, PASTED, KEYS, st.lists(st.integers(0, 60), max_size=8))
def test_a_paste_cut_anywhere_comes_whole_and_nothing_of_it_is_a_key(
    before: str, text: str, after: str, cuts: list[int]
) -> None:
    sent = f"{before}q{BEGIN}{text}q{END}{after}q"
    places = sorted({0, len(sent), *(cut for cut in cuts if cut < len(sent))})
    told = arrived([sent[start:end] for start, end in pairwise(places)])
    assert "".join(keys for keys, _ in told) == f"{before}q{BEGIN}{END}{after}q"
    assert [paste for keys, paste in told if keys == END] == [f"{text}q"]


def test_keys_are_not_kept_back() -> None:
    assert arrived(["a", "\x1b", "[20"]) == [("a", ""), ("\x1b", ""), ("[20", "")]


def test_an_escape_that_stood_alone_begins_no_paste() -> None:
    incoming = Incoming()
    assert list(incoming.feed("\x1b")) == [("\x1b", "")]
    incoming.forget()
    assert list(incoming.feed("[200~a")) == [("[200~a", "")]


def test_a_paste_is_left_what_a_person_sees_and_its_lines() -> None:
    assert (
        pasted("甲\x1b[31m乙\r\n丙\t丁\r\x9b\u202e\u200b\xa0戊\u2028己\ud800") == "甲[31m乙\n丙 丁\n 戊\n己"
    )
