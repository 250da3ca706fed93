"""The event: every act of a person, once, for ever. The present is derived from these."""

from typing import Any, Literal, NamedTuple, get_args

from annotator.model.ids import canonical, sha256

EventKind = Literal[
    "label",  # a field's whole value for a clause (or document)
    "submit",  # a clause for a reviewer: "submitted", "skipped", "reopened" by a correction, or null
    "flag",  # true or null
    "question",  # a question to the lead, or null
    "note",  # a free text, or null; with a field, why it was answered so
    "reject",  # an item not to be suggested again: true or null
    "evidence",  # the places that speak for a field's value, or null
    "import",  # a document came in: what was read, by which reader
    "retire",  # a document is out of use (true) or back (null)
    "cut",  # the cutting in force for a document
    "edit",  # a person's word on a repair
    "metadata",  # a document's title, issuer, date …
    "codebook",  # the codebook in force
    "unit",  # an organisation added to the gazetteer, and (field `settled`) what became of it
    "person",  # name and roles; in the field `arrival` of who came unasked; `alias`: whose name it is
    "hold",  # the share of clauses for which suggestions are held back, and the seed
    "setting",  # what holds for the whole project: in the field `cut_into`, what is labelled
    "progress",  # how far a task is, as a ledger tells it (the field): a text, or null
    "split",  # the part of a release that a document is in; in the field `scheme`, how they are drawn
    "query",  # a saved query: its text under its name, or null
    "round",  # a round of labelling: how it was drawn; with the field `closed`, that it has ended
    "assignment",  # what a reviewer (the field) has to do in a round: clauses with their passes, in order
    "check",  # the clauses of a round whose answer is known; never in a reviewer's bundle
    "decision",  # in `gold`: how a value was decided, from whose answers, and why; or null
    "return",  # a clause that a reviewer (the field) is to look at again: the reason, or null
    "heard",  # the return to a name (the field) that a finishing answers: the id of its event, or null
    "reply",  # the lead's answer to the question of a reviewer (the field), or null
]
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)

Layer = Literal["review", "gold", "project"]
Origin = Literal[
    "key", "suggestion", "finish", "repeat", "carry", "bulk", "undo", "redo", "file", "import", "command",
    "recut",
]  # fmt: skip


FORMAT = 1
"""Which fields an event's id covers. A later version with more fields keeps the ids of older events."""


class Change(NamedTuple):
    """What a caller asks the store to record; the store adds who, when and where in the chain.

    The fields are those of Event. `suggested`, `seen` and `origin` (where it differs from the act's)
    belong to the change because one act may touch several fields and clauses.
    """

    kind: EventKind
    subject: str
    field: str = ""
    value: Any = None
    layer: Layer = "review"
    pass_no: int = 1
    suggested: bool = False
    seen: str = ""
    origin: Origin | None = None


class Event(NamedTuple):
    """One act, or one of the acts that a key did together.

    subject     what it is about: a clause, document, reviewer, organisation or codebook id, or "project"
    field       a codebook field for `label`, `note`, `evidence` and `decision`, a metadata field, the range
                of an edit, what a `reject` rejects ("<field>:<item>"), a query's name, a column of
                the ledger for `progress`, a reviewer for
                `assignment`, `return`, `heard` and `reply`, `closed` for the end of a round, `alias` for
                another name of a person, `settled` for what became of a unit, `scheme` of a split; else empty
    layer       `review`: a reviewer's own work; `gold`: the decided value; `project`: about the project
    pass_no     1, or higher for a hidden retest
    value       the whole new value; None takes it back
    act         `run:seq` of the first event of the act; undo takes an act back whole
    undoes      the act that this one takes back, or empty
    origin      how it came about
    suggested   whether a suggestion for the field was on the screen
    seen        first 16 hex of the SHA-256 of the clause's text as it was shown, or empty
    seconds     time since the clause was opened or last acted on
    codebook    digest of the codebook in force, or empty
    reviewer    who; `os_user` is the operating system's idea of who
    at          UTC milliseconds since 1970, never behind what the project has seen
    run, seq    one process of one reviewer, and the event's number in it, from 1
    prev        id of the event before it in the run, empty for the first
    """

    kind: EventKind
    subject: str
    field: str
    layer: Layer
    pass_no: int
    value: Any
    act: str
    undoes: str
    origin: Origin
    suggested: bool
    seen: str
    seconds: float
    codebook: str
    reviewer: str
    os_user: str
    at: int
    run: str
    seq: int
    prev: str

    @property
    def id(self) -> str:
        """`ev-` and 32 hex of the SHA-256 of everything above and FORMAT, in canonical JSON."""
        return "ev-" + sha256(canonical({"format": FORMAT, **self._asdict()}))[:32]
