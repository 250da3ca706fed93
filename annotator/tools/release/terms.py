"""On which terms a release is given: what of people is told in it, and under which licences."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, get_args

from annotator.errors import AnnotatorError
from annotator.tools.release.veil import Times
from annotator.words import say

Reviewers = Literal["names", "pseudonym", "fresh"]
REVIEWERS: tuple[Reviewers, ...] = get_args(Reviewers)


class Terms(NamedTuple):
    """`reviewers` are called by their names, by pseudonyms that every release of the project has in common,
    or by fresh ones. `times` are told so fine. `notes`: remarks, questions and reasons are kept. `mask`:
    personal data in texts is covered. `licence` is that of the labels, `texts_licence` that of the texts
    (`none`: there is none), both as SPDX writes them and empty where nothing is said. `texts`: the texts are
    in it. `public`: it is for everybody.
    """

    reviewers: Reviewers = "names"
    times: Times = "ms"
    notes: bool = True
    mask: bool = False
    licence: str = ""
    texts_licence: str = ""
    texts: bool = True
    public: bool = False

    def check(self, *, full: bool) -> None:
        """Raises AnnotatorError, naming all of it, where a public release would tell of people what it must
        not, or does not say under which licences it is given; and where anything is kept back from a `full`
        one, which holds every event.
        """
        told = (self.reviewers, self.times, self.notes, self.mask, self.texts, self.public)
        if full and told != ("names", "ms", True, False, True, False):
            raise AnnotatorError("publishing.full")
        if self.public and (wrong := list(self._wrong())):
            raise AnnotatorError("publishing.unfit", what=say("publishing.stop").join(wrong))

    def _wrong(self) -> Iterator[str]:
        if self.reviewers == "names":
            yield say("publishing.names")
        if self.times == "ms":
            yield say("publishing.times")
        if self.notes:
            yield say("publishing.notes")
        if not self.mask:
            yield say("publishing.unmasked")
        if not self.licence:
            yield say("publishing.licence")
        if self.texts and not self.texts_licence:
            yield say("publishing.texts_licence")


USUAL: dict[str, Any] = Terms()._asdict()
"""Within a team names and times are wanted: who knows what, who has to be asked."""
SAFE: dict[str, Any] = USUAL | {"reviewers": "pseudonym", "times": "day", "notes": False, "mask": True}
"""What a public release is where nothing else is asked for."""
