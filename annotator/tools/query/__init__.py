"""The query language: text and labels together, understood here and looked up by the store."""

from annotator.tools.query.folding import folded
from annotator.tools.query.highlighting import excerpt, highlights
from annotator.tools.query.instead import suggested_instead
from annotator.tools.query.parsing import parse
from annotator.tools.query.value import Query

__all__ = ["Query", "excerpt", "folded", "highlights", "parse", "suggested_instead"]
