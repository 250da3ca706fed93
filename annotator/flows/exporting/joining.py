"""The texts of a project joined to a release that was given without them: whole or not at all."""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import orjson

from annotator.errors import AnnotatorError, reason
from annotator.flows.exporting.describing import package, schemas
from annotator.flows.exporting.folder import Folder
from annotator.flows.exporting.outputs import with_fold
from annotator.flows.exporting.texts import Texts
from annotator.model.codebook import Codebook
from annotator.store import documents
from annotator.store.project import Project
from annotator.tools.codebook import parse
from annotator.tools.release import prompting
from annotator.tools.release.card import Shown, with_texts
from annotator.tools.release.layout import MANIFEST, SUMS
from annotator.tools.release.shape import Struct
from annotator.tools.release.standoff import joined
from annotator.tools.release.views import views
from annotator.words import say

_NAMED = 10
"""So many documents that are missing are named."""
_MADE_ANEW = ("schema/", "parquet/", "README.md", "datapackage.json", SUMS)


def join(project: Project, release: Path, out: Path, *, force: bool = False) -> int:
    """Write the folder `out`: the `release` with the texts of the project's documents. Returns how many lines
    they were joined to. Parquet is not written.

    Raises AnnotatorError where `release` is none, is damaged or has texts, where a document is not in the
    project, where a text does not fit its hash, and where `out` may not be written.
    """
    try:
        manifest = json.loads((release / MANIFEST).read_bytes())
        codebook = parse((release / "codebook.toml").read_text(encoding="utf-8"), "codebook.toml")
        told, digest = manifest["options"]["texts"], manifest["codebook"]["digest"]
        files = {str(file["path"]): file["sha256"] for file in manifest["files"]}
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise AnnotatorError("publishing.no_release", path=release) from error
    if told:
        raise AnnotatorError("publishing.has_texts", path=release)
    if codebook.digest != digest:
        raise AnnotatorError("publishing.other_codebook", path=release)
    for path, sha256 in files.items():
        _check(release, path, sha256)
    try:
        with project.snapshot(), Folder(out, force=force) as folder:
            return _written(project, release, manifest, codebook, folder)
    except OSError as error:
        raise AnnotatorError("export.disk", path=out, reason=reason(error)) from error
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RuntimeError,
        StopIteration,
        zlib.error,
    ) as error:
        # A release whose sums fit was made so by somebody: its lines or its manifest are none of an export.
        raise AnnotatorError("publishing.no_release", path=release) from error


def _written(
    project: Project, release: Path, manifest: dict[str, Any], codebook: Codebook, folder: Folder
) -> int:
    _check_documents(project, release, manifest)
    texts = Texts(project)
    shown = list(_shown(codebook, manifest))
    shapes = {path: view.shape for view in shown for paths in view.files.values() for path in paths}
    count = 0
    for path in (file["path"] for file in manifest["files"]):
        if path in shapes:
            packed = path.endswith(".gz")
            stream = folder.stream(path, gzip=packed)
            for line in _lines(release / path):
                stream.write(_line(shapes[path], line, texts))
                count += 1
        elif not path.startswith(_MADE_ANEW):
            records = path.endswith((".jsonl", ".jsonl.gz"))
            stream = folder.stream(path, records=records)
            _copy(release / path, stream.write)
    schemas(folder, codebook, shown, texts=True)
    card = (release / "README.md").read_text(encoding="utf-8")
    folder.write("README.md", with_texts(card, shown).encode())
    package(folder, codebook, shown)
    records = {file["path"]: file["records"] for file in manifest["files"]}
    sealed = [
        {"path": f.path, "bytes": f.bytes, "sha256": f.sha256, "records": records.get(f.path)}
        for f in folder.seal()
    ]
    told = {**manifest, "options": {**manifest["options"], "texts": True}, "files": sealed}
    folder.publish(json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n")
    return count


def _line(shape: Struct, line: Mapping[str, Any], texts: Texts) -> bytes:
    whole = joined(shape, line, texts.words(line))
    return orjson.dumps(whole, option=orjson.OPT_APPEND_NEWLINE)


def _shown(codebook: Codebook, manifest: Mapping[str, Any]) -> Iterator[Shown]:
    """The views of the release, in the shapes that they have with texts."""
    prompt = prompting.Prompt(prompting.default(), codebook)
    folds = (manifest.get("leaks") or {}).get("scheme", {}).get("folds")
    for view in views(codebook, prompt):
        if about := manifest["counts"]["views"].get(view.name):
            of = {split: tuple(p for p in about["files"] if _split(p) == split) for split in about["splits"]}
            shape = with_fold(view) if folds else view.shape
            yield Shown(view.name, shape, of, about["lines"], field=view.field)


def _split(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0].partition("-")[0]


def _check(release: Path, path: str, sha256: str) -> None:
    """Raises AnnotatorError where a file of the release is not as it was made."""
    place, inside = release / path, PurePosixPath(path)
    try:
        # The same name is written to below: it leads nowhere else, by no link and by no step upwards.
        plain = not inside.is_absolute() and ".." not in inside.parts and "\\" not in path
        if not plain or place.resolve() != release.resolve() / inside:
            raise AnnotatorError("publishing.changed", path=release, name=path)
        with place.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
                raise AnnotatorError("publishing.changed", path=release, name=path)
    except (OSError, ValueError, RuntimeError) as error:
        raise AnnotatorError("publishing.changed", path=release, name=path) from error


def _check_documents(project: Project, release: Path, manifest: Mapping[str, Any]) -> None:
    """Raises AnnotatorError, naming them, where documents of the release are not in the project."""
    there = {document.doc_id for document in documents.listing(project)}
    path = next(f["path"] for f in manifest["files"] if f["path"].startswith("data/documents.jsonl"))
    missing = [one["title"] for one in _lines(release / path) if one["doc_id"] not in there]
    if missing:
        names = say("review.comma").join(missing[:_NAMED]) + "…" * (len(missing) > _NAMED)
        raise AnnotatorError("publishing.no_documents", project=project.path, count=len(missing), names=names)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        for line in file:
            yield orjson.loads(line)


def _copy(path: Path, write: Any) -> None:
    with path.open("rb") as file:
        while data := file.read(1 << 20):
            write(data)
