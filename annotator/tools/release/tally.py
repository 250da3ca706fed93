"""What a release holds and what it leaves out, counted while it is written."""

from collections import Counter

from annotator.model.codebook import CODED, Codebook
from annotator.tools.release.material import Material
from annotator.tools.release.verdict import ANSWER_STATES, STATUSES


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

    def add(self, material: Material) -> None:
        """Count one clause."""
        self.clauses += 1
        self.statuses[material.verdict.status] += 1
        for name, answer in material.verdict.answers.items():
            self.states[name][answer.state] += 1
            if name in self.codes:
                for code in answer.value:
                    self.codes[name][code] += 1
        for reviewer, account in material.standing.accounts.items():
            self.reviewers[reviewer] += account.review.state == "submitted"
