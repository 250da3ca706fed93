"""Commands that use labels again: those of the clause before, or this clause's for many others."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from annotator.errors import Refused
from annotator.model.value import detached
from annotator.tui import repeating
from annotator.tui.keys import key_words, keys_of, row_words
from annotator.tui.screens.chooser import Chooser, Option, narrowing
from annotator.tui.screens.where import Where
from annotator.tui.spreading import MANY, Spread, answers, apply
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def repeat(screen: "ReviewScreen") -> None:
    """Answer what is open as on the clause worked on before."""
    screen.do(lambda: repeating.repeat(screen.desk), notice=say("bulk.repeated"))


def spread(screen: "ReviewScreen") -> None:
    """Give labels of this clause to a section, a range, a search result."""
    found = answers(screen.desk)
    if len(found) > 1:
        options = [Option([(f" {words}", "")], given) for words, given in found]

        def chosen(given: Mapping[str, Any] | None) -> None:
            if given:
                _where(screen, given)

        screen.app.push_screen(Chooser(say("bulk.which"), narrowing(options)), chosen)
    elif found:
        _where(screen, found[0][1])
    else:
        screen.do(_nothing)


def _nothing() -> None:
    raise Refused("bulk.nothing", pressed=row_words("spread"))


def _where(screen: "ReviewScreen", given: Mapping[str, Any]) -> None:
    desk, free = screen.desk, detached(screen.desk.fields, given)

    def chosen(one: Spread | None) -> None:
        if one and one.changes > MANY:  # what it does is to be seen before it is done
            screen.tell(say("bulk.working", count=one.changes))
            screen.call_after_refresh(act, one)
        elif one and one.changes:
            act(one)

    def act(one: Spread) -> None:
        done: list[tuple[int, int]] = []
        if screen.do(lambda: done.append(apply(desk, one.scope.clause_ids, free, over=one.over))):
            (count, drafts), pressed = done[0], key_words(keys_of("undo")[0])
            key = "done" if not drafts else "done_drafts" if drafts < count else "done_all_drafts"
            screen.tell(say(f"bulk.{key}", count=count, drafts=drafts, pressed=pressed))

    words = next(words for words, value in answers(desk) if value == given)
    screen.app.push_screen(Where(desk, free, say("bulk.where", answer=words)), chosen)
