"""`annotator export --verify`: every fault of a release, a line each."""

import sys
from pathlib import Path

from annotator.cli.options import show, show_json
from annotator.flows import releases
from annotator.words import say


def verify(path: Path, *, as_json: bool) -> None:
    """Tell them as they are found; exit code 1 where there is any. As JSON each is a line of its own."""
    count = 0
    for finding in releases.verify(path):
        count += 1
        if as_json:
            what = finding.key.partition(".")[2]
            at = {"file": finding.file, "line": finding.line or None, "what": what}
            show_json({**at, "sentence": finding.sentence()})
        else:
            show(finding.sentence())
    if not as_json:
        show(say("releases.faulty" if count else "releases.checked", path=path, count=count))
    sys.exit(1 if count else 0)
