"""An export in a few lines, the same on the command line and on the screen."""

from collections.abc import Iterator
from pathlib import Path

from annotator.flows.exporting.manifest import Manifest
from annotator.flows.exporting.tables import BOOK, LONG, WIDE
from annotator.words import language, say


def summary(manifest: Manifest, out: Path) -> Iterator[str]:
    """How many lines each view in the folder `out` has, how many clauses it leaves out and why, and where the
    files are.
    """
    for view, about in manifest.counts["views"].items():
        yield say("release.counted", view=view, what=about[language()], records=about["lines"])
        for key, counts in (("export.left_out", manifest.excluded), ("release.dropped", manifest.dropped)):
            for reason, number in counts.get(view, {}).items():
                yield say(key, reason=say(f"export.reason_{reason}"), number=number)
    if manifest.reviewers:
        yield say("export.only_mine")
    yield say("export.done", out=out)
    made = {file.path for file in manifest.files}
    for table in (WIDE, BOOK, LONG):
        if table in made:
            yield say("export.file_sheet", path=table)
    for about in manifest.counts["views"].values():
        if about["files"]:
            yield say("release.file", what=about[language()], path=about["files"][0])
