"""Commands of rounds: what is assigned, feedback in training, the lead's figures."""

from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError, Refused
from annotator.model.round import Task
from annotator.tui import going
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.assigned import RoundQueue
    from annotator.tui.screens.review import ReviewScreen


def start(screen: "ReviewScreen") -> None:
    """Work through what is assigned; of several rounds, the one chosen."""
    from annotator.tui.assigned import queues  # noqa: PLC0415  (most work without a round)
    from annotator.tui.screens.chooser import Chooser, Option, narrowing  # noqa: PLC0415

    every = queues(screen.desk.project, screen.desk.reviewing.reviewer)
    left = [one for one in every if one.done.left]

    def chosen(queue: "RoundQueue | None") -> None:
        if queue:
            screen.do(lambda: begin(screen, queue), notice=begun(queue))

    if len(left) > 1:
        options = [Option([(f" {one.place}", "")], one) for one in left]
        screen.app.push_screen(Chooser(say("rounds.which"), narrowing(options)), chosen)
    elif left:
        chosen(left[0])
    else:
        screen.do(lambda: _refuse("rounds.all_done" if every else "rounds.none"))


def begin(screen: "ReviewScreen", queue: "RoundQueue") -> None:
    """Go to the first thing to be done of a queue."""
    from annotator.tui.assigned import first_task  # noqa: PLC0415  (most work without a round)

    desk = screen.desk
    task = first_task(desk.project, desk.reviewing.reviewer, queue)
    if task is None or not queue.turn_to(task):
        raise Refused("rounds.all_done")
    going.start(desk, queue)


def begun(queue: "RoundQueue") -> str:
    """What there is to be done, in a line."""
    key = "rounds.begun_gone" if queue.done.gone else "rounds.begun"
    return say(key, title=queue.title, left=queue.done.left, gone=queue.done.gone)


def _refuse(key: str) -> None:
    raise Refused(key)


def onward(screen: "ReviewScreen") -> None:
    """Go on from a clause that was finished; in training, past the feedback on it."""
    desk = screen.desk
    if desk.queue is None or not desk.queue.training:
        going.step(desk, 1)
        return
    from annotator.tui.feedback import passages, title  # noqa: PLC0415  (only in training)
    from annotator.tui.screens.reading import Reading  # noqa: PLC0415

    told = passages(desk)
    here = Task(desk.clause.clause_id, desk.reviewing.pass_no)

    def read(_: None) -> None:
        if desk.queue and desk.queue.tasks(desk.queue.position, 1) == [here]:
            screen.do(lambda: going.step(desk, 1))

    if told:
        screen.app.push_screen(Reading(title(desk), told), read)
    else:
        going.step(desk, 1)


def lead(screen: "ReviewScreen") -> None:
    """Who is how far, and how good; questions to be replied to."""
    from annotator.tui.screens.lead import Lead  # noqa: PLC0415  (the lead alone has it)

    try:
        board = Lead(screen.desk.reviewing)
    except AnnotatorError as error:
        screen.tell(str(error))
        return

    def chosen(clause_id: str | None) -> None:
        if clause_id:
            screen.do(lambda: screen.desk.open_clause(clause_id))
        else:
            screen.repaint()

    screen.app.push_screen(board, chosen)
