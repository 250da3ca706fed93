"""The command that keeps something from being suggested again."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotator.errors import Refused
from annotator.model.codebook import name_of
from annotator.model.rejection import Scope
from annotator.model.units import choices, same_unit
from annotator.tui.presenting import span_choices, unit_words, value_words
from annotator.tui.screens.chooser import Chooser, Option
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.desk import Desk
    from annotator.tui.screens.review import ReviewScreen

_SCOPES: tuple[Scope, ...] = ("clause", "document", "project")


def reject(screen: "ReviewScreen") -> None:
    """Suggest the item under the cursor no more, else the only one, else one to be chosen."""
    desk = screen.desk
    items = [under] if (under := _under_cursor(desk)) is not None else list(desk.hint)
    if not items:
        screen.do(_nothing)
    elif len(items) == 1:
        _where(screen, items[0])
    else:
        options = [Option([(f" {_words(desk, item)}", "")], item) for item in items]

        def chosen(item: Any) -> None:
            if item is not None:
                _where(screen, item)

        title = say("suggesting.which", field=name_of(desk.field))
        screen.app.push_screen(Chooser(title, _narrowing(options)), chosen)


def _nothing() -> None:
    raise Refused("suggesting.nothing_here")


def _where(screen: "ReviewScreen", item: Any) -> None:
    desk, words = screen.desk, _words(screen.desk, item)
    options = [Option([(f" {say(f'suggesting.only_{scope}')}", "")], scope) for scope in _SCOPES]

    def chosen(scope: Scope | None) -> None:
        if scope:
            where = say(f"suggesting.only_{scope}")
            notice = say("suggesting.gone", item=words, where=where)
            screen.do(lambda: desk.reject(_name(item), scope), notice=notice)

    screen.app.push_screen(Chooser(say("suggesting.where", item=words), _narrowing(options)), chosen)


def _under_cursor(desk: "Desk") -> Any:
    field, cursor, hint = desk.field, desk.cursor, list(desk.hint)
    if cursor < 0:
        return None
    if field.kind == "entity":
        unit = choices(desk.value, hint)[cursor]
        return next((one for one in hint if same_unit(one) == same_unit(unit)), None)
    if field.kind == "span":
        span = span_choices(desk.value, hint)[cursor]
        return next((one for one in hint if one["start"] == span["start"]), None)
    code = field.codes[cursor].id if cursor < len(field.codes) else None
    return code if code in hint else None


def _name(item: Any) -> str:
    """By what an item is known to the log: the words of a unit or a span, else its name; a code's id."""
    return str(item["surface"] or item["name"]) if isinstance(item, Mapping) else str(item)


def _words(desk: "Desk", item: Any) -> str:
    return unit_words(item) if desk.field.kind == "entity" else value_words(desk.field, [item])


def _narrowing(options: Sequence[Option[Any]]) -> Callable[[str], list[Option[Any]]]:
    return lambda typed: [option for option in options if typed.strip() in option.row[0][0]]
