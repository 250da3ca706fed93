"""A released dataset from a project: one moment of it, streamed into a folder that appears whole."""

from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.flows.exporting.choosing import chosen
from annotator.flows.exporting.folder import File, Folder
from annotator.flows.exporting.manifest import Manifest, moment
from annotator.flows.exporting.release import Release
from annotator.model.codebook import Codebook
from annotator.store.project import Project

__all__ = ["File", "Manifest", "export"]


def export(
    project: Project,
    codebook: Codebook,
    out: Path,
    *,
    force: bool = False,
    timestamp: str | None = None,
    command: str = "",
    where: str = "",
) -> Manifest:
    """Write the release folder `out` from one moment of the project, under the codebook in force.

    `where` is a query: only the clauses that meet it are released, and the documents that have one.
    `force` lets it take the place of an earlier export, `timestamp` fixes the time in the manifest
    (ISO 8601 or seconds since 1970; else SOURCE_DATE_EPOCH), `command` is kept there as given. The same
    state of the project gives the same bytes in every other file.

    Raises AnnotatorError where there is no clause, where `where` is no query or no clause meets it, where
    `codebook` is not in force any more, where `out` may not be replaced, where the time is none, and where
    the disk fails.
    """
    at = moment(timestamp, project.clock())
    try:
        with project.snapshot():
            release = Release(project, codebook, chosen(project, codebook, where), where.strip())
            with Folder(out, force=force) as folder:
                release.write(folder)
                manifest = release.manifest(folder.seal(), at, command)
                folder.publish(manifest.encode())
    except OSError as error:
        raise AnnotatorError("export.disk", path=out, reason=error.strerror or error) from error
    return manifest
