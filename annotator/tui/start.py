"""The first start as an application of its own: who is at work is known before a project is opened."""

from collections.abc import Sequence
from typing import Any

from textual.screen import Screen

from annotator.errors import AnnotatorError
from annotator.model.preferences import Look
from annotator.tui.screens.start import Answers, StartScreen
from annotator.tui.shell import Shell


class StartApp(Shell[Answers]):
    """Asks once; leaves without an answer where the person does."""

    STYLES = ("annotator.tcss", "screens/start.tcss")

    def __init__(
        self,
        proposed: str,
        look: Look,
        notices: Sequence[AnnotatorError] = (),
        *,
        name: str = "",
        whom: str = "",
    ) -> None:
        super().__init__(look, notices)
        self._asked = proposed, name, whom

    def get_default_screen(self) -> Screen[Any]:
        """The only screen."""
        return StartScreen(*self._asked)
