"""All that the records of one clause are made from, each part worked out once however many views tell it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from annotator.model.answer import Answer
from annotator.model.codebook import Field
from annotator.model.decision import Decision
from annotator.model.document import Clause, Document
from annotator.model.place import Places
from annotator.model.review import Suggestion
from annotator.model.split import Split
from annotator.model.standing import Standing
from annotator.tools.release.constants import Constants
from annotator.tools.release.ground import Ground
from annotator.tools.release.joined import Joined
from annotator.tools.release.labels import labels
from annotator.tools.release.reviews import review_labels
from annotator.tools.release.verdict import Verdict


@dataclass(eq=False)
class Material:
    """A clause with what stands about it, what was suggested, and the verdict under the `fields` of a
    codebook, which both must fit. `joint` is what stands between its text and its tail, `alike` names the
    group of clauses that read like it, `split` is the part of the release
    in which it stands, or `fold`, and `apart` why it stands in none; `decisions` are by field.
    `answered` is what each reviewer says of every field, `submitted` the same of those who have finished the
    clause. It stands on `ground`; `constants` are what records of many clauses have alike.
    """

    fields: Sequence[Field]
    document: Document
    clause: Clause
    ground: Ground
    standing: Standing
    suggestions: Sequence[Suggestion]
    verdict: Verdict
    answered: Mapping[str, Mapping[str, Answer]]
    submitted: Mapping[str, Mapping[str, Answer]]
    joint: str
    split: Split
    fold: int | None
    apart: str
    alike: str | None
    decisions: Mapping[str, Decision]
    constants: Constants

    @property
    def untouched(self) -> bool:
        """Whether nobody said or decided anything: its labels are those of every other such clause."""
        return not self.standing.accounts and not self.standing.gold and not self.standing.discarded

    @cached_property
    def places(self) -> Places:
        """The ways between its text and the source."""
        one = self.clause
        return Places((one.text_start, one.text_end), (one.tail_start, one.tail_end), self.ground.clean)

    @cached_property
    def labels(self) -> dict[str, Any]:
        """What the verdict says, as records have it. Not to be changed."""
        return labels(self.fields, self.verdict.answers, self.places)

    @cached_property
    def reviews(self) -> list[dict[str, Any]]:
        """The reviews as records have them, by reviewer. Not to be changed."""
        return list(review_labels(self.constants, self.standing, self.answered, self))

    @cached_property
    def joined(self) -> Joined:
        """Text and tail as one text."""
        return Joined(self.clause, self.joint)
