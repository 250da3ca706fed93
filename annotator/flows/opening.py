"""A project comes to be, or is opened: the file, its codebook, its first reviewer.

The screens start through this module, so that the parser of codebooks is loaded only where a
codebook was not parsed yet.
"""

from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.store import addressee, codebooks, people
from annotator.store.fresh import fresh
from annotator.store.project import Project, free


def create(path: Path, reviewer: str, codebook_text: str = "") -> Project:
    """A new project at `path`, owned by `reviewer`, with the shipped codebook unless another is given.

    Raises AnnotatorError where a file stands there, or the codebook has faults; makes nothing then.
    """
    from annotator.tools.codebook import parse, shipped, with_keys  # noqa: PLC0415  (see above)

    text = codebook_text or shipped(codebooks.DEFAULT)
    codebook = with_keys(parse(text, codebooks.DEFAULT))
    free(path)
    with fresh(path, "store.exists") as partial, Project.create(partial) as made, made.transaction():
        people.welcome(made, reviewer)
        codebooks.use(made, reviewer, codebook, text)
    return Project.open(path)


def met(project: Project, reviewer: str) -> list[AnnotatorError]:
    """What to tell whoever works in a file that was made for another, or comes in for the first time under a
    name much like one that is known; it is asked before they are welcomed.
    """
    whom = addressee.of(project)
    if whom and people.known_as(project, reviewer) != whom:
        return [AnnotatorError("people.for_another", name=reviewer, whom=whom)]
    every = people.people(project)
    if any(reviewer in (one.id, *one.aliases) for one in every):
        return []
    from annotator.tools.query.alike import key  # noqa: PLC0415  (only for somebody new)

    near = [one for one in every if key(reviewer) in map(key, (one.id, one.name, *one.aliases))]
    return [AnnotatorError("people.met", name=reviewer, near=one.id) for one in near[:1]]
