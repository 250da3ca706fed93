"""Which files of a release hold which lines, and the shapes of these."""

import json
import re
from collections.abc import Mapping
from typing import Any

from annotator.errors import AnnotatorError
from annotator.flows.releases.finding import Finding
from annotator.flows.releases.folder import Released
from annotator.tools.release.json_schema import shape_of
from annotator.tools.release.shape import Struct

_VIEW = re.compile(r"data/(?P<view>\w+)/(?P<split>\w+?)(-\d{5}-of-\d{5})?\.jsonl(\.gz)?")
_AROUND = re.compile(r"data/(?P<name>\w+)\.jsonl(\.gz)?")


class Contents:
    """`views` has the files of each split of each view, shards in their order; `around` what stands around
    them, by name. `faults` are schemas that are none.
    """

    def __init__(self, released: Released) -> None:
        self.views: dict[str, dict[str, list[str]]] = {}
        self.around: dict[str, str] = {}
        self.faults: list[Finding] = []
        for path in sorted(file.path for file in released.files):
            if found := _VIEW.fullmatch(path):
                self.views.setdefault(found["view"], {}).setdefault(found["split"], []).append(path)
            elif found := _AROUND.fullmatch(path):
                self.around[found["name"]] = path
        self.shapes = {
            name: shape
            for name in (*self.views, *self.around)
            if (shape := self._shape(released, f"schema/{name}.schema.json"))
        }

    @property
    def splits(self) -> list[str]:
        """Every split that some view has."""
        return sorted({split for splits in self.views.values() for split in splits})

    def _shape(self, released: Released, path: str) -> Struct | None:
        try:
            schema: Mapping[str, Any] = json.loads(released.read(path))
            shape = shape_of(schema)
        except AnnotatorError:
            self.faults.append(Finding(path, 0, "releases.file_missing"))
        except (ValueError, LookupError, TypeError, RecursionError):
            self.faults.append(Finding(path, 0, "releases.schema"))
        else:
            known = path.removeprefix("schema/").removesuffix(".schema.json") in self.around
            if isinstance(shape, Struct) and (known or "id" in shape.members):
                return shape
            self.faults.append(Finding(path, 0, "releases.schema"))
        return None
