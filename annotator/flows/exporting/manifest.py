"""What an export says of itself: the only file that knows the time, the program and the command."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from annotator.errors import AnnotatorError
from annotator.flows.exporting.folder import File


@dataclass(frozen=True, slots=True)
class Manifest:
    """`counts` by view, `excluded` by view (or `values`, for single answers) and reason, `dropped` likewise
    what is not on a line that a clause has, `masked` by kind what was covered of personal data; `leaks`
    tells of the division, if there is one; `command` is empty where reviewers are not named, because it
    names people and places; `codebook` has name, version and digest, `codebooks` those of every version that
    the project had; `options` are those of the release; `query` is what every clause meets, empty where all
    of the project are here; `reviewers` are the names of the one person whose work alone is here because a
    round is open, else
    empty; `files` are all but the manifest itself.
    """

    schema_version: str
    tool: str
    codebook: dict[str, str]
    codebooks: list[dict[str, str]]
    exported_utc: str
    command: str
    options: dict[str, Any]
    query: str
    reviewers: tuple[str, ...]
    offset_unit: str
    counts: dict[str, Any]
    excluded: dict[str, dict[str, int]]
    masked: dict[str, int]
    dropped: dict[str, dict[str, int]]
    leaks: dict[str, Any]
    files: tuple[File, ...]

    def encode(self) -> bytes:
        """The manifest as it is written."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2).encode() + b"\n"


def moment(timestamp: str | None, now: int) -> int:
    """The time that a manifest states, UTC milliseconds: `timestamp`, else SOURCE_DATE_EPOCH, else `now`.

    Raises AnnotatorError where what was given is no time.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH") if timestamp is None else timestamp
    if given is None:
        return now
    try:
        if given.isascii() and given.isdecimal():
            seconds = float(given)
        else:
            read = datetime.fromisoformat(given)
            seconds = (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
        datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise AnnotatorError("export.bad_time", time=given) from error
    return round(seconds * 1000)
