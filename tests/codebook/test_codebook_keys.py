"""Every code of a field gets exactly one key."""

from string import ascii_lowercase

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.codebook import Code, Codebook, Field
from annotator.tools.codebook import with_keys

LETTERS = set(ascii_lowercase) - set("jk")

codes = st.lists(
    st.builds(
        Code,
        id=st.from_regex(r"[a-z][a-z0-9_]{0,6}(\.[a-z]{1,4})?", fullmatch=True),
        zh=st.just("名"),
        en=st.text("abjk XYZ1", max_size=4),
        key=st.sampled_from(["", "a", "b", "c", "j", "1", "ab"]),
    ),
    max_size=32,
    unique_by=lambda code: code.id,
)


def book(given_codes):
    field = Field("f", "single", "字段", "Field", codes=tuple(given_codes))
    return Codebook("n", "1", "名", "Name", (field, Field("t", "text", "文", "Text")))


def keys(given_codes):
    return [code.key for code in with_keys(book(given_codes)).fields[0].codes]


@given(codes)
def test_keys_are_letters_unique_and_for_all_until_the_alphabet_ends(given_codes):
    found = [key for key in keys(given_codes) if key]
    assert len(found) == min(len(given_codes), 24)
    assert len(set(found)) == len(found)
    assert set(found) <= LETTERS


@given(codes)
def test_given_keys_stay_with_the_first_code_that_has_them(given_codes):
    wanted = {}
    for code in given_codes:
        if code.key in LETTERS:
            wanted.setdefault(code.key, code.id)
    found = {code.key: code.id for code in with_keys(book(given_codes)).fields[0].codes if code.key}
    assert {key: found[key] for key in wanted} == wanted


@given(codes)
def test_only_keys_change_and_a_second_time_changes_nothing(given_codes):
    once = with_keys(book(given_codes))
    bare = tuple(code._replace(key="") for code in once.fields[0].codes)
    assert bare == tuple(code._replace(key="") for code in given_codes)
    assert with_keys(once) == once


@given(codes, st.text("xyz", min_size=8, max_size=9))
def test_a_new_code_at_the_end_leaves_the_keys_before_it(given_codes, new):
    assert keys([*given_codes, Code(new, "新", "New")])[:-1] == keys(given_codes)


def test_keys_are_mnemonic():
    made = [Code("data", "数据", "Data"), Code("domain", "领域", "Domain"), Code("infra.data", "数据", "Sub")]
    assert keys(made) == ["d", "o", "a"]
