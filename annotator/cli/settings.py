"""What holds for this run: an option, else the environment, else a preference, else what the system says."""

import os

from annotator import words
from annotator.errors import AnnotatorError
from annotator.model.preferences import Look, in_force
from annotator.store import preferences

Settings = dict[str, tuple[str, str]]
"""(value, where it comes from) of each thing that can be set; who is at work may be missing."""


def speak() -> None:
    """Take up the language preferred, before the first word is said."""
    words.prefer(preferences.read()[0].get("language"))


def settings(**options: str | None) -> tuple[Settings, list[AnnotatorError]]:
    """What holds, and a sentence for each mistake in the stored preferences.

    A terminal without colours, or without a cursor, goes before what is stored: that is about a person,
    not about the terminal they sit at now. NO_COLOR is a wish of the system's, as its authors mean it.
    """
    stored, faults = preferences.read()
    found = in_force(options, os.environ, stored)
    found.setdefault("language", (words.language(), "system"))
    found.setdefault("width", ("auto", "system"))
    found.setdefault("mouse", ("on", "system"))
    term = os.environ.get("TERM", "")
    if "option" not in found.get("linear", ()):
        if term == "dumb":
            found["linear"] = ("on", "system")
        found.setdefault("linear", ("off", "system"))
    if found.get("theme", ("", "stored"))[1] == "stored":
        if _colourless(term):
            found["theme"] = ("none", "system")
        found.setdefault("theme", ("none" if os.environ.get("NO_COLOR") else "dark", "system"))
    return found, faults


def _colourless(term: str) -> bool:
    """Whether a terminal of that type shows no colours."""
    return term == "dumb" or term.startswith("vt") or "mono" in term or term.endswith("-m")


def look(found: Settings) -> Look:
    """How the screens are to appear."""
    return Look(found["theme"][0], found["width"][0], found["mouse"][0] == "on")
