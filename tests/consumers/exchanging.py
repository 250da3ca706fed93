"""`python -m tests.consumers.exchanging FOLDER`: the release that other labelling tools and trainers load.

`exchanged` is a small project in which clauses stand in every status, with characters that move offsets. The
checks look at every release of the folder that has files for their tool.
"""

import sys
import tempfile
from pathlib import Path

from annotator.flows.exporting import Options, export
from annotator.model.review import Suggestion
from annotator.tools.release.interop import NAMES
from tests.exporting.office import NOTICE, Office, label, span, unit


def main(folder: Path) -> None:
    """Make it."""
    with tempfile.TemporaryDirectory() as place:
        office = Office(Path(place) / "trial.db")
        source, named = label(office)
        office.bring("通知.txt", NOTICE)
        office.suggest(Suggestion(named["gold"], "topic", "model", "1", ("data",), 0.7))
        units = [
            unit("市规划资源局", source, "市规(guī)劃资源局", org_id="org-gz"),
            unit("市数据局", source, "市数据(jù)局", "participant"),
            unit("资源局", source, "资源局", "supervisor"),
            unit("市财政局"),
        ]
        target = {**span(source, "100个"), "value": 100}
        office.decide(named["gold"], unit=units, target=[target])
        wanted = Options(views=("all",), interop=NAMES)
        export(office.project, office.codebook, folder / "exchanged", timestamp="2026-11-22", options=wanted)
        office.project.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
