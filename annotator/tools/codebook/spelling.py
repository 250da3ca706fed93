"""The ways in which a person may write a code: by id, by name, by an ordinal's number."""

from annotator.model.codebook import Code


def spellings(code: Code, *, numbered: bool) -> set[str]:
    """Every folded spelling of a code; that of an ordinal (`numbered`) may go by its number."""
    written = {code.id, code.zh, code.en}
    if numbered:
        written.add(str(code.value))
    return {folded(one) for one in written if one.strip()}


def folded(written: str) -> str:
    """What of a spelling counts: neither case nor the spaces around it."""
    return written.strip().casefold()
