"""Why the system refused, in words of daily work."""

import errno
import os

import pytest

from annotator import words
from annotator.errors import reason


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (errno.ENOENT, "没有这个文件或文件夹", "there is no such file or folder"),
        (errno.ENOSPC, "磁盘已满", "the disk is full"),
        (errno.EACCES, "没有权限", "no permission"),
        (errno.EDQUOT, "已用完分给你的磁盘空间", "your share of the disk is used up"),
    ],
)
def test_usual_reasons_are_told_in_the_language_in_force(number: int, zh: str, en: str) -> None:
    error = OSError(number, os.strerror(number))
    words.choose("zh")
    assert reason(error) == zh
    words.choose("en")
    assert reason(error) == en
    words.choose(None)


def test_a_rare_reason_is_told_as_the_system_tells_it() -> None:
    assert reason(OSError(errno.ENOTCONN, "not connected")) == "not connected"
    assert reason(OSError("odd")) == "odd"
