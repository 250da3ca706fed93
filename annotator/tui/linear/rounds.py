"""Lines that go to what is assigned."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from annotator.errors import Refused
from annotator.tui import going
from annotator.tui.assigned import RoundQueue, first_task, queues
from annotator.tui.linear.speech import Meant

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk


def start(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Work through what is assigned: the round of that name, the only one, or one of those told."""
    every = queues(talk.desk.project, talk.desk.reviewing.reviewer)
    left = [one for one in every if one.done.left and meant.text in ("", one.title)]
    if not left:
        raise Refused("rounds.all_done" if every else "rounds.none")
    if len(left) == 1:
        _begin(talk, left[0])
    else:
        yield from talk.offer([(one.place, partial(_begin, talk, one)) for one in left])


def _begin(talk: "Talk", queue: RoundQueue) -> None:
    task = first_task(talk.desk.project, talk.desk.reviewing.reviewer, queue)
    if task is None or not queue.turn_to(task):
        raise Refused("rounds.all_done")
    going.start(talk.desk, queue)
