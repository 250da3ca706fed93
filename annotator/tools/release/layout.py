"""Where things lie in the folder of a release: its own files, and those from which a project comes back."""

from annotator.model.cutting import KINDS
from annotator.tools.release.parts import DOCUMENT, MAYBE_CLAUSE, MAYBE_WHOLE, REAL, SHA, TEXT, WHOLE, YES
from annotator.tools.release.shape import ListOf, Scalar, Struct

MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
EVENTS = "events.jsonl"
"""The log, as `annotator.tools.eventlines` writes it."""
_CUTTING = Scalar("string", pattern="^cut-[0-9a-f]{16}$")
_SEGMENT = Scalar("string", pattern="^seg-[0-9a-f]{16}$")
_EDIT = Struct(
    {
        "start": WHOLE,
        "end": WHOLE,
        "rule": TEXT,
        "before": TEXT,
        "after": TEXT,
        "confidence": REAL,
        "state": Scalar("string", choices=("applied", "proposed", "refused")),
    }
)
HOLDINGS = {
    "documents": Struct({"doc_id": DOCUMENT, "file_sha256": SHA, "file_name": TEXT, "suggested": YES}),
    "sources": Struct({"source_sha256": SHA, "doc_id": DOCUMENT, "reader": TEXT}),
    "cuttings": Struct({"cutting_id": _CUTTING, "source_sha256": SHA, "cutter": TEXT, "clauses": WHOLE}),
    "segments": Struct(
        {
            "segment_id": _SEGMENT,
            "cutting_id": _CUTTING,
            "kind": Scalar("string", choices=KINDS),
            "clause_id": MAYBE_CLAUSE,
            "level": WHOLE,
            "marker": TEXT,
            "start": WHOLE,
            "end": WHOLE,
            "text": TEXT,
            "text_start": WHOLE,
            "text_end": WHOLE,
            "tail": TEXT,
            "tail_start": WHOLE,
            "tail_end": WHOLE,
            "lead": WHOLE,
            "doubt": REAL,
            "edits": ListOf(_EDIT),
        }
    ),
    "placements": Struct(
        {
            "cutting_id": _CUTTING,
            "seq": WHOLE,
            "segment_id": _SEGMENT,
            "ord": MAYBE_WHOLE,
            "parent": MAYBE_WHOLE,
        }
    ),
    "suggestions": Struct(
        {"subject": TEXT, "field": TEXT, "source": TEXT, "version": TEXT, "value": TEXT, "score": REAL}
    ),
}
"""What a project has beside its log, its texts and its codebooks: a file of lines each, under its name.

Cuttings and segments stand in the order in which they came, because what reads alike is looked for in that
order. A segment tells the first cutting that had it. The value of a suggestion is JSON.
"""


def holding(name: str) -> str:
    """The path of one of HOLDINGS."""
    return f"project/{name}.jsonl"


def source(digest: str) -> str:
    """The path of a document's text, exactly as its offsets count it."""
    return f"sources/{digest}.txt"


def codebook(digest: str) -> str:
    """The path of a version of the codebook."""
    return f"codebooks/{digest}.toml"
