"""The code of docs/training.md, as it stands there."""

import io
from contextlib import chdir, redirect_stdout
from pathlib import Path

DOCUMENT = Path(__file__).parents[2] / "docs" / "training.md"


def run(fence: str, folder: Path) -> str:
    """Run the block behind a fence (`python`, `python trl`) in a folder; gives what it prints."""
    _, _, behind = DOCUMENT.read_text(encoding="utf-8").partition(f"```{fence}\n")
    code = behind.partition("```")[0]
    assert code, fence
    said = io.StringIO()
    with chdir(folder), redirect_stdout(said):
        exec(compile(code, str(DOCUMENT), "exec"), {})
    return said.getvalue()
