"""What a project is beside the labels of its clauses, as files from which it comes back."""

import orjson

from annotator.flows.exporting.folder import Folder
from annotator.store import codebooks, event_log, holdings
from annotator.store.project import Project
from annotator.tools import eventlines
from annotator.tools.release import layout


def write(folder: Folder, project: Project) -> None:
    """Write sources, versions of the codebook, holdings and the log; one text is in memory at a time."""
    for digest, text in holdings.sources(project):
        folder.write(layout.source(digest), text.encode())
    for digest, text in codebooks.texts(project).items():
        folder.write(layout.codebook(digest), text.encode())
    for name, shape in layout.HOLDINGS.items():
        stream = folder.stream(layout.holding(name))
        for row in holdings.rows(project, name):
            record = dict(zip(shape.members, row, strict=True))
            stream.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    log = folder.stream(layout.EVENTS, records=False)
    for gap in event_log.gaps(project):
        log.write(f"{eventlines.gap_line(gap)}\n".encode())
    for event in event_log.rows(project):
        log.write(f"{eventlines.line(event)}\n".encode())
