"""What a release has for other tools: a folder each under `interop`, never packed, because tools read plain
files.
"""

from collections.abc import Sequence
from typing import Any

from annotator.flows.exporting.folder import Folder, Stream
from annotator.model.codebook import Codebook
from annotator.tools.codebook import qdc
from annotator.tools.release.interop import QDC, Tool, readme
from annotator.tools.release.material import Material

FOLDER = "interop"


class Foreign:
    """Writes for each of the tools, and counts."""

    def __init__(self, folder: Folder, tools: Sequence[Tool]) -> None:
        self._folder, self._tools = folder, tools
        self._streams: dict[str, dict[str, Stream]] = {tool.name: {} for tool in tools}
        self._counts: dict[str, dict[str, int]] = {tool.name: {} for tool in tools}

    def add(self, material: Material) -> None:
        """Write the lines of a clause."""
        for tool in self._tools:
            streams, counts = self._streams[tool.name], self._counts[tool.name]
            for path, line in tool.lines(material):
                begun = path in streams
                if not begun:
                    streams[path] = self._folder.stream(f"{FOLDER}/{tool.name}/{path}", records=False)
                    counts[path] = 0
                counts[path] += 1
                if tool.array:
                    streams[path].write((b",\n" if begun else b"[\n") + line)
                else:
                    streams[path].write(line + b"\n")

    def end(self, codebook: Codebook, names: Sequence[str]) -> None:
        """Write what stands beside the lines; `names` are all that were asked for."""
        for tool in self._tools:
            if tool.array:
                for stream in self._streams[tool.name].values():
                    stream.write(b"\n]\n")
            for path, data in tool.around(self._counts[tool.name]):
                self._folder.write(f"{FOLDER}/{tool.name}/{path}", data)
        if QDC in names:
            self._folder.write(f"{FOLDER}/{QDC}/codebook.qdc", qdc(codebook))
        if names:
            self._folder.write(f"{FOLDER}/README.md", readme(names).encode())

    def counted(self) -> dict[str, dict[str, Any]]:
        """By tool: how many lines each file has, and what it could not hold, by reason."""
        return {
            tool.name: {
                "lines": dict(sorted(self._counts[tool.name].items())),
                "dropped": tool.left_out(),
            }
            for tool in self._tools
        }
