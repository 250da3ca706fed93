"""Names of people that only who holds a key can make again: keyed hashes, because names can be guessed."""

import re
from base64 import b32encode
from collections.abc import Iterable, Mapping
from functools import cache
from hmac import digest

_LENGTH = 10
"""Characters of a pseudonym: fifty bits, so that no two of a project's people share one."""
_ASCII = "[0-9A-Za-z_]"


class Pseudonyms:
    """Calls the people of a project `r-` and ten letters and figures; `people` gives every name under which
    somebody is known, with the id of the person.
    """

    def __init__(self, key: bytes, people: Mapping[str, str]) -> None:
        self._key, self._people = key, people
        self._of = cache(self._made)
        self._named = _any_of(people)

    def of(self, name: str) -> str:
        """What a person is called, by id or alias; nobody stays nobody."""
        return self._of(self._people.get(name, name)) if name else ""

    def within(self, words: str) -> str:
        """A text in which those of the people who are named are called so too."""
        if not words or self._named is None:
            return words
        return self._named.sub(lambda hit: self.of(self._spelled(hit[0])), words)

    def named(self, words: str) -> list[str]:
        """Who is named in a text that has to stay as it is. A Latin name counts in what stands behind a #, a
        Chinese one of one character nowhere: they may be words of the text.
        """
        if self._named is None:
            return []
        remarks = "\n".join(re.findall("#.*", words))
        found = [name for name in self._named.findall(words) if not name.isascii() and len(name) > 1]
        found += [name for name in self._named.findall(remarks) if name.isascii() and len(name) > 1]
        return list(dict.fromkeys(found))

    def _spelled(self, name: str) -> str:
        if name in self._people:
            return name
        return next(one for one in self._people if one.casefold() == name.casefold())

    def _made(self, person: str) -> str:
        hashed = digest(self._key, person.encode("utf-8", "surrogatepass"), "sha256")
        return "r-" + b32encode(hashed).decode().lower()[:_LENGTH]


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the names, the longest first; Latin ones stand alone, or every `an` would be one."""
    words = sorted({name for name in names if name}, key=lambda name: (-len(name), name))
    if not words:
        return None
    return re.compile("|".join(map(_alone, words)), re.IGNORECASE)


def _alone(name: str) -> str:
    before = f"(?<!{_ASCII})" if re.match(_ASCII, name) else ""
    behind = f"(?!{_ASCII})" if re.match(_ASCII, name[-1]) else ""
    return before + re.escape(name) + behind
