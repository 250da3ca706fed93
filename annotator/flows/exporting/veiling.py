"""The veil of a release: what its terms ask for, with the people and the key of the project."""

import json
import secrets
from pathlib import Path

from annotator.model.codebook import Codebook
from annotator.store import people, reviews, secret
from annotator.store.beside import replaced
from annotator.store.project import Project
from annotator.tools.release.masking import Masking
from annotator.tools.release.pseudonyms import Pseudonyms
from annotator.tools.release.terms import Terms
from annotator.tools.release.veil import Veil


def veiled(project: Project, codebook: Codebook, terms: Terms, masking: Masking | None) -> Veil:
    """What lies over the project. Not to be called within a snapshot: the key of the pseudonyms may have to
    be made, and kept. Raises as transactions do.
    """
    pseudonyms = None
    if terms.reviewers != "names":
        fresh = terms.reviewers == "fresh"
        key = secrets.token_bytes(32) if fresh else secret.pseudonym_key(project)
        pseudonyms = Pseudonyms(key, _everybody(project))
    written = [field.id for field in codebook.clause_fields if field.kind == "text"]
    return Veil(
        pseudonyms, terms.times, notes=terms.notes, masking=masking, written=written, texts=terms.texts
    )


def _everybody(project: Project) -> dict[str, str]:
    """Every name of everybody who is known in the project, with their id."""
    found = {name: name for name in reviews.reviewers(project)}
    for person in people.people(project):
        found |= dict.fromkeys((person.name, *person.aliases, person.id), person.id)
    return found | people.identities(project)


def kept(project: Path, out: Path) -> Path:
    """Where what was covered in a release is written: beside the project, that it is not sent along."""
    return project.with_name(f"{project.stem}.{out.name}.masked.jsonl")


def keep(masking: Masking, path: Path) -> None:
    """Write it, a line each, into a file that its owner alone can read, in the place of an earlier one."""
    with replaced(path) as file:
        Path(file.name).chmod(0o600)
        for one in masking.covered:
            file.write(json.dumps(one._asdict(), ensure_ascii=False) + "\n")
