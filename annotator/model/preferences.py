"""What a person prefers on their machine, whatever the project: what can be set, and what then holds."""

from collections.abc import Mapping
from typing import NamedTuple

from annotator.errors import AnnotatorError
from annotator.model.reviewer import proper
from annotator.words import LANGUAGES


class Preference(NamedTuple):
    """One thing that can be set: to one of `values`, or where there are none to a name. `variable` of
    the environment goes before what is set.
    """

    values: tuple[str, ...] = ()
    variable: str = ""


THEMES = ("dark", "light", "contrast", "none")
WIDTHS = ("auto", "narrow", "wide")
"""How many cells the terminal gives to characters such as “ that are one or two wide; auto asks it."""

PREFERENCES: Mapping[str, Preference] = {
    "language": Preference(LANGUAGES, "ANNOTATOR_LANG"),
    "reviewer": Preference((), "ANNOTATOR_REVIEWER"),
    "theme": Preference(THEMES, "ANNOTATOR_THEME"),
    "width": Preference(WIDTHS),
    "mouse": Preference(("on", "off")),
    "linear": Preference(("off", "on")),
}


class Look(NamedTuple):
    """How the screens appear and whether they take the mouse."""

    theme: str = "dark"
    width: str = "auto"
    mouse: bool = True


USUAL = Look()


_SPELLINGS = {"true": "on", "false": "off", "yes": "on", "no": "off"}


def preference(name: str) -> Preference:
    """The preference of that name. Raises AnnotatorError where there is none."""
    if name not in PREFERENCES:
        raise AnnotatorError("preferences.unknown", name=name, known=", ".join(PREFERENCES))
    return PREFERENCES[name]


def checked(name: str, value: object) -> str:
    """A value as it is kept. Raises AnnotatorError for a name or a value that there is not."""
    text, allowed = str(value), preference(name).values
    if not allowed:
        if not isinstance(value, str) or not (found := proper(text)):
            raise AnnotatorError("preferences.bad_name", name=name, value=text)
        return found
    found = text.strip().lower()
    found = _SPELLINGS.get(found, found)
    if found not in allowed:
        raise AnnotatorError("preferences.bad_value", name=name, value=text, allowed=", ".join(allowed))
    return found


def in_force(
    options: Mapping[str, str | None], environment: Mapping[str, str], stored: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """(value, where it comes from) of each preference that anything names: an option of the command
    line, else the environment, else what is stored. Raises AnnotatorError for an option's or a
    variable's value that cannot be.
    """
    found: dict[str, tuple[str, str]] = {}
    for name, (_, variable) in PREFERENCES.items():
        asked = environment.get(variable)
        if name == "language":  # which asks for a locale as well: zh_CN
            asked = asked and (asked[:2] if asked[:2] in LANGUAGES else None)
        for origin, value in (
            ("option", options.get(name)),
            ("environment", asked),
            ("stored", stored.get(name)),
        ):
            if value:
                found[name] = (checked(name, value), origin)
                break
    return found
