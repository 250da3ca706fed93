"""The program in this process, as `python -m annotator` would run it: to start Python takes half a second."""

import gc
import io
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from annotator import words
from annotator.cli import main


def program(
    folder: Path, arguments: Sequence[str], environment: Mapping[str, str], said: str = ""
) -> CompletedProcess[str]:
    """What a command came to in a folder, with some variables besides the usual, and `said` on its stdin.

    Where a signal, a terminal, an encoding or a limit of time matters, a process is right.
    """
    given, out, err = io.BytesIO(said.encode()), io.BytesIO(), io.BytesIO()
    streams = {"stdin": given, "stdout": out, "stderr": err}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setattr(sys, "argv", ["annotator", *arguments])
        for name, value in environment.items():
            patch.setenv(name, value)
        for name, stream in streams.items():
            patch.setattr(sys, name, io.TextIOWrapper(stream, encoding="utf-8", write_through=True))
        try:
            with pytest.raises(SystemExit) as end:
                main()
        finally:
            written = out.getvalue().decode(), err.getvalue().decode()
            gc.enable()  # `main` leaves it off where a command never came to run
            words.prefer(None)
    assert isinstance(end.value.code, int)
    return CompletedProcess(list(arguments), end.value.code, written[0], written[1])
