"""Words of comparing what everyone said of a clause."""

WORDS: dict[str, tuple[str, str]] = {
    "place": ("{list} {number}/{count}  {title}", "{list} {number}/{count}  {title}"),
    "only_read": (
        "这里只看各人的标注，不标；要定就去裁定。",
        "Here answers are read, none is given; to decide, go to the adjudication.",
    ),
    "key_next": ("下一条", "next"),
    "key_previous": ("上一条", "previous"),
    "key_adjudicate": ("裁定这一条", "adjudicate it"),
    "key_boundary": ("写界线", "boundary rule"),
    "key_leave": ("返回", "back"),
    "key_field_down": ("换项", "next field"),
    "key_column_right": ("换列", "next column"),
}
