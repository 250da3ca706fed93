"""Frictionless: the data package with its hashes, types and keys."""

import hashlib
import json
from pathlib import Path

import frictionless

from tests.consumers import reading
from tests.consumers.checking import Check, Fault


def valid(releases: Path) -> str:
    """Validate the package of the whole release."""
    report = frictionless.validate(str(releases / "whole" / "datapackage.json"))
    wrong = report.flatten(["name", "rowNumber", "fieldName", "type", "note"])
    assert not wrong, wrong[:3]
    assert report.valid
    return f"{report.stats['tasks']} resources valid"


def resealed(release: Path) -> None:
    """Put the hashes and sizes of the package right, so that only the content is at fault."""
    place = release / "datapackage.json"
    package = json.loads(place.read_bytes())
    for resource in package["resources"]:
        data = (release / resource["path"]).read_bytes()
        resource["bytes"], resource["hash"] = len(data), f"sha256:{hashlib.sha256(data).hexdigest()}"
    place.write_text(json.dumps(package), encoding="utf-8")


def other_bytes(releases: Path) -> None:
    """Change one figure of a file."""
    path = next(reading.every_file(releases / "whole"))
    path.write_bytes(path.read_bytes().replace(b'"seq":0', b'"seq":9', 1))


def no_id(releases: Path) -> None:
    """Take the id of a record away."""
    reading.put(releases / "whole", "canonical", "id", None)
    resealed(releases / "whole")


def same_id(releases: Path) -> None:
    """Give two records one id."""
    first = reading.view(releases / "whole", "canonical")[0]["id"]
    reading.put(releases / "whole", "canonical", "id", first, line=1)
    resealed(releases / "whole")


CHECKS = (
    Check(
        "frictionless", frictionless.__version__, "datapackage.json", valid,
        (
            Fault("other bytes than the hash says", other_bytes, "hash"),
            Fault("a record without id", no_id, "constraint|primary-key"),
            Fault("an id twice", same_id, "primary-key"),
        ),
    ),
)  # fmt: skip
