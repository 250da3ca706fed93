"""Counts of pairs as a map: the more, the darker, with the number in every cell."""

from collections.abc import Mapping, Sequence

from annotator.tools.report.svg import drawing, element, fitting, width_of, words

_CELL, _TOP, _MOST_NAME = 34, 8, 170


def heat(
    title: str, names: Sequence[str], counts: Mapping[tuple[int, int], int], across: str, down: str
) -> str:
    """`counts` maps (row, column), numbers of `names`, to how often; the diagonal is agreement and is only
    framed, so that what is confused stands out. `across` and `down` say whose answers columns and rows are.
    """
    label = min(_MOST_NAME, max((width_of(name) for name in names), default=0)) + 12
    top = _TOP + label + 22
    side = _CELL * len(names)
    most = max((count for (row, column), count in counts.items() if row != column), default=0)
    parts = [words(across, label + 4, 16, class_="note"), words(down, 4, top - 6, class_="note")]
    for number, name in enumerate(names):
        told = fitting(name, _MOST_NAME)
        middle = _CELL * number + _CELL / 2
        parts.append(words(told, label - 6, top + middle + 4, text_anchor="end"))
        turned = f"rotate(-60 {label + middle:.0f} {top - 8})"
        parts.append(words(told, label + middle, top - 8, transform=turned))
    for row in range(len(names)):
        for column in range(len(names)):
            count = counts.get((row, column), 0)
            x, y = label + _CELL * column, top + _CELL * row
            share = count / most if most and row != column else 0.0
            parts.append(
                element(
                    "rect", x=x, y=y, width=_CELL, height=_CELL, style=f"fill-opacity:{share * 0.85:.2f}",
                    class_="same" if row == column else "cell",
                )
            )  # fmt: skip
            if count:
                on = "on" if share > 0.55 else ""
                told = str(count)
                parts.append(words(told, x + _CELL / 2, y + _CELL / 2 + 4, text_anchor="middle", class_=on))
    return drawing(label + side + label * 0.6 + 20, top + side + 12, title, parts)
