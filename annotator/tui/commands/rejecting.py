"""The command that keeps something from being suggested again."""

from typing import TYPE_CHECKING, Any

from annotator.model.codebook import name_of
from annotator.model.rejection import Scope
from annotator.tui.rejecting import SCOPES, name, rejectable, words
from annotator.tui.screens.chooser import Chooser, Option, narrowing
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def reject(screen: "ReviewScreen") -> None:
    """Suggest the item under the cursor no more, else the only one, else one to be chosen."""
    desk, items = screen.desk, list[Any]()
    if not screen.do(lambda: items.extend(rejectable(desk))):
        return
    if len(items) == 1:
        _where(screen, items[0])
        return
    options = [Option([(f" {words(desk, item)}", "")], item) for item in items]

    def chosen(item: Any) -> None:
        if item is not None:
            _where(screen, item)

    title = say("suggesting.which", field=name_of(desk.field))
    screen.app.push_screen(Chooser(title, narrowing(options)), chosen)


def _where(screen: "ReviewScreen", item: Any) -> None:
    desk, told = screen.desk, words(screen.desk, item)
    options = [Option([(f" {say(f'suggesting.only_{scope}')}", "")], scope) for scope in SCOPES]

    def chosen(scope: Scope | None) -> None:
        if scope:
            where = say(f"suggesting.only_{scope}")
            notice = say("suggesting.gone", item=told, where=where)
            screen.do(lambda: desk.reject(name(item), scope), notice=notice)

    screen.app.push_screen(Chooser(say("suggesting.where", item=told), narrowing(options)), chosen)
