"""What `annotator export` can be asked for beside its folder: the options, and what they mean."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from annotator.errors import AnnotatorError, reason
from annotator.flows.exporting.options import TABLES, Options
from annotator.flows.exporting.wanted import Wanted
from annotator.model.split import BYS, By
from annotator.tools.release.interop import NAMES
from annotator.tools.release.licence import NONE, spelled
from annotator.tools.release.terms import REVIEWERS, SAFE, USUAL, Reviewers, Terms
from annotator.tools.release.veil import TIMES, Times
from annotator.tools.release.verdict import STATUSES, Status
from annotator.tools.release.views import ALL
from annotator.words import say

Command = TypeVar("Command", bound=Callable[..., Any])
_NOTES = ("keep", "drop")
_TERMS = (*("reviewers", "times", "notes", "mask", "licence", "texts_licence", "without_texts", "public"),)
_COMMAS = str.maketrans("，、；", ",,,")


def release_options(command: Command) -> Command:
    """The options themselves, in the order of the help."""
    file = click.Path(path_type=Path, readable=False)
    for option in reversed(
        (
            click.option("--views", default="", metavar=say("usage.list"), help=say("options.views")),
            click.option("--status", default="", metavar=say("usage.list"), help=say("options.status")),
            click.option("--tables", metavar=say("usage.list"), help=say("options.tables")),
            click.option("--prompt", type=file, metavar=say("usage.file"), help=say("options.prompt")),
            click.option("--about", type=file, metavar=say("usage.file"), help=say("options.about")),
            click.option("--gzip", is_flag=True, help=say("options.gzip")),
            click.option(
                "--shard", type=click.IntRange(min=0), default=0, metavar=say("usage.count"),
                help=say("options.shard"),
            ),
            click.option("--parquet", is_flag=True, help=say("options.parquet")),
            click.option("--split", metavar=say("usage.shares"), help=say("options.split")),
            click.option(
                "--folds", type=click.IntRange(min=2), metavar=say("usage.count"), help=say("options.folds")
            ),
            click.option("--no-split", is_flag=True, help=say("options.no_split")),
            click.option("--by", type=click.Choice(BYS), help=say("options.by")),
            click.option(
                "--seed", type=click.IntRange(min=0), metavar=say("usage.count"),
                help=say("options.split_seed"),
            ),
            click.option("--resplit", is_flag=True, help=say("options.resplit")),
            click.option("--full", is_flag=True, help=say("options.full")),
            click.option("--reviewers", type=click.Choice(REVIEWERS), help=say("options.reviewers")),
            click.option("--times", type=click.Choice(TIMES), help=say("options.times")),
            click.option("--notes", type=click.Choice(_NOTES), help=say("options.notes")),
            click.option("--mask/--no-mask", default=None, help=say("options.mask")),
            click.option("--licence", default="", metavar="SPDX", help=say("options.licence")),
            click.option("--texts-licence", default="", metavar="SPDX", help=say("options.texts_licence")),
            click.option("--without-texts", is_flag=True, help=say("options.without_texts")),
            click.option("--public", is_flag=True, help=say("options.public")),
            click.option("--interop", default="", metavar=say("usage.list"), help=say("options.interop")),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def asked(
    *,
    views: str,
    status: str,
    tables: str | None,
    prompt: Path | None,
    about: Path | None,
    gzip: bool,
    shard: int,
    parquet: bool,
    full: bool,
    interop: str,
    **rest: Any,
) -> Options:
    """What they mean. Raises AnnotatorError for unknown statuses, tables, tools and licences, an unreadable
    text, a division that cannot be, and where a public release is not fit for it.
    """
    statuses = tuple(one for one in get_args(Status) if one in _known("status", status, STATUSES))
    under = _terms(**{name: rest.pop(name) for name in _TERMS})
    under.check(full=full)
    if tables is None:
        tables = "csv" if under.texts else "none"
    wanted = () if tables.strip() == "none" else _known("table", tables, TABLES)
    return Options(
        views=_listed(views),
        statuses=statuses,
        prompt=_read("prompt", prompt) if prompt else None,
        prompt_name=prompt.name if prompt else "",
        about=_read("about", about) if about else "",
        tables=tuple(one for one in TABLES if one in wanted),
        gzip=gzip,
        shard=shard,
        parquet=parquet,
        division=_division(**rest),
        full=full,
        terms=under,
        interop=NAMES if interop.strip() == ALL else _known("tool", interop.replace("-", "_"), NAMES),
    )


def _division(
    *, split: str | None, folds: int | None, no_split: bool, by: By | None, seed: int | None, resplit: bool
) -> Wanted:
    asked = [split is not None, folds is not None, no_split]
    if sum(asked) > 1 or (no_split and (by or seed is not None or resplit)):
        raise AnnotatorError("splits.one_of")
    shares = None if split is None else _shares(split)
    return Wanted(shares, folds or 0, by, seed, anew=resplit, off=no_split)


_WHOLES = (100, 10)
"""What shares add up to: anything else is a slip (50/60)."""


def _shares(given: str) -> tuple[int, int, int]:
    """Train, validation and test; of two numbers the second is the test's."""
    parts = [part.strip() for part in given.replace("／", "/").split("/")]
    if len(parts) in (2, 3) and all(re.fullmatch("[0-9]{1,9}", part) for part in parts):
        train, *middle, test = map(int, parts)
        if train and (test or any(middle)) and train + sum(middle) + test in _WHOLES:
            return train, middle[0] if middle else 0, test
    raise AnnotatorError("splits.bad_shares", given=given)


def _terms(
    *,
    reviewers: Reviewers | None,
    times: Times | None,
    notes: str | None,
    mask: bool | None,
    licence: str,
    texts_licence: str,
    without_texts: bool,
    public: bool,
) -> Terms:
    """What is not asked for is as it usually is, or as it is safe in a public release."""
    given = {"reviewers": reviewers, "times": times, "notes": notes and notes == "keep", "mask": mask}
    told = {name: value for name, value in given.items() if value is not None}
    under = {
        "licence": spelled(licence),
        "texts_licence": NONE if texts_licence.strip().casefold() == NONE else spelled(texts_licence),
    }
    return Terms(
        **(SAFE if public else USUAL) | told | under | {"texts": not without_texts, "public": public}
    )


def _listed(given: str) -> tuple[str, ...]:
    return tuple(name for one in given.translate(_COMMAS).split(",") if (name := one.strip()))


def _known(kind: str, given: str, known: Sequence[str]) -> tuple[str, ...]:
    for name in (names := _listed(given)):
        if name not in known:
            raise AnnotatorError(f"release.bad_{kind}", name=name, names=say("review.comma").join(known))
    return names


def _read(kind: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise AnnotatorError(f"release.{kind}_unreadable", path=path, reason=reason(error)) from error
    except UnicodeDecodeError as error:
        raise AnnotatorError(f"release.{kind}_no_text", path=path) from error
