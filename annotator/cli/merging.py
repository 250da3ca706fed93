"""`annotator merge`, `bundle` and `hand-in`: several files of one project, made and brought together."""

from pathlib import Path
from typing import Any

import click

from annotator.cli.options import (
    json_option,
    opened,
    project_option,
    reviewer_name,
    reviewer_option,
    show,
    show_json,
    tell,
)
from annotator.cli.rounds import far_words
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError
from annotator.flows import bundling
from annotator.flows import merging as flow
from annotator.flows.leading import parts
from annotator.store import blinding, people, rounds
from annotator.store.merging import Merged
from annotator.words import say
from annotator.words.plain import typed

FILE = click.Path(path_type=Path, readable=False)


@command("merge")
@argument("paths", "file", many=True, type=FILE)
@click.option("--dry-run", is_flag=True, help=say("options.dry_run"))
@project_option
@json_option
def merge(paths: tuple[Path, ...], *, dry_run: bool, project: Path | None, as_json: bool) -> None:
    """Merge the files, all or none; what people should hear of is told."""
    mine = reviewer_name(None)
    with opened(project) as store:
        merged = flow.merge(store, paths, dry_run=dry_run)
        seen = blinding.sight(store, mine)
        leads = people.may(store, mine, "assign") and not dry_run
        going = [(one, parts(store, one)) for one in rounds.rounds(store) if one.open and leads]
    came = {name: count for name, count in merged.came.items() if seen.shows(name)}
    if as_json:
        stands = {one.name: {part.reviewer: part.done._asdict() for part in team} for one, team in going}
        show_json({**_record(merged, len(paths), dry_run=dry_run), "labelled": came, "rounds": stands})
        return
    for told in merged.told:
        show(say(told.key, **told.values))
    key = "merging.would" if dry_run else "merging.merged"
    show(say(key if any(merged.counts.values()) else "merging.same", **merged.counts))
    for name, count in came.items():
        show(say("merging.came", name=name, count=count))
    for one, team in going:
        far = say("review.comma").join(f"{part.reviewer} {far_words(part)}" for part in team)
        show(say("merging.stands", name=one.name, people=far))


def _record(merged: Merged, files: int, *, dry_run: bool) -> dict[str, Any]:
    told = [
        {
            "what": one.key.partition(".")[2],
            **{name: value if isinstance(value, int) else str(value) for name, value in one.values.items()},
            "sentence": say(one.key, **one.values),
        }
        for one in merged.told
    ]
    counts = {f"{name}s": count for name, count in merged.counts.items()}
    return {"files": files, "dry_run": dry_run, **counts, "told": told}


@command("bundle")
@argument("out", "file", type=FILE)
@click.option("--reviewer", metavar=say("usage.person"), help=say("options.bundle_reviewer"))
@project_option
def bundle(out: Path, reviewer: str | None, project: Path | None) -> None:
    """Make the file OUT for a reviewer."""
    if not reviewer:
        raise AnnotatorError("bundling.for_whom")
    mine = reviewer_name(None)
    with opened(project) as store:
        asker = people.known_as(store, mine)
        if asker != people.known_as(store, reviewer) and not people.may(store, asker, "see"):
            blinding.require(store, asker)  # else everyone could read everyone's bundle
        made = bundling.bundle(store, reviewer, out)
    if made.reviewer != reviewer:
        show(say("bundling.alias", name=reviewer, reviewer=made.reviewer))
    show(say("bundling.bundled", path=out, **made._asdict()))
    if not made.clauses and not made.returned:
        tell(say("bundling.nothing", reviewer=made.reviewer))
    back = typed(say("bundling.back", reviewer=made.reviewer))
    show(say("bundling.how", reviewer=made.reviewer, file=typed(out.name), back=back))


@command("hand-in")
@argument("out", "file", type=FILE)
@project_option
@reviewer_option
@json_option
def hand_in(out: Path, project: Path | None, reviewer: str | None, as_json: bool) -> None:
    """Make the file OUT for the lead, and tell what is finished and what is open."""
    mine = reviewer_name(reviewer)
    with opened(project) as store:
        handed = bundling.hand_in(store, mine, out)
    if as_json:
        stands = [{**one._asdict(), "open": one.open} for one in handed.stands]
        counts = {"stands": stands, "returned": handed.returned, "drafts": handed.drafts}
        show_json({"file": str(out), "reviewer": handed.reviewer, **counts})
        return
    for one in handed.stands:
        key = "bundling.round" if one.round else "bundling.document"
        show(say(key, **{**one._asdict(), "open": one.open}))
    if handed.returned:
        show(say("bundling.returned", count=handed.returned))
    if handed.drafts:
        show(say("bundling.drafts", count=handed.drafts))
    show(say("bundling.handed_in", path=out, reviewer=handed.reviewer))
