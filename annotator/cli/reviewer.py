"""Who is at work. Without the command-line library, because the screens start through this."""

import getpass
import os
import unicodedata

from annotator.errors import AnnotatorError


def reviewer_named(given: str | None) -> str:
    """The reviewer's id: as given, else ANNOTATOR_REVIEWER, else the operating system's user.

    Raises AnnotatorError for a name that is empty, too long or could forge a screen, and where the
    system knows no user.
    """
    name = unicodedata.normalize("NFC", given or os.environ.get("ANNOTATOR_REVIEWER") or _user()).strip()
    if not name or not name.isprintable() or len(name) > MOST:
        raise AnnotatorError("cli.bad_reviewer", name=name)
    return name


MOST = 60
"""Characters of a name."""


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
