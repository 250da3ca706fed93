"""What takes a while to find is looked for beside the screens; the clause stays in sight meanwhile."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from annotator.store.project import Project
from annotator.tui.reader import Reader, Stopped
from annotator.tui.widgets.bar import KeyBar, TitleBar
from annotator.words import say


class Looking(ModalScreen[None]):
    """Asks `find` of the project at a path; `told` is called with what it answers, or an AnnotatorError.
    Escape gives it up, and nothing is told then.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", id="leave-looking")]
    AUTO_FOCUS = None

    def __init__(self, path: Path, find: Callable[[Project], Any], told: Callable[[Any], None]) -> None:
        super().__init__()
        self._path, self._find, self._told = path, find, told

    def compose(self) -> ComposeResult:
        """That it looks; the key that ends it."""
        yield TitleBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin to look."""
        self.query_one(TitleBar).show(say("moving.looking"), "")
        self.query_one(KeyBar).show([("Esc", say("moving.stop_looking"), "dismiss")])
        self._reader = Reader(self, self._path)
        self._reader.ask(self._look, self._learn)

    def on_unmount(self) -> None:
        """Nobody wants to know any more."""
        self._reader.close()

    def _look(self, project: Project, _: Stopped) -> Iterator[Any]:
        yield self._find(project)

    def _learn(self, answer: Any) -> None:
        self.dismiss()
        self._told(answer)

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        """The key of the bar was clicked."""
        await self.run_action(event.action)
