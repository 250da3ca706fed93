"""A rule that tells two codes apart, written where reviewers disagreed, with the clause as its example."""

from collections.abc import Mapping

from annotator.errors import Refused
from annotator.model.codebook import Code, Field, name_of
from annotator.tools.codebook import parse, with_boundary, with_keys
from annotator.tui.screens.code_form import Revised
from annotator.tui.screens.text_form import Entry, TextForm
from annotator.words import say


class Boundary(TextForm[Revised]):
    """Answers with the codebook's next version, in which the rule stands with both codes of `field`; the
    first is the one that clauses such as this belong to.
    """

    def __init__(self, text: str, field: Field, codes: tuple[Code, Code], example: str) -> None:
        self._text = text
        self._field = field
        self._codes = codes
        kept, given_up = map(name_of, codes)
        super().__init__(
            say("revising.boundary", kept=kept, given_up=given_up),
            [
                Entry("kept", say("revising.kept"), kept, fixed=True),
                Entry("given_up", say("revising.given_up"), given_up, fixed=True),
                Entry("rule", say("revising.rule"), "", 4),
                Entry("example", say("revising.example"), " ".join(example.split()), 5),
            ],
        )

    def accept(self, written: Mapping[str, str]) -> Revised:
        """The next version of the codebook; raises Refused where no rule is written."""
        rule = " ".join(written["rule"].split())
        if not rule:
            raise Refused("revising.no_rule")
        codes = (self._codes[0].id, self._codes[1].id)
        text = with_boundary(self._text, self._field.id, codes, rule, " ".join(written["example"].split()))
        return text, with_keys(parse(text, say("revising.this")))
