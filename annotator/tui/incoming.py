"""What a terminal sends, told apart into keys and what is pasted between them.

A paste is text, whatever stands in it: of the sequences in it only the one that ends it is one. Textual
would look for others in it, and would take those that it does not know for keys, which label here.
"""

from collections.abc import Iterator

BEGIN, END = "\x1b[200~", "\x1b[201~"


class Incoming:
    """Takes what arrives piece by piece, cut anywhere."""

    def __init__(self) -> None:
        self._before = ""  # outside of a paste: what may be the first characters of BEGIN
        self._inside: list[str] | None = None

    def feed(self, text: str) -> Iterator[tuple[str, str]]:
        """(what is to be read as keys, what was pasted before its end) in order. A paste comes as a
        whole, with its END; its BEGIN ends a run of keys.
        """
        while text:
            if self._inside is None:
                keys, text = self._keys(text)
                yield keys, ""
            else:
                whole = "".join([*self._inside, text]) if END[-1] in text else ""
                at = whole.find(END)
                if at < 0:
                    self._inside.append(text)
                    return
                self._inside, text = None, whole[at + len(END) :]
                yield END, whole[:at]

    def forget(self) -> None:
        """What arrived last stands for itself: the terminal was silent for too long."""
        self._before = ""

    def _keys(self, text: str) -> tuple[str, str]:
        """What is before a paste, its BEGIN included, and the rest."""
        at = (self._before + text).find(BEGIN)
        if at < 0:
            self._before = (self._before + text)[1 - len(BEGIN) :]
            return text, ""
        end = at + len(BEGIN) - len(self._before)
        self._before, self._inside = "", []
        return text[:end], text[end:]
