"""The codebooks that come with the program, as files beside this module."""

from pathlib import Path

from annotator.errors import AnnotatorError

_HERE = Path(__file__).parent


def names() -> tuple[str, ...]:
    """The names of the shipped codebooks, in alphabetical order."""
    return tuple(sorted(path.stem for path in _HERE.glob("*.toml")))


def shipped(name: str) -> str:
    """The TOML text of a shipped codebook; AnnotatorError where there is none of that name."""
    if name not in names():
        raise AnnotatorError("codebook.not_shipped", name=name, names=", ".join(names()))
    return (_HERE / f"{name}.toml").read_text(encoding="utf-8")
