"""A released dataset from a project: one moment of it, streamed into a folder that appears whole."""

from collections.abc import Callable, Iterator
from pathlib import Path

from annotator.errors import AnnotatorError, reason
from annotator.flows.exporting.choosing import chosen
from annotator.flows.exporting.dividing import settle
from annotator.flows.exporting.folder import File, Folder
from annotator.flows.exporting.manifest import Manifest, moment
from annotator.flows.exporting.options import Options
from annotator.flows.exporting.release import Release
from annotator.flows.exporting.summary import summary
from annotator.flows.exporting.veiling import keep, kept, veiled
from annotator.model.codebook import Codebook
from annotator.store.blinding import require, sight
from annotator.store.project import Project
from annotator.store.search import prepare
from annotator.tools.release.masking import Masking

__all__ = ["File", "Manifest", "Options", "export", "kept", "steps", "summary"]

_USUAL = Options()


def export(
    project: Project,
    codebook: Codebook,
    out: Path,
    *,
    force: bool = False,
    timestamp: str | None = None,
    command: str = "",
    where: str = "",
    asker: str = "",
    options: Options = _USUAL,
    told: Callable[[int, int], object] | None = None,
) -> Manifest:
    """Write the release folder `out` from one moment of the project, under the codebook in force.

    While a round is open, `asker`, who may not see others' work, gets their own alone, and the manifest says
    so. `where` is a query: only the clauses that meet it are released, and the documents that have one.
    `force` lets it take the place of an earlier export, `timestamp` fixes the time in the manifest (ISO 8601
    or seconds since 1970; else SOURCE_DATE_EPOCH), `command` is kept there as given; `options` are what else
    is wanted. `told` is called with how many clauses are written, of how many. The same state of the project
    gives the same bytes in every other file.

    Raises AnnotatorError where there is no clause, where `where` is no query or no clause meets it, where
    `codebook` is not in force any more, where an option cannot be followed, where `out` may not be replaced,
    where the time is none, where a public release is not fit for it, and where the disk fails; Refused where
    a full release would show `asker` what they may not see.
    """
    for step in steps(
        project,
        codebook,
        out,
        force=force,
        timestamp=timestamp,
        command=command,
        where=where,
        asker=asker,
        options=options,
    ):
        if isinstance(step, Manifest):
            manifest = step
        elif told:
            told(*step)
    return manifest


def steps(
    project: Project,
    codebook: Codebook,
    out: Path,
    *,
    force: bool = False,
    timestamp: str | None = None,
    command: str = "",
    where: str = "",
    asker: str = "",
    options: Options = _USUAL,
) -> Iterator[tuple[int, int] | Manifest]:
    """The same piece by piece: how many clauses are written, of how many, and the manifest when the folder
    stands. Whoever goes no further, and closes the iterator, leaves nothing behind.
    """
    at = moment(timestamp, project.clock())
    options.terms.check(full=options.full)
    prepare(project, codebook, where)
    settle(project, codebook, sight(project, asker), asker, options.division)
    masking = Masking() if options.terms.mask else None
    veil = veiled(project, codebook, options.terms, masking)
    try:
        with project.snapshot():
            if options.full:
                _require_all(project, where, asker)
            seen = sight(project, asker)
            clauses = chosen(project, codebook, where, seen)
            release = Release(project, codebook, clauses, seen, veil, query=where.strip(), options=options)
            with Folder(out, force=force) as folder:
                for written in release.write(folder):
                    yield written, release.clauses
                manifest = release.manifest(folder.seal(), at, command)
                if masking:
                    keep(masking, kept(project.path, out.resolve()))
                folder.publish(manifest.encode())
    except OSError as error:
        raise AnnotatorError("export.disk", path=out, reason=reason(error)) from error
    yield manifest


def _require_all(project: Project, where: str, asker: str) -> None:
    """A project comes back as a whole or not at all. Raises AnnotatorError for a part of it, and Refused
    where the asker may not see all of it now.
    """
    if where.strip():
        raise AnnotatorError("releases.part")
    require(project, asker)
