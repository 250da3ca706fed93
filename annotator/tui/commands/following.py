"""Following a way to a clause: at once where it is found at once, else while a notice says so."""

from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError
from annotator.model.round import Task
from annotator.store.project import TookLong
from annotator.tui.going import Way

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen

AT_ONCE = 0.05
"""Seconds for which a key press may look."""


def follow(screen: "ReviewScreen", way: Way, notice: str = "") -> None:
    """Go there; what is not found at once is looked for beside, and Escape gives it up."""
    project, late = screen.desk.project, False

    def go() -> None:
        nonlocal late
        try:
            with project.within(AT_ONCE):
                found = way.find(project)
        except TookLong:
            late = True
        else:
            way.arrive(found)

    def told(answer: Task | AnnotatorError | None) -> None:
        if isinstance(answer, AnnotatorError):
            screen.repaint(str(answer))
        else:
            screen.do(lambda: way.arrive(answer), notice=notice)

    screen.do(go, notice=notice)
    if late:
        from annotator.tui.screens.looking import Looking  # noqa: PLC0415  (not needed to start)

        screen.tell("")
        screen.app.push_screen(Looking(project.path, way.find, told))
