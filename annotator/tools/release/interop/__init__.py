"""A release in the formats of other tools. A new one is a module with a `Tool`, and a line here."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from annotator.model.codebook import Codebook
from annotator.tools.release.answering import Answers
from annotator.tools.release.interop.conll import Conll
from annotator.tools.release.interop.doccano import Doccano
from annotator.tools.release.interop.fasttext import FastText
from annotator.tools.release.interop.label_studio import LabelStudio
from annotator.tools.release.interop.llamafactory import LlamaFactory
from annotator.tools.release.interop.prodigy import Prodigy
from annotator.tools.release.interop.spacy import Spacy
from annotator.tools.release.interop.tool import Tool
from annotator.tools.release.prompting import Prompt
from annotator.tools.release.verdict import Status
from annotator.tools.release.views.view import Chosen
from annotator.words import both

__all__ = ["NAMES", "QDC", "Tool", "readme", "tools"]


class _Given(NamedTuple):
    """What tools are made from."""

    codebook: Codebook
    prompt: Prompt
    chosen: Chosen


_MADE: dict[str, Callable[[_Given], Tool]] = {
    "doccano": lambda given: Doccano(given.codebook, given.chosen),
    "label_studio": lambda given: LabelStudio(given.codebook),
    "prodigy": lambda given: Prodigy(given.codebook, given.chosen),
    "conll": lambda given: Conll(given.codebook, given.chosen),
    "spacy": lambda given: Spacy(given.codebook, given.chosen),
    "fasttext": lambda given: FastText(given.codebook, given.chosen),
    "llamafactory": lambda given: LlamaFactory(given.prompt, Answers(given.codebook), given.chosen),
}
QDC = "qdc"
"""The codebook alone, for programs of qualitative research."""
NAMES = (*_MADE, QDC)


def tools(
    codebook: Codebook, prompt: Prompt, names: Sequence[str], statuses: Sequence[Status] = ()
) -> list[Tool]:
    """Those of the given names that take labels. `statuses` are as for views."""
    given = _Given(codebook, prompt, Chosen(statuses))
    return [make(given) for name, make in _MADE.items() if name in names]


def readme(names: Sequence[str]) -> str:
    """How each of the named tools is given its files."""
    parts = ["# {} · {}".format(*both("interop.title")), *both("interop.about")]
    for name in NAMES:
        if name in names:
            parts += [f"## {name}", *both(f"interop.load_{name}")]
    return "\n\n".join(parts) + "\n"
