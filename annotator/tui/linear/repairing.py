"""Lines that tell what stands behind the clause, and have its repairs otherwise."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from annotator.errors import Refused
from annotator.flows.cutting import Decision
from annotator.model import telling
from annotator.model.edit import Edit
from annotator.tui.linear.speech import Meant
from annotator.tui.repairs import Repairs
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk


def repair(talk: "Talk", _: Meant) -> Iterator[str]:
    """What came, and its repairs, each with its number: said, it accepts that one or takes it back."""
    repairs = Repairs(talk.desk)
    yield say("repairing.came_line", text=repairs.came.text.replace("\n", " "))
    if not repairs.edits:
        yield say("views.no_repairs")
        return
    if not repairs.may:
        yield say("repairing.ask_owner", owners=repairs.owners)
    ways = []
    for edit in repairs.edits:
        does = say("repairing.key_take_back" if edit.state == "applied" else "repairing.key_accept")
        state = say(f"repairing.said_{edit.state}")
        what, rule = telling.change(edit), telling.rule(edit.rule)
        words = say("repairing.way", does=does, what=what, rule=rule, state=state)
        ways.append((words, partial(_turn, repairs, edit)))
    yield from talk.offer(ways)


def reread(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Have words of the clause read otherwise: `三处＝五处`; said once, it tells what the clause would be."""
    before, sign, after = meant.text.replace("＝", "=").partition("=")
    if not sign:
        raise Refused("repairing.no_equals")
    repairs = Repairs(talk.desk)
    decision = repairs.correcting(before.strip(), after.strip())
    if not talk.confirmed(f"reread {meant.text}"):
        yield say("repairing.would_line", text=repairs.would_read(decision).text.replace("\n", " "))
        yield say("repairing.say_again")
        return
    yield from _decide(repairs, decision)


def _turn(repairs: Repairs, edit: Edit) -> Iterator[str]:
    yield from _decide(repairs, repairs.turning(edit))


def _decide(repairs: Repairs, decision: Decision) -> Iterator[str]:
    what = telling.repairs(decision.said)
    done = repairs.decide(decision)
    yield (
        say("repairing.done_line", what=what) if done else say("repairing.asked_line", owners=repairs.owners)
    )
