"""Releases are read by programs for data sets and tables, which notice what is planted in them."""

import pytest

from tests.consumers.checking import named, planted
from tests.consumers.data import frames, huggingface, learning, package, recipe, sheets

CHECKS = [
    *huggingface.CHECKS,
    *learning.CHECKS,
    *recipe.CHECKS,
    *frames.CHECKS,
    *package.CHECKS,
    *sheets.CHECKS,
]


@pytest.mark.parametrize("check", named(CHECKS))
def test_releases_are_read_as_they_were_written(check, releases, told):
    told(check, check.read(releases))


@pytest.mark.parametrize(("check", "fault"), planted(CHECKS))
def test_a_planted_fault_is_noticed(check, fault, damaged):
    with pytest.raises(Exception, match=fault.notice):
        check.read(damaged(fault))
