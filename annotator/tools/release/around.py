"""The shapes of what stands around the views: documents, organisations, clauses that read alike."""

from annotator.tools.release.parts import CLAUSE, DOCUMENT, MAYBE_TEXT, MAYBE_WHOLE, SHA, SPLIT, TEXT, WHOLE
from annotator.tools.release.shape import ListOf, Struct

DOCUMENTS = Struct(
    {
        "doc_id": DOCUMENT,
        "title": TEXT,
        "source_name": TEXT,
        "source_sha256": SHA,
        "reader": TEXT,
        "cutting": TEXT,
        "clauses": WHOLE,
        "split": SPLIT,
        "fold": MAYBE_WHOLE,
        "metadata": ListOf(Struct({"name": TEXT, "value": TEXT})),
    }
)
ORGANISATIONS = Struct(
    {
        "org_id": MAYBE_TEXT,
        "name": TEXT,
        "forms": ListOf(TEXT),
        "state": MAYBE_TEXT,
        "merged": ListOf(TEXT),
    }
)
REPEATS = Struct({"clauses": ListOf(CLAUSE)})
