"""What a release holds and what it leaves out, counted while it is written."""

from collections import Counter

from annotator.model.codebook import CODED, Codebook
from annotator.tools.release.material import Material
from annotator.tools.release.remembered import Remembered
from annotator.tools.release.verdict import ANSWER_STATES, STATUSES, Verdict


class Tally:
    """Counts over the clauses added so far. `states` counts, field by field, the states of the labels,
    `codes` the codes set; `reviewers` how many clauses each reviewer submitted; `repeats` the groups of
    clauses that read alike.
    """

    def __init__(self, codebook: Codebook) -> None:
        fields = codebook.clause_fields
        self.documents = 0
        self.clauses = 0
        self.repeats = 0
        self.statuses = dict.fromkeys(map(str, STATUSES), 0)
        self.states = {field.id: dict.fromkeys(ANSWER_STATES, 0) for field in fields}
        self.codes = {
            field.id: {code.id: 0 for code in field.codes} for field in fields if field.kind in CODED
        }
        self.reviewers: Counter[str] = Counter()
        self._counted = Remembered(self._places)

    def _places(self, verdict: Verdict) -> list[tuple[dict[str, int], str]]:
        """Where the labels of a verdict are counted."""
        found = [(self.states[name], answer.state) for name, answer in verdict.answers.items()]
        for name, codes in self.codes.items():
            found += [(codes, code) for code in verdict.answers[name].value]
        return found

    def add(self, material: Material) -> None:
        """Count one clause."""
        self.clauses += 1
        self.statuses[material.verdict.status] += 1
        for counts, what in self._counted.of(material.verdict):
            counts[what] += 1
        for reviewer, account in material.standing.accounts.items():
            self.reviewers[reviewer] += account.review.state == "submitted"
