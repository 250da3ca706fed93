"""The files about the files: card, schemas, data package."""

from collections.abc import Iterator, Sequence

import orjson

from annotator.flows.exporting.folder import File, Folder
from annotator.model.codebook import Codebook
from annotator.tools.release.around import DOCUMENTS, ORGANISATIONS, REPEATS
from annotator.tools.release.card import Shown, card
from annotator.tools.release.datapackage import Resource, datapackage
from annotator.tools.release.json_schema import json_schema
from annotator.tools.release.leaks import Leaks
from annotator.tools.release.shape import schema_id
from annotator.tools.release.tally import Tally
from annotator.tools.release.terms import Terms
from annotator.words import both

_AROUND = {"documents": (DOCUMENTS, "doc_id"), "organisations": (ORGANISATIONS, ""), "repeats": (REPEATS, "")}
_MANY = ("raw", "agreement", "preference", "relations")
"""Views with several lines of a clause, told apart by no one column."""
_PRETTY = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def describe(
    folder: Folder,
    codebook: Codebook,
    tally: Tally,
    views: Sequence[Shown],
    *,
    leaks: Leaks,
    query: str,
    reviewers: Sequence[str],
    terms: Terms,
    about: str,
) -> None:
    """Write them, when all data are written: the data package tells their hashes."""
    schemas(folder, codebook, views, texts=terms.texts)
    text = card(
        codebook, tally, views, leaks=leaks, query=query, reviewers=reviewers, terms=terms, about=about
    )
    folder.write("README.md", text.encode())
    package(folder, codebook, views)


def schemas(folder: Folder, codebook: Codebook, views: Sequence[Shown], *, texts: bool) -> None:
    """Write the schema of each view that has a line, which without `texts` is another one, and of what
    stands around them.
    """
    told = {view.name: view.shape for view in views if view.lines}
    stems = {_stem(file) for file in folder.settle()}
    around = {name: about[0] for name, about in _AROUND.items() if name in stems}
    for name, shape in {**told, **around}.items():
        title = f"annotator {name}" + (" record" if name == "canonical" else "")
        identity = schema_id(name, codebook) + ("" if texts or name in around else ":standoff")
        schema = json_schema(shape, identity, title)
        folder.write(f"schema/{name}.schema.json", orjson.dumps(schema, option=_PRETTY))


def package(folder: Folder, codebook: Codebook, views: Sequence[Shown]) -> None:
    """Write the data package, when all else is written."""
    resources = list(_resources(folder.settle(), views))
    told = datapackage(f"annotator-{codebook.digest[:12]}", both("export.title")[1], resources)
    folder.write("datapackage.json", orjson.dumps(told, option=_PRETTY))


def _resources(files: Sequence[File], views: Sequence[Shown]) -> Iterator[Resource]:
    of = {path: view for view in views for paths in view.files.values() for path in paths}
    for file in files:
        stem = _stem(file)
        name = stem.replace("/", "-")
        if view := of.get(file.path):
            key = "" if view.name.partition("_")[0] in _MANY else "id"
            yield Resource(name, file.path, file.bytes, file.sha256, view.shape, key)
        elif file.path.startswith("data/") and stem in _AROUND:
            yield Resource(name, file.path, file.bytes, file.sha256, *_AROUND[stem])


def _stem(file: File) -> str:
    """The path of a data file without what is the same in all of them."""
    return file.path.removeprefix("data/").removesuffix(".gz").removesuffix(".jsonl")
