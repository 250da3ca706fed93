"""The codebook: a TOML text in, a `Codebook` out, and every fault of the text named with its line."""

from annotator.tools.codebook.keys import with_keys
from annotator.tools.codebook.problem import CodebookError, Problem
from annotator.tools.codebook.reading import parse, problems
from annotator.tools.codebook.shipped import names, shipped
from annotator.tools.codebook.values import check, places

__all__ = [
    "CodebookError",
    "Problem",
    "check",
    "names",
    "parse",
    "places",
    "problems",
    "shipped",
    "with_keys",
]
