"""A codebook on the terminal tells all that a reviewer has to know to follow it."""

import pytest

from annotator.cli.codebook_lines import lines
from annotator.tools.codebook import names, parse, shipped, with_keys


@pytest.mark.parametrize("name", names())
def test_every_rule_is_told(name: str) -> None:
    book = with_keys(parse(shipped(name), name))
    told = "\n".join(lines(book)).replace("\n    ", "\n")
    for field in book.fields:
        assert field.tie_break in told
        assert field.help in told
        for code in field.codes:
            for words in (code.definition, code.include, code.exclude, *code.examples):
                assert words in told


def test_where_a_field_is_asked_and_which_roles_there_are_is_told() -> None:
    told = list(lines(parse(shipped("default"), "default")))
    assert "    只问条款类型为目标、任务举措、工程行动、保障措施的条款" in told
    assert any("牵头 lead" in line for line in told)
