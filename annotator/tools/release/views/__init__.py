"""The views of a release: each a file of lines that loads with no code of one's own.

Which there are, and what their keys and labels are called, is told by the codebook. A new view is a module
with a `View`, and a line here.
"""

from collections.abc import Sequence

from annotator.errors import AnnotatorError
from annotator.model.codebook import Codebook
from annotator.tools.release.answering import Answers
from annotator.tools.release.prompting import Prompt
from annotator.tools.release.verdict import Status
from annotator.tools.release.views.agreement import Agreement
from annotator.tools.release.views.canonical import Canonical
from annotator.tools.release.views.chat import chats
from annotator.tools.release.views.classification import classifications
from annotator.tools.release.views.evaluation import Evaluation
from annotator.tools.release.views.ner import ners
from annotator.tools.release.views.ordinal import ordinals
from annotator.tools.release.views.preference import Preference
from annotator.tools.release.views.raw import Raw
from annotator.tools.release.views.relations import relations
from annotator.tools.release.views.targets import targets
from annotator.tools.release.views.view import Chosen, View
from annotator.words import say

ALL = "all"
DEFAULT = ("canonical", "classification")
"""The views of a release for which none is named, as far as the codebook has them."""


def views(codebook: Codebook, prompt: Prompt, statuses: Sequence[Status] = ()) -> list[View]:
    """Every view that the codebook can have. `statuses` are those of clauses that teach something: where none
    is named, whatever is settled does.
    """
    chosen, answers = Chosen(statuses), Answers(codebook)
    return [
        Canonical(codebook),
        *classifications(codebook, chosen),
        *ners(codebook, chosen),
        *ordinals(codebook, chosen),
        *relations(codebook, chosen),
        *targets(codebook, chosen),
        *chats(prompt, answers, chosen),
        Preference(prompt, answers, chosen),
        Evaluation(prompt, answers, chosen),
        Raw(codebook),
        Agreement(codebook),
    ]


def wanted(every: Sequence[View], names: Sequence[str]) -> list[View]:
    """Those of the given names, in the order of `every`; all for `all`, the usual ones for none.

    Raises AnnotatorError where there is no view of that name under this codebook.
    """
    known = [view.name for view in every]
    for name in names:
        if name != ALL and name not in known:
            raise AnnotatorError("release.unknown", name=name, names=say("review.comma").join(known))
    if ALL in names:
        return list(every)
    return [view for view in every if view.name in (names or DEFAULT)]
