"""Commands that use labels again: those of the clause before, or this clause's for many others."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotator.errors import Refused
from annotator.model.value import detached
from annotator.tui.keys import key_words, keys_of, mode_words, row_words
from annotator.tui.screens.chooser import Chooser, Option
from annotator.tui.spreading import Spread, answers, apply, spreads
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def repeat(screen: "ReviewScreen") -> None:
    """Answer what is open as on the clause worked on before."""
    screen.do(screen.desk.repeat, notice=say("bulk.repeated"))


def spread(screen: "ReviewScreen") -> None:
    """Give labels of this clause to a section, a range, a search result."""
    found = answers(screen.desk)
    if len(found) > 1:
        options = [Option([(f" {words}", "")], given) for words, given in found]

        def chosen(given: Mapping[str, Any] | None) -> None:
            if given:
                _where(screen, given)

        screen.app.push_screen(Chooser(say("bulk.which"), _narrowing(options)), chosen)
    elif found:
        _where(screen, found[0][1])
    else:
        screen.do(_nothing)


def _nothing() -> None:
    raise Refused("bulk.nothing", pressed=row_words("spread"))


def _where(screen: "ReviewScreen", given: Mapping[str, Any]) -> None:
    desk, free = screen.desk, detached(screen.desk.fields, given)

    def find(typed: str) -> list[Option[Spread]]:
        return [Option(_row(one), one) for one in spreads(desk, free, typed)]

    def chosen(one: Spread | None) -> None:
        if one and one.changes:
            done: list[tuple[int, int]] = []
            if screen.do(lambda: done.append(apply(desk, one.scope.clause_ids, free, over=one.over))):
                (count, drafts), pressed = done[0], key_words(keys_of("undo")[0])
                key = "done" if not drafts else "done_drafts" if drafts < count else "done_all_drafts"
                screen.tell(say(f"bulk.{key}", count=count, drafts=drafts, pressed=pressed))

    words = next(words for words, value in answers(desk) if value == given)
    screen.app.push_screen(
        Chooser(say("bulk.where", answer=words), find, keys=say("bulk.keys", **mode_words("list"))), chosen
    )


def _row(one: Spread) -> list[tuple[str, str]]:
    key = "bulk.over" if one.over else "bulk.open" if one.changes else "bulk.none"
    about = say(key, count=one.changes, all=len(one.scope.clause_ids))
    return [(f" {one.scope.name}  ", "" if one.changes else "dim"), (about, "warn" if one.over else "good")]


def _narrowing(options: Sequence[Option[Any]]) -> Any:
    return lambda typed: [option for option in options if typed.strip() in option.row[0][0]]
