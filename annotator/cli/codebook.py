"""`annotator codebook`: show, check and change the codebook."""

import sys
from pathlib import Path

import click

from annotator.cli.codebook_files import bytes_of, is_foreign, is_sheet, named, numbered, text_in
from annotator.cli.codebook_lines import lines
from annotator.cli.files import data_of, made
from annotator.cli.options import (
    json_option,
    opened,
    project_option,
    reviewer_name,
    reviewer_option,
    show,
    show_json,
)
from annotator.cli.progress import Told
from annotator.cli.worded import Worded, WordedGroup, argument
from annotator.flows import revising, suggesting
from annotator.model.codebook import Codebook
from annotator.store import blinding, people
from annotator.store.codebooks import codebook_of
from annotator.tools.codebook import (
    Problem,
    names,
    parse,
    problems,
    sheet_problems,
    shipped,
    with_keys,
)
from annotator.words import say


@click.group("codebook", cls=WordedGroup, key="codebook")
def codebook() -> None:
    """The codebook."""


@codebook.command("check", cls=Worded, key="codebook_check")
@argument("path", "file", type=click.Path(path_type=Path, readable=False))
@json_option
def check(path: Path, as_json: bool) -> None:
    """Name every fault of a codebook file with its line; exit code 1 where there is one."""
    found = sheet_problems(data_of(path), path.name) if is_sheet(path) else problems(text_in(path))
    if as_json:
        show_json([_record(problem) for problem in found])
    else:
        for problem in found:
            told = {"sheet": problem.sheet, "line": problem.line, "sentence": problem.sentence}
            show(say("sheets.problem" if problem.sheet else "cli.codebook_problem", path=path, **told))
        if not found:
            show(say("cli.codebook_sound", path=path))
    sys.exit(1 if found else 0)


@codebook.command("show", cls=Worded, key="codebook_show")
@argument("name", "name", required=False)
@click.option("--toml", is_flag=True, help=say("options.toml"))
@project_option
def show_(name: str | None, toml: bool, project: Path | None) -> None:
    """The codebook in force, or a shipped one by its name."""
    text, book = named(name, project)
    if toml:
        show(text)
        return
    for line in lines(book):
        show(line)


@codebook.command("use", cls=Worded, key="codebook_use")
@argument("path", "file", type=click.Path(path_type=Path, readable=False))
@click.option("--dry-run", is_flag=True, help=say("options.dry_run_codebook"))
@click.option("--recheck", is_flag=True, help=say("options.recheck"))
@click.option("--recheck-disputed", "disputed", is_flag=True, help=say("options.recheck_disputed"))
@project_option
@reviewer_option
def use(path: Path, project: Path | None, reviewer: str | None, **given: bool) -> None:
    """Put a codebook file, or a shipped one by its name, in force."""
    recheck, disputed = given["recheck"] or given["disputed"], given["disputed"]
    by, text = reviewer_name(reviewer), shipped(str(path)) if str(path) in names() else text_in(path)
    book = with_keys(parse(text, str(path)))
    with opened(project) as store:
        before = codebook_of(store)
        if is_foreign(path):
            text, book = numbered(store, before, book, text)
        if given["dry_run"]:
            same = book.digest == before.digest
            shown = revising.overdue(store, book) if same else revising.preview(store, before, book)
            _tell(shown.shown(blinding.sight(store, by)), before, book, path)
            return
        by = people.welcome(store, by).id
        seen, returned = revising.preview(store, before, book), 0

        def following() -> None:
            nonlocal returned
            if recheck:  # counted again: others have worked while the suggestions were made
                returned = revising.recheck(store, by, before, book, disputed=disputed)

        told = Told("suggesting.progress")
        if not suggesting.use(store, by, book, text, told, before=before, following=following):
            show(say("cli.codebook_same", name=book.name, version=book.version))
            if recheck:  # labels of another version came in since, or nobody asked for it then
                count = revising.recheck(store, by, book, book, disputed=disputed)
                show(say("revising.returned", count=count))
            return
        show(say("cli.codebook_used", name=book.name, version=book.version))
        if revising.awaited(store):
            show(say("revising.bundles"))
        if recheck:
            show(say("revising.returned", count=returned))
        else:
            _tell(seen.shown(blinding.sight(store, by)), before, book)


@codebook.command("write", cls=Worded, key="codebook_write")
@argument("path", "file", type=click.Path(path_type=Path, readable=False))
@argument("name", "name", required=False)
@project_option
def write(path: Path, name: str | None, project: Path | None) -> None:
    """Write the codebook in force, or a shipped one, as a spreadsheet or as TOML."""
    text, book = named(name, project)
    data = bytes_of(path, text, book)
    with made(path) as partial:
        partial.write_bytes(data)
    show(say("cli.codebook_written", path=path))


def _tell(seen: revising.Preview, old: Codebook, new: Codebook, path: Path | None = None) -> None:
    """What a version changes, and how to put it in force where it is still at `path`."""
    for line in revising.summary(seen, old, new):
        show(line)
    if path and seen.clauses:
        show(say("revising.how", path=path))


def _record(problem: Problem) -> dict[str, object]:
    at = {"sheet": problem.sheet} if problem.sheet else {}
    return {**at, "line": problem.line, "problem": problem.sentence}
