"""The shipped table is data that others store ids of: it must be well-formed and stay so."""

import re
from collections import Counter
from pathlib import Path

import pytest

from annotator.tools import gazetteer
from annotator.tools.gazetteer.folding import fold
from annotator.tools.gazetteer.table import shipped

TABLE = Path(gazetteer.__file__).with_name("gazetteer.tsv")
HAN_OR_SIGN = re.compile(r"[一-鿿]|[A-Za-z0-9]")


def cells():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def places():
    return {row.forms[0] if row.forms else row.name: row for row in shipped() if row.kind == "地名"}


def test_ids_are_unique_and_readable():
    ids = [row.org_id for row in shipped()]
    assert len(set(ids)) == len(ids)
    assert [one for one in ids if not re.fullmatch(r"org(-[a-z]+\d?){1,3}", one)] == []


def test_every_row_says_what_it_is_and_how_well_it_is_attested():
    assert [row for row in cells() if not row["name"] or not row["kind"]] == []
    assert {row["status"] for row in cells()} == {"已核", "待核"}


def test_each_organisation_has_one_row():
    names = Counter(fold(row.name) for row in shipped())
    assert [name for name, times in names.items() if times > 1] == []


def test_no_form_means_two_organisations_of_one_jurisdiction():
    forms = Counter(
        (row.jurisdiction, key) for row in shipped() for key in {fold(one) for one in (row.name, *row.forms)}
    )
    assert [form for form, times in forms.items() if times > 1] == []


def test_every_jurisdiction_is_the_nation_or_a_place_of_the_table():
    assert {row.jurisdiction for row in shipped()} <= {"", "国家", *places()}


def test_pinyin_has_one_syllable_a_character_for_the_name_and_each_form():
    for row in shipped():
        readings = row.pinyin.split(";")
        assert len(readings) == 1 + len(row.forms), row.name
        for name, reading in zip((row.name, *row.forms), readings, strict=True):
            assert len(reading.split(" ")) == len(HAN_OR_SIGN.findall(name)), name
            assert re.fullmatch(r"[a-z0-9]+( [a-z0-9]+)*", reading), name


def test_initials_are_the_first_letters_of_the_pinyin():
    for row in shipped():
        first = ["".join(s[0] for s in reading.split(" ")) for reading in row.pinyin.split(";")]
        assert row.initials == ";".join(first)


@pytest.mark.parametrize(
    ("characters", "syllables"),
    [
        ("重庆", "chong qing"),
        ("长宁", "chang ning"),
        ("长寿", "chang shou"),
        ("长兴岛", "chang xing dao"),
        ("闵行", "min hang"),
        ("银行", "yin hang"),
        ("行政", "xing zheng"),
        ("行业", "hang ye"),
        ("委员会", "wei yuan hui"),
        ("社会", "she hui"),
        ("参事", "can shi"),
        ("体育", "ti yu"),
        ("绿化", "lv hua"),
        ("调查", "diao cha"),
        ("战略", "zhan lue"),
        ("丰都", "feng du"),
        ("綦江", "qi jiang"),
        ("北碚", "bei bei"),
        ("大足", "da zu"),
        ("单位", "dan wei"),
    ],
)
def test_characters_of_many_readings_are_read_as_in_names(characters, syllables):
    readings = []
    for row in shipped():
        for name, reading in zip((row.name, *row.forms), row.pinyin.split(";"), strict=True):
            plain = "".join(HAN_OR_SIGN.findall(name))
            if characters in plain:
                at = plain.index(characters)
                readings.append(" ".join(reading.split(" ")[at : at + len(characters)]))
    assert set(readings) == {syllables}
