"""`annotator codebook`: show, check and change the codebook."""

import sys
from pathlib import Path

import click

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
from annotator.errors import AnnotatorError, reason
from annotator.flows import suggesting
from annotator.flows.opening import codebook_of
from annotator.model.codebook import name_of
from annotator.store import codebooks, people
from annotator.tools.codebook import names, parse, problems, shipped, with_keys
from annotator.words import say


@click.group("codebook", cls=WordedGroup, key="codebook")
def codebook() -> None:
    """The codebook."""


@codebook.command("check", cls=Worded, key="codebook_check")
@argument("path", "file", type=click.Path(path_type=Path, readable=False))
@json_option
def check(path: Path, as_json: bool) -> None:
    """Name every fault of a codebook file with its line; exit code 1 where there is one."""
    found = problems(_text(path))
    if as_json:
        show_json([{"line": problem.line, "problem": str(problem.sentence)} for problem in found])
    else:
        for problem in found:
            show(say("cli.codebook_problem", path=path, line=problem.line, sentence=problem.sentence))
        if not found:
            show(say("cli.codebook_sound", path=path))
    sys.exit(1 if found else 0)


@codebook.command("show", cls=Worded, key="codebook_show")
@argument("name", "name", required=False)
@click.option("--toml", is_flag=True, help=say("cli.option_toml"))
@project_option
def show_(name: str | None, toml: bool, project: Path | None) -> None:
    """The codebook in force, or a shipped one by its name."""
    if name and name not in names():
        raise AnnotatorError("cli.no_codebook", name=name, known=", ".join(names()))
    if name:
        text, book = shipped(name), parse(shipped(name), name)
    else:
        with opened(project) as store:
            text, book = codebooks.in_force(store)[1], codebook_of(store)
    if toml:
        show(text)
        return
    show(say("cli.codebook_head", title=name_of(book), name=book.name, version=book.version))
    for field in book.fields:
        show(say("cli.codebook_field", id=field.id, name=name_of(field), kind=field.kind))
        for code in field.codes:
            show(f"    {code.key or ' '}  {code.id}  {name_of(code)}：{code.definition}")
        for one in field.attributes:
            choices = say("review.comma").join(map(name_of, one.codes))
            show(f"       {one.id}  {name_of(one)}  [{one.kind}]  {choices}".rstrip())


@codebook.command("use", cls=Worded, key="codebook_use")
@argument("path", "file", type=click.Path(path_type=Path, readable=False))
@project_option
@reviewer_option
def use(path: Path, project: Path | None, reviewer: str | None) -> None:
    """Put a codebook file, or a shipped one by its name, in force."""
    text = shipped(str(path)) if str(path) in names() else _text(path)
    book, by = with_keys(parse(text, str(path))), reviewer_name(reviewer)
    with opened(project) as store:
        people.welcome(store, by)
        changed = suggesting.use(store, by, book, text, Told("suggesting.progress"))
    key = "cli.codebook_used" if changed else "cli.codebook_same"
    show(say(key, name=book.name, version=book.version))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise AnnotatorError("importing.no_file", path=path, reason=reason(error)) from error
    except UnicodeDecodeError as error:
        raise AnnotatorError("filing.not_utf8", path=path) from error
