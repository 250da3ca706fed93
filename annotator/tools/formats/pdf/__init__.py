"""PDF with a text layer: paragraphs and tables as a reader sees them, from where the characters stand.

A process of its own reads, with limits on its time and memory: a file may be made to use up both, or to
bring the library down, which is written in C++. Page numbers and running heads are left out, and said so.
"""

import json
import os
import signal
import subprocess
import sys
from typing import Any

from annotator.errors import UnreadableFile
from annotator.model.source import Source
from annotator.words import say

READER = "pdf/1"

# Of the processor's time; a thousand pages of 500 characters take some twenty. A busy machine may need much
# more by the clock.
_SECONDS, _BY_THE_CLOCK = 180, 10


def read(data: bytes, name: str) -> Source:
    """The text of a PDF: a line for each paragraph and row of a table.

    Raises UnreadableFile where it has no text, is damaged, protected, or beyond all measure.
    """
    answer = _answer(data)
    if "refused" in answer:
        raise UnreadableFile(f"reading.{answer['refused']}", name=name, **answer["values"])
    notes = tuple(say(f"reading.{key}", **values) for key, values in answer["notes"])
    return Source(answer["text"], READER, notes)


def _answer(data: bytes) -> dict[str, Any]:
    """What the other process says; it finds its modules where this one does, and nowhere else."""
    command = [sys.executable, "-P", "-m", f"{__name__}.process", str(_SECONDS)]
    places = os.pathsep.join(place for place in sys.path if place)
    environment = {**os.environ, "PYTHONPATH": places, "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=_SECONDS * _BY_THE_CLOCK,
            env=environment,
            check=False,
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"refused": "pdf_endless", "values": {}}
    except ValueError:
        # Brought down by the file, or killed where it used up its share.
        endless = -done.returncode == getattr(signal, "SIGXCPU", None)
        return {"refused": "pdf_endless" if endless else "pdf_damaged", "values": {}}
    return answer
