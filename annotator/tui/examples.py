"""The query language in a dozen examples, each of which is a query itself."""

from annotator.model.codebook import CODED, Codebook, Field, name_of
from annotator.words import language, say

_OWN = ("words", "phrase", "state", "flag", "suggested", "doc", "path", "doubt", "proposed")


def examples(codebook: Codebook) -> list[tuple[str, str]]:
    """(query, what it finds): what every project has, and one for each field of the codebook."""
    own = [(say(f"searching.example_{name}"), say(f"searching.example_{name}_about")) for name in _OWN]
    return [*own[:2], *map(_of_field, filter(_asked, codebook.clause_fields)), *own[2:]]


def _asked(field: Field) -> bool:
    return field.kind == "entity" or (field.kind in CODED and len(field.codes) > 1)


def _of_field(field: Field) -> tuple[str, str]:
    key = field.zh if language() == "zh" else field.id
    if field.kind == "entity":
        return f"{key}:数据局", say("searching.example_unit_about")
    code = field.codes[1]
    value = code.zh if language() == "zh" else code.id
    ordered = field.kind == "ordinal"
    about = say(f"searching.example_{'order' if ordered else 'code'}_about", field=name_of(field))
    return f"{key}{'>=' if ordered else ':'}{value}", about
