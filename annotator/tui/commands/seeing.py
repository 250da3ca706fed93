"""Commands that show more of a clause, or show it otherwise."""

from typing import TYPE_CHECKING

from annotator.tui import pointer
from annotator.tui.explaining import explanation
from annotator.tui.keys import key_words, keys_of
from annotator.tui.presenting import explained
from annotator.tui.screens.review import DEFINING
from annotator.tui.shell import Shell
from annotator.tui.views import following
from annotator.tui.widgets.clause_view import ClauseView
from annotator.tui.widgets.paragraphs import Paragraphs
from annotator.words import say
from annotator.words.plain import plain_lines

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def view(screen: "ReviewScreen") -> None:
    """The next view of the clause; it stays on while one moves."""
    screen.sight.view = following(screen.sight.view)
    screen.repaint(say("views.turned", view=say(f"views.{screen.sight.view}")))


def definition(screen: "ReviewScreen") -> None:
    """Unfold the meaning of the code under the cursor, or fold it; it stays as it is while one moves."""
    if not screen.query(".definition"):
        # In the place of the list where the window is narrow, under the choices where it is wide.
        screen.query_one("#body").mount(Paragraphs(classes="definition beside"), before="#work")
        screen.query_one("#work").mount(Paragraphs(classes="definition under"))
    screen.toggle_class(DEFINING)
    screen.repaint()


def explain(screen: "ReviewScreen") -> None:
    """Tell in the unfolded window what is explained now."""
    desk = screen.desk
    code = explained(desk.field, desk.cursor, desk.last_code)
    told = explanation(desk.fields, desk.focus, code, screen.scene.marked)
    for window in screen.query(".definition").results(Paragraphs):
        if window.passages != told:
            window.show(told)


def scroll(screen: "ReviewScreen", by: int) -> None:
    """Scroll the unfolded window as far as it goes, then a clause that is longer than its place."""
    windows = [one for one in screen.query(".definition").results(Paragraphs) if one.display]
    for text in [*windows, screen.query_one(ClauseView)]:
        if text.max_scroll_y and 0 <= text.scroll_offset.y + by // abs(by) <= text.max_scroll_y:
            text.scroll_relative(y=by, animate=False, force=True)
            return


def history(screen: "ReviewScreen") -> None:
    """What happened to the clause, and how long it took."""
    from annotator.tui import history as told  # noqa: PLC0415  (not needed to start)
    from annotator.tui.screens.reading import Reading  # noqa: PLC0415

    desk = screen.desk
    title = say("history.title", number=desk.clause.ord + 1, time=told.spent(desk))
    screen.app.push_screen(Reading(title, told.passages(desk)))


def progress(screen: "ReviewScreen") -> None:
    """What is done, and how fast."""
    from annotator.tui.screens.progress import Progress  # noqa: PLC0415  (not needed to start)

    screen.app.push_screen(Progress(screen.desk.reviewing))


def copy(screen: "ReviewScreen") -> None:
    """Give the clause, in the view in use, to the terminal's clipboard."""
    text = plain_lines(screen.sight.copied(screen.desk))
    key = "views.copied" if pointer.copy(screen.app, text) else "views.too_long"
    screen.tell(say(key, count=len(text), mouse=key_words(keys_of("mouse")[0])))


def theme(screen: "ReviewScreen") -> None:
    """Turn to the next look, now and for later starts."""
    shell = screen.app
    assert isinstance(shell, Shell)
    shell.action_theme()


def mouse(screen: "ReviewScreen") -> None:
    """Let the terminal select text with the mouse, or the program be clicked again."""
    key = "views.mouse_here" if pointer.turn_mouse(screen.app) else "views.mouse_terminal"
    screen.tell(say(key, pressed=key_words(keys_of("mouse")[0])))
