"""A name and its remarks side by side, whatever their length."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from annotator.tui.display import middle
from annotator.tui.unit_rows import _columns

NAMES = st.text("上海市数据局（）aA1　…é", max_size=60)


def test_a_name_is_cut_in_its_middle() -> None:
    assert middle("上海市数据局", 12) == "上海市数据局"
    assert middle("上海市数据局", 9) == "上海…据局"
    assert middle("中国（上海）自由贸易试验区临港新片区管理委员会", 20) == "中国（上…管理委员会"


@given(NAMES, st.integers(2, 80))
def test_a_cut_name_fits_and_keeps_both_ends(name: str, width: int) -> None:
    cut = middle(name, width)
    assert cell_len(cut) <= width
    if cut != name:
        head, tail = cut.split("…", 1) if "…" not in name else (cut, "")
        assert name.startswith(head) or "…" in name
        assert name.endswith(tail)


@given(NAMES, NAMES, st.integers(8, 120))
def test_a_name_and_its_remarks_fit_into_the_room_they_have(name: str, remarks: str, room: int) -> None:
    left, right = _columns(name, remarks, room)
    assert cell_len(left) + cell_len(right) <= room
    if cell_len(name) + cell_len(remarks) + 2 <= room:
        assert left.rstrip() == name.rstrip()
