"""Lines that keep something from being suggested again."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from annotator.model.codebook import name_of
from annotator.model.rejection import Scope
from annotator.tui.linear.speech import Meant
from annotator.tui.rejecting import SCOPES, name, rejectable, words
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk


def reject(talk: "Talk", _: Meant) -> Iterator[str]:
    """Ask which suggestion of the field in focus, where there are several, and where."""
    desk = talk.desk
    items = rejectable(desk)
    if len(items) == 1:
        yield from _where(talk, items[0])
    else:
        yield say("suggesting.which", field=name_of(desk.field))
        yield from talk.offer([(words(desk, item), partial(_where, talk, item)) for item in items])


def _where(talk: "Talk", item: Any) -> Iterator[str]:
    yield say("suggesting.where", item=words(talk.desk, item))
    scopes = [(say(f"suggesting.only_{scope}"), partial(_reject, talk, item, scope)) for scope in SCOPES]
    yield from talk.offer(scopes)


def _reject(talk: "Talk", item: Any, scope: Scope) -> Iterator[str]:
    told = words(talk.desk, item)
    talk.desk.reject(name(item), scope)
    yield say("linear.rejected", item=told, where=say(f"suggesting.only_{scope}"))
