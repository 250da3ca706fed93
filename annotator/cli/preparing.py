"""What a query about suggestions looks at is made first, and told of: of many clauses that takes a minute."""

from annotator.cli.progress import Bar
from annotator.model.codebook import Codebook
from annotator.store import search
from annotator.store.project import Project


def prepare(project: Project, codebook: Codebook, where: str) -> None:
    """Store the suggestions that are owed if the query `where` looks at any; Ctrl+C keeps what was made."""
    with Bar("searching.settling_told") as told:
        search.prepare(project, codebook, where, told)
