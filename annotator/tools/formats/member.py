"""One document of a file that may hold many: a row of a table, a file in an archive, or the file itself."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from annotator.errors import UnreadableFile

_NOTHING: Mapping[str, str] = {}


class Member(NamedTuple):
    """A document where it lies.

    place     its name for people: `政策.zip/一/通知.docx`, `表.xlsx 第3行`
    load      gives its bytes, when asked; raises UnreadableFile
    metadata  what its table says of it: title, issuer, number, date (ISO), address
    notes     sentences about what its table says and cannot be taken over
    """

    place: str
    load: Callable[[], bytes]
    metadata: Mapping[str, str] = _NOTHING
    notes: tuple[str, ...] = ()


def unreadable(place: str, error: UnreadableFile) -> Member:
    """A member that ends in a sentence, so that those beside it are still read."""

    def load() -> bytes:
        raise error

    return Member(place, load)


def guarded(place: str, members: Iterator[Member]) -> Iterator[Member]:
    """The members of a container; where it breaks off, the last one says why."""
    try:
        yield from members
    except UnreadableFile as error:
        yield unreadable(place, error)
