"""The application: opens the project and puts up the first screen."""

import gc
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from textual.screen import Screen

from annotator.errors import AnnotatorError
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.preferences import USUAL, Look
from annotator.store.project import Project
from annotator.tui import keys
from annotator.tui.resuming import resume
from annotator.tui.screens.review import ReviewScreen
from annotator.tui.shell import Shell

WAIT = 0.25
"""Seconds that a key waits for another process before it says that nothing was stored."""


class AnnotatorApp(Shell[None]):
    """The screens on one project for one reviewer."""

    def __init__(
        self,
        project: Project,
        codebook: Codebook,
        reviewer: str,
        look: Look = USUAL,
        notices: Sequence[AnnotatorError] = (),
        *,
        own_keys: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__(look, notices)
        keys.in_force.clear()
        keys.in_force.update(own_keys)
        self.project = project
        self.reviewing = Reviewing(project, codebook, reviewer)

    def get_default_screen(self) -> Screen[Any]:
        """The clause where the reviewer left off; without a clause, the list of documents."""
        if desk := resume(self.reviewing):
            return ReviewScreen(desk)
        from annotator.tui.screens.library import LibraryScreen  # noqa: PLC0415  (not needed to start)

        return LibraryScreen(self.reviewing)

    def on_mount(self) -> None:
        """Collect no garbage until the first screen stands."""
        if keys.in_force:
            from annotator.tui.modes import bound  # noqa: PLC0415  (few people have keys of their own)

            self.set_keymap({name: bound(name, pressed) for name, pressed in keys.in_force.items()})
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """The first screen stands. Collect garbage from now on, but not among what was loaded to start: all
        of that stays.
        """
        gc.freeze()
        gc.enable()
