"""`python -m tests.benchmarks.trace`: a key's label is on the disk before the screen shows it.

Runs the review screen under strace (which must be installed), presses one key, and reads the trace: the
sync of the write-ahead log has to end before the first byte that shows the label. Exit code 1 where not.
"""

import os
import re
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.build import build
from tests.benchmarks.measure import running, wait_for

ANNOTATOR = str(Path(sys.executable).with_name("annotator"))
CHOSEN = "✓数据要素"


def main() -> int:
    """Trace one key press and judge the order."""
    with tempfile.TemporaryDirectory() as folder:
        at, trace = Path(folder), Path(folder) / "trace.txt"
        build(at / "annotator.db", 100)
        calls = "trace=fsync,fdatasync,write,writev,pwrite64"
        command = ["strace", "-f", "-tt", "-y", "-s", "20000", "-e", calls, "-o", str(trace), ANNOTATOR]
        with running(command, at) as (pid, terminal):
            wait_for(terminal, "条款类型")
            drain(terminal, 2)
            os.write(terminal, b"2")
            drain(terminal, 1)
            before = trace.stat().st_size
            os.write(terminal, b"d")
            drain(terminal, 2)
            subprocess.run(["pkill", "-KILL", "-P", str(pid)], check=False)
        lines = trace.read_bytes()[before:].decode("utf-8", "replace").splitlines()
    shown = "".join(f"\\{byte:o}" for byte in CHOSEN.encode())
    order = []
    for line in lines:
        if re.search(r"f(data)?sync\(.*-wal", line):
            order.append(("synced", line.split("(")[0] + "(… annotator.db-wal)"))
        elif shown in line and "/dev/pts" in line:
            order.append(("shown", line.split("(")[0] + f"(… terminal … {CHOSEN} …)"))
    for what, line in order:
        print(f"{what:7} {line}")
    kinds = [what for what, _ in order]
    return 0 if "synced" in kinds and "shown" in kinds and kinds.index("synced") < kinds.index("shown") else 1


def drain(terminal: int, seconds: float) -> None:
    """Read what comes for a while: a terminal that nobody reads stops its program."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            os.read(terminal, 65536)


if __name__ == "__main__":
    sys.exit(main())
