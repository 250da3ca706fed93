"""Who is at work. Without the command-line library, because the screens start through this."""

import os

from annotator.errors import AnnotatorError
from annotator.model.reviewer import proper
from annotator.store import preferences


def reviewer_named(given: str | None) -> str:
    """The reviewer's id: who a person said they are, else the operating system's user.

    Raises AnnotatorError for a name that is empty, too long or could forge a screen, and where the
    system knows no user.
    """
    return said(given) or _checked(system_user())


def said(option: str | None) -> str:
    """Who a person said they are: as `given`, else in their preferences;
    empty where nobody did. Raises AnnotatorError as `reviewer_named`.
    """
    return given(option) or preferences.read()[0].get("reviewer", "")


def given(option: str | None) -> str:
    """Who a person said they are for this run: by the option, else in ANNOTATOR_REVIEWER; else empty. Raises
    AnnotatorError as `reviewer_named`.
    """
    now = option or os.environ.get("ANNOTATOR_REVIEWER")
    return _checked(now) if now else ""


def system_user() -> str:
    """The operating system's user, empty where it knows none that can be a reviewer's name."""
    import getpass  # noqa: PLC0415  (it loads a terminal's settings, and few runs ask)

    try:
        return proper(getpass.getuser())
    except (OSError, KeyError):
        return ""


def _checked(name: str) -> str:
    if found := proper(name):
        return found
    raise AnnotatorError("cli.bad_reviewer", name=name)
