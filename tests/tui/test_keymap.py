"""The user's own keys."""

from typing import Any

import pytest

from annotator.errors import AnnotatorError
from annotator.tui.keymap import keymap


@pytest.mark.parametrize(
    ("given", "keys"),
    [
        ({}, {}),
        ({"skip": "f5"}, {"skip": "f5"}),
        ({"skip": "#"}, {"skip": "number_sign"}),
        ({"skip": ", ctrl+n"}, {"skip": "comma,ctrl+n"}),
        ({"skip": ["f5", "F6"]}, {"skip": "f5,f6"}),
        ({"skip": "=", "flag": ","}, {"skip": "equals_sign", "flag": "comma"}),
        ({"next": "pagedown j"}, {"next": "pagedown,j"}),
        ({"redo": ""}, {"redo": ""}),
    ],
)
def test_keys_are_read_by_sign_or_name(given: dict[str, Any], keys: dict[str, str]) -> None:
    assert keymap(given) == keys


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"skipp": "f5"}, "是不是 skip？"),
        ({"zzz": "f5"}, "“zzz”不是命令名"),
        ({"field_1": "f5"}, "“field_1”不是命令名"),
        ({"skip": 5}, "skip 的键要写成文字"),
        ({"skip": [""]}, "skip 的键要写成文字"),
        ({"skip": "x"}, "字母归代码"),
        ({"skip": "3"}, "数字 1–9 归各项"),
        ({"skip": "ctrl+m"}, "分不清它和 enter"),
        ({"skip": "hyper"}, "hyper 不是键名"),
        ({"skip": "="}, "skip 和 flag 都用 equals_sign"),
        ({"skip": "f5", "flag": "f5"}, "都用 f5"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(given: dict[str, Any], told: str) -> None:
    with pytest.raises(AnnotatorError, match=told):
        keymap(given)
