"""An export in a few lines, the same on the command line and on the screen."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from annotator.flows.exporting.manifest import Manifest
from annotator.flows.exporting.tables import BOOK, LONG, WIDE
from annotator.model.split import Scheme
from annotator.model.telling import drawn, part_name, told
from annotator.words import language, say

FEW = 50
"""With fewer documents whole ones can hardly meet the shares."""


def summary(manifest: Manifest, out: Path, masked: Path | None = None) -> Iterator[str]:
    """How many lines each view in the folder `out` has, how many clauses it leaves out and why, and where the
    files are. `masked` is the file that keeps what was covered, if there is one.
    """
    for view, about in manifest.counts["views"].items():
        yield say("release.counted", view=view, what=about[language()], records=about["lines"])
        for key, counts in (("export.left_out", manifest.excluded), ("release.dropped", manifest.dropped)):
            for reason, number in counts.get(view, {}).items():
                yield say(key, reason=say(f"export.reason_{reason}"), number=number)
    yield from _divided(manifest)
    for tool, about in manifest.counts["interop"].items():
        for path, records in about["lines"].items():
            yield say("interop.counted", tool=tool, path=path, records=records)
        for reason, number in about["dropped"].items():
            yield say("release.dropped", reason=say(f"export.reason_{reason}"), number=number)
    if manifest.reviewers:
        yield say("export.only_mine")
    if masked:
        yield say("publishing.map", number=sum(manifest.masked.values()), path=masked)
    yield say("export.done", out=out)
    made = {file.path for file in manifest.files}
    for table in (WIDE, BOOK, LONG):
        if table in made:
            yield say("export.file_sheet", path=table)
    for about in manifest.counts["views"].values():
        if about["files"]:
            yield say("release.file", what=about[language()], path=about["files"][0])


def _divided(manifest: Manifest) -> Iterator[str]:
    """How the release is divided, what would have leaked, and how far it is from what was asked for."""
    if not (leaks := manifest.leaks):
        return
    scheme = Scheme.said(leaks["scheme"])
    parts = {str(part): told(*part_name(part)) for part in scheme.shares}
    yield say("splits.told", drawn=told(*drawn(scheme)), parts=_listed(parts, leaks["documents"]))
    if leaks["undivided"]:
        yield say("splits.undivided", number=leaks["undivided"])
    shared = leaks["shared"]
    key = "splits.shared" if shared["texts"] else "splits.nothing_shared"
    yield say(key, texts=shared["texts"], clauses=shared["clauses_left_out"])
    for view, about in manifest.counts["views"].items():
        missing = [name for part, name in parts.items() if about["lines"] and about["splits"].get(part) == 0]
        if missing:
            yield say("splits.empty", view=view, parts=say("review.comma").join(missing))
    if len(leaks["shares"]) == 1:
        yield say("splits.unlabelled")
    if worst := leaks["worst"]:
        row = next(row for row in leaks["shares"] if row["name"] == worst["name"])
        share, target = f"{worst['share']:.0%}", f"{leaks['target'][worst['part']]:.0%}"
        yield say("splits.worst", what=row[language()], part=parts[worst["part"]], share=share, target=target)
    if (number := sum(leaks["documents"].values())) < FEW:
        yield say("splits.few_folds" if scheme.folds else "splits.few", number=number)
        for row in leaks["shares"]:
            shares = {part: f"{share:.0%}" for part, share in row["shares"].items()}
            yield say("splits.row", what=row[language()], count=row["count"], parts=_listed(parts, shares))


def _listed(parts: Mapping[str, str], numbers: Mapping[str, object]) -> str:
    """What each part has, in a row."""
    every = (say("splits.part", part=name, number=numbers[part]) for part, name in parts.items())
    return say("review.comma").join(every)
