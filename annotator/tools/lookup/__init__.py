"""Finding an organisation by what a person types: hanzi, pinyin, initials, and these mixed.

Office systems in China search by initials (sghzyj, ghzyj, zyj). They collide (ssjj is 市数据局 and
市审计局), so a search never picks: it gives all hits, best first.
"""

from annotator.tools.lookup.index import Lookup, Order

__all__ = ["Lookup", "Order"]
