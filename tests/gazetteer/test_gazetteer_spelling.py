"""A known name is found in any spelling, where it stands."""

import pytest

from annotator.tools import gazetteer

KNOWN = gazetteer.load()


@pytest.mark.parametrize("row", KNOWN.organisations, ids=lambda row: row.org_id)
def test_every_form_of_a_name_is_found_whole(row):
    for form in (row.name, *row.forms):
        assert KNOWN.end_of_name(f"由{form}负责", 1) == 1 + len(form)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市发展和改革委员会负责", "市发展和改革委员会"),
        ("市发展改革委和市教委", "市发展改革委"),
        ("市人民政府办公厅印发", "市人民政府办公厅"),
        ("市人民检察院", "市人民检察院"),
        ("市 科委 负责", "市 科委"),
        ("中华人民共和国教育部令", "中华人民共和国教育部"),
        ("各区县（自治县）人民政府", "各区县（自治县）人民政府"),
        ("和市科委", ""),
        (" 市科委", ""),
        ("市场", ""),
        ("", ""),
    ],
)
def test_a_name_is_found_up_to_its_end(text, name):
    assert text[: KNOWN.end_of_name(text, 0)] == name
