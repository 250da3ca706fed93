"""What the lead asks of a reviewer: the queue of a round, clauses that came back first."""

from annotator.errors import Refused
from annotator.flows.reviewing import Reviewing
from annotator.model.round import Round, Task
from annotator.store import asking, documents, reviews, rounds
from annotator.store.project import Project
from annotator.store.round_figures import Done, done
from annotator.tui.desk import Desk
from annotator.tui.going import unfinished_of
from annotator.tui.keys import key_words, keys_of
from annotator.tui.queue import Queue, packed
from annotator.words import say


class RoundQueue(Queue):
    """The tasks of `round` behind the clauses that came back; those alone where it is None."""

    def __init__(self, project: Project, reviewer: str, round_: Round | None, tasks: list[Task]) -> None:
        title = round_.name if round_ else say("rounds.returned")
        passes = bytes(task.pass_no for task in tasks)
        super().__init__(title, "", None, packed(task.clause_id for task in tasks), passes)
        self.round = round_
        self.area = "round" if round_ else "returned"
        self.training = round_ is not None and round_.kind == "training"
        self.done = Done()
        self.recount(project, reviewer)

    def recount(self, project: Project, reviewer: str) -> None:
        """Count again what is done."""
        self.done = done(project, reviewer, self.tasks())

    @property
    def place(self) -> str:
        """What it is, and how much of it is done."""
        at_hand = self.done.assigned - self.done.gone
        there = at_hand - self.done.left
        key = "rounds.training_queue" if self.training else "rounds.queue"
        return say(key, title=self.title, done=there, count=at_hand)

    def worked(self, before: bool, after: bool) -> None:
        """The task on the desk was finished `before`, or is it `after` what was done."""
        self.done = self.done._replace(finished=self.done.finished + after - before)

    def ended(self, key: str) -> Refused:
        """Where the queue ends: what is left of it."""
        if key == "moving.queue_start":
            return Refused("rounds.start", title=self.title)
        if self.done.left:
            pressed = key_words(keys_of("unfinished")[0])
            return Refused("rounds.left", title=self.title, count=self.done.left, pressed=pressed)
        return Refused("rounds.done", title=self.title)


def queues(project: Project, reviewer: str) -> list[RoundQueue]:
    """What there is to do, oldest round first; what came back stands before everything else, or at the end of
    the round that asks it again first: the first answer would be seen, and the second not independent.
    """
    again = {Task(clause_id) for clause_id in rounds.awaiting_retest(project, reviewer)}
    back = asking.returned(project, reviewer)
    held = [task for task in back if task in again]
    back = [task for task in back if task not in again]
    given: list[tuple[Round | None, list[Task]]] = [*rounds.open_for(project, reviewer)] or [(None, [])]
    found: list[RoundQueue] = []
    for round_, drawn in given:
        first = back if not found else []
        last = [
            task for task in held if any(one.clause_id == task.clause_id for one in drawn if one.pass_no > 1)
        ]
        elsewhere = {*first, *held}
        tasks = [*first, *(task for task in drawn if task not in elsewhere), *last]
        if tasks:
            found.append(RoundQueue(project, reviewer, round_, tasks))
    return found


def first_task(project: Project, reviewer: str, queue: Queue, last: Task | None = None) -> Task | None:
    """Where to begin in a queue: at what came back, else behind the task worked on last, else at the first
    unfinished one; None where everything is done.
    """
    queue.position = -1
    found = unfinished_of(project, reviewer, queue)
    if found and last and not reviews.review(project, found.clause_id, reviewer).returned:
        queue.position = 0
        if queue.turn_to(last):
            found = unfinished_of(project, reviewer, queue)
    queue.position = 0
    return found


def desk_at_work(reviewing: Reviewing, last: Task | None) -> Desk | None:
    """A desk at the first thing to be done; where all is done, at the end of a round that is open still,
    whose title says so; None where there is neither.
    """
    project, me = reviewing.project, reviewing.reviewer
    found = queues(project, me)
    for queue in found:
        task = first_task(project, me, queue, last) if queue.done.left else None
        if task and (desk := _desk_at(reviewing, queue, task)):
            return desk
    return _desk_at(reviewing, found[-1], found[-1].tasks()[-1]) if found and found[-1].round else None


def _desk_at(reviewing: Reviewing, queue: RoundQueue, task: Task) -> Desk | None:
    """A desk at a task of a queue; None where its clause is gone."""
    place = documents.find_clause(reviewing.project, task.clause_id)
    document = documents.document(reviewing.project, place[0]) if place else None
    if place is None or document is None:
        return None
    return Desk(reviewing, document, place[1], queue=queue, pass_no=task.pass_no)


def holding(desk: Desk, task: Task) -> Queue | None:
    """The queue that has a task: the one on, else that of a round; None where none has."""
    if desk.queue and desk.queue.turn_to(task):
        return desk.queue
    found = queues(desk.project, desk.reviewing.reviewer)
    return next((queue for queue in found if queue.turn_to(task)), None)
