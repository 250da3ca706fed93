"""Which choice a letter picks."""

from annotator.model.value import wanting
from annotator.tui import presenting
from annotator.tui.desk import Desk


def reach(desk: Desk, letter: str) -> tuple[int, int] | None:
    """The field and the choice that a letter picks: of the field in focus, else of the next field behind
    it that still wants an answer and knows the letter.
    """
    waiting = wanting(desk.reviewing.codebook, desk.review.values)
    for number in range(desk.focus, len(desk.fields)):
        field = desk.fields[number]
        choices = desk.choices() if number == desk.focus else presenting.choices(field, (), ())
        if number == desk.focus or field in waiting:
            for index, choice in enumerate(choices):
                if choice.key == letter:
                    return number, index
    return None
