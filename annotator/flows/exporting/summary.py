"""An export in a few lines, the same on the command line and on the screen."""

from collections.abc import Iterator
from pathlib import Path

from annotator.flows.exporting.manifest import Manifest
from annotator.flows.exporting.release import CANONICAL, CLASSIFICATION, SHEET
from annotator.words import say


def summary(manifest: Manifest, out: Path) -> Iterator[str]:
    """How many clauses are in the folder `out`, how many were left out and why, and where the files are."""
    for view in ("canonical", "classification"):
        yield say(f"export.counted_{view}", records=manifest.counts[view]["records"])
        for reason, number in manifest.excluded.get(view, {}).items():
            yield say("export.left_out", reason=say(f"export.reason_{reason}"), number=number)
    if manifest.reviewers:
        yield say("export.only_mine")
    yield say("export.done", out=out)
    made = {file.path for file in manifest.files}
    for name, path in (("sheet", SHEET), ("labels", CLASSIFICATION), ("clauses", CANONICAL)):
        if path in made:
            yield say(f"export.file_{name}", path=path)
