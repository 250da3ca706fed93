"""The same text names other organisations when another place issues it."""

import pytest

from annotator.flows.importing import segmented

TEXT = (
    "{issuer}关于印发方案的通知\n一、任务\n1.建设平台。推进建设。（责任单位：市教委、市财政局、市某某局、各区政府）\n"
    "2.有关要求。市教委应当会同市公安局制定办法。\n"
)


def named(issuer: str) -> list[tuple[str, str | None]]:
    cut = segmented(TEXT.format(issuer=issuer).encode(), "plan.txt")
    return [(one.surface, one.org_id) for segment in cut.segments for one in segment.mentions]


def test_short_forms_mean_the_bodies_of_the_issuers_place() -> None:
    shanghai, chongqing, elsewhere = map(named, ("上海市人民政府", "重庆市人民政府", "包头市人民政府"))
    names = [name for name, _ in shanghai]
    assert names == ["市教委", "市财政局", "市某某局", "各区政府", "市教委", "市公安局"]
    assert [name for name, _ in chongqing] == [name for name, _ in elsewhere] == names
    ids = dict(shanghai), dict(chongqing)
    for name in ("市教委", "市财政局", "市公安局"):
        assert None not in (ids[0][name], ids[1][name])
        assert ids[0][name] != ids[1][name]
    assert {org_id for name, org_id in elsewhere if name.startswith("市")} == {None}


def test_a_name_that_no_table_has_is_kept_as_written() -> None:
    cut = segmented(TEXT.format(issuer="包头市人民政府").encode(), "plan.txt")
    assert cut.places == ("包头市",)
    units = [one for segment in cut.segments for one in segment.mentions]
    assert all(one.name == one.surface for one in units if one.org_id is None)


def test_a_market_is_no_city() -> None:
    found = segmented(TEXT.format(issuer="山东省电力现货市场").encode(), "plan.txt")
    assert found.places == ("山东省",)
    assert segmented(TEXT.format(issuer="江北市市场监管局").encode(), "plan.txt").places == ("江北市",)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # ministries of one name on both sides of the strait
        ("教育部補助學校要點\n一、教育部應會同財政部訂定辦法，並報行政院核定。\n", ("台湾省",)),
        ("教育部補助要點\n一、直轄市、縣（市）政府應報教育部核定，並由財政部撥付經費。\n", ("台湾省",)),
        ("中華民國財政部公告\n一、財政部應會同教育部訂定辦法，辦理各項補助經費之撥付。\n", ("台湾省",)),
        (
            "運輸規劃綱要\n一、香港教育局應會同運輸署訂定辦法，並向立法會財政部門報告進度。\n",
            ("香港特别行政区",),
        ),
    ],
)
def test_ministries_beyond_the_mainland_are_none_of_the_nations(text: str, places: tuple[str, ...]) -> None:
    cut = segmented(text.encode(), "plan.txt")
    units = [one for segment in cut.segments for one in segment.mentions]
    assert cut.places == places
    assert units
    assert {one.org_id for one in units} == {None}


@pytest.mark.parametrize(
    "text",
    [
        # the mainland in traditional characters
        "國務院關於加強工作的意見\n一、教育部應當會同財政部制定辦法，臺灣同胞同樣適用。\n",
        "教育部關於加強工作的意見\n一、教育部應當會同財政部制定辦法，按照中華人民共和國有關法律執行。\n",
        # and in its own
        "教育部关于加强工作的意见\n一、教育部应当会同财政部制定办法，涉及香港、台湾的另行规定。\n",
    ],
)
def test_ministries_of_the_mainland_are_the_nations_in_either_script(text: str) -> None:
    cut = segmented(text.encode(), "plan.txt")
    units = {one.surface: one.org_id for segment in cut.segments for one in segment.mentions}
    assert cut.places == ("国家",)
    assert None not in units.values()
    assert len(units) == 2
