"""Licences by their SPDX names: those that data are given under, and what a dataset card calls them."""

import re

from annotator.errors import AnnotatorError
from annotator.words import say

_BY = ("CC-BY", "CC-BY-SA", "CC-BY-NC", "CC-BY-ND", "CC-BY-NC-SA", "CC-BY-NC-ND")
KNOWN = (
    "CC0-1.0",
    *(f"{name}-{version}" for version in ("4.0", "3.0") for name in _BY),
    "PDDL-1.0", "ODC-By-1.0", "ODbL-1.0", "CDLA-Permissive-1.0", "CDLA-Permissive-2.0", "CDLA-Sharing-1.0",
    "MulanPSL-2.0", "MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "GPL-3.0-only", "AGPL-3.0-only",
    "LGPL-3.0-only", "EUPL-1.2", "etalab-2.0", "OGL-UK-3.0", "Unlicense",
)  # fmt: skip
NONE = "none"
"""That there is no licence, or none that the publisher could give."""
_OWN = re.compile(r"LicenseRef-[A-Za-z0-9.-]+")
_CARD = {
    "pddl-1.0": "pddl", "odc-by-1.0": "odc-by", "odbl-1.0": "odbl", "gpl-3.0-only": "gpl-3.0",
    "agpl-3.0-only": "agpl-3.0", "lgpl-3.0-only": "lgpl-3.0",
}  # fmt: skip
_NOT_IN_CARDS = {"mulanpsl-2.0", "ogl-uk-3.0"}


def spelled(name: str) -> str:
    """A licence as SPDX writes it, in whatever case it was given; empty for none given. Raises AnnotatorError
    for an unknown one.
    """
    if not name.strip():
        return ""
    for known in KNOWN:
        if known.casefold() == name.strip().casefold():
            return known
    if _OWN.fullmatch(name.strip()):
        return name.strip()
    raise AnnotatorError("publishing.bad_licence", name=name, names=say("review.comma").join(KNOWN[:8]))


def card_licence(labels: str, texts: str | None) -> dict[str, str]:
    """What the head of a card says: the licence of the labels and, where there are texts (None: there are
    none), that of these. Readers know one name; where one does not say it, it is told in the card.
    """
    if not labels and not texts:
        return {"license": "unknown"}
    name = labels.casefold()
    if texts in (labels, None) and name not in _NOT_IN_CARDS and not _OWN.fullmatch(labels):
        return {"license": _CARD.get(name, name)}
    told = {"labels": labels, "texts": texts}
    parts = [f"{what}-{one.casefold() or 'unknown'}" for what, one in told.items() if one is not None]
    return {"license": "other", "license_name": "-".join(parts), "license_link": "README.md"}
