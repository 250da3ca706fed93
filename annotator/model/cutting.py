"""What the import makes of a text: segments that partition it, and the repairs inside them.

All offsets are code points of the source, half open, unless a name says otherwise.
"""

from dataclasses import dataclass, field
from typing import Literal

from annotator.model.edit import Edit

Kind = Literal["title", "front_matter", "heading", "clause", "attachment", "boilerplate"]
KINDS: tuple[Kind, ...] = ("title", "front_matter", "heading", "clause", "attachment", "boilerplate")

Role = Literal["lead", "participant", "responsible", "supervisor", "unspecified"]
ROLES: tuple[Role, ...] = ("lead", "participant", "responsible", "supervisor", "unspecified")


@dataclass(frozen=True, slots=True)
class Mention:
    """A responsible unit named in a clause, its tail or a unit line of its own. One of a line that closes
    the section stands behind its clause, in the tail of another.

    `surface` is the clean text of source[start:end]; `name` is the organisation's full name, or the
    surface where `org_id` is None. A collective (各区政府) is one mention, never its members.
    """

    start: int
    end: int
    surface: str
    name: str
    org_id: str | None
    role: Role
    collective: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a source, and the clean text that a reader wants of it.

    `path` holds the clean text of the headings above, outermost first, since the last title.
    `level` is len(path) + 1 for headings and clauses, 0 for the rest. `text` is the clean text of
    source[text_start:text_end], `tail` that of source[tail_start:tail_end] (the trailing unit
    bracket or unit lines; both offsets equal where there is none). `lead` counts the code points of
    `text` that are its title sentence, 0 where it has none. `doubt` is 0 where the cut is sure and
    grows to 1.
    """

    kind: Kind
    level: int
    marker: str
    path: tuple[str, ...]
    start: int
    end: int
    text: str
    text_start: int
    text_end: int
    tail: str = ""
    tail_start: int = 0
    tail_end: int = 0
    lead: int = 0
    doubt: float = 0.0
    edits: tuple[Edit, ...] = ()
    mentions: tuple[Mention, ...] = field(default=())
