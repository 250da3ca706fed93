"""A report as one HTML file that needs nothing beside it: words, tables and plots drawn as SVG.

Plotting libraries weigh thirty megabytes and more, and draw hanzi only with fonts that are installed; four
kinds of plot need none of them. Every figure of a plot stands in it as text, and nothing is told by colour
alone.
"""

from annotator.tools.report.bars import Bar, bars
from annotator.tools.report.heat import heat
from annotator.tools.report.intervals import Interval, intervals
from annotator.tools.report.lines import Line, lines
from annotator.tools.report.page import Part, page, paragraph, table

__all__ = [
    "Bar",
    "Interval",
    "Line",
    "Part",
    "bars",
    "heat",
    "intervals",
    "lines",
    "page",
    "paragraph",
    "table",
]
