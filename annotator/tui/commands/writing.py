"""Commands that open an editor."""

from typing import TYPE_CHECKING

from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def note(screen: "ReviewScreen") -> None:
    """Write a note."""
    screen.write(say("review.note_title"), screen.desk.review.note, screen.desk.note)


def question(screen: "ReviewScreen") -> None:
    """Write a question to the lead."""
    screen.write(say("review.question_title"), screen.desk.review.question, screen.desk.ask)
