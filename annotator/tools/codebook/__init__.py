"""The codebook: a TOML text in, a `Codebook` out, and every fault of the text named with its line."""

from annotator.tools.codebook.difference import Difference, differences, news
from annotator.tools.codebook.editing import succeeding, with_boundary, with_code, with_field
from annotator.tools.codebook.keys import with_keys
from annotator.tools.codebook.problem import CodebookError, Problem
from annotator.tools.codebook.qda import qdc, text_of_qdc
from annotator.tools.codebook.reading import parse, problems
from annotator.tools.codebook.sheet import sheet_problems, text_of
from annotator.tools.codebook.sheet_writing import written
from annotator.tools.codebook.shipped import names, shipped
from annotator.tools.codebook.values import check, places

__all__ = [
    "CodebookError",
    "Difference",
    "Problem",
    "check",
    "differences",
    "names",
    "news",
    "parse",
    "places",
    "problems",
    "qdc",
    "sheet_problems",
    "shipped",
    "succeeding",
    "text_of",
    "text_of_qdc",
    "with_boundary",
    "with_code",
    "with_field",
    "with_keys",
    "written",
]
