"""What a document says of itself: title, issuer, 文号, date, level, region, draft or final, address, script.

Pure functions from segments, and from what the page or a table says beside them, to values, each with where
it was found and how sure that is. Nothing here reads a clause: documents cite others there.
"""

from annotator.tools.metadata.reading import Beside, read

__all__ = ["Beside", "read"]
