"""`python -m tests.sample`: makes the released sample in `exports/sample` again."""

import tempfile
from pathlib import Path

from tests.sample.making import OUT, make

with tempfile.TemporaryDirectory() as folder:
    manifest = make(OUT, Path(folder) / "sample.db")
print(f"{OUT}: {sum(file.bytes for file in manifest.files):,} bytes, {len(manifest.files)} files")
