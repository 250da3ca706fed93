"""The same text names other organisations when another place issues it."""

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
