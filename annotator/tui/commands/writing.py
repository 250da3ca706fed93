"""Commands that open an editor. What is written is kept as a draft until it is said."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from textual.app import App

from annotator.errors import AnnotatorError
from annotator.store import documents, drafts, former
from annotator.store.drafts import Place
from annotator.tui.desk import Desk
from annotator.tui.presenting import names_of
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


class Writable(Protocol):
    """A screen from which one writes."""

    @property
    def desk(self) -> Desk:
        """What lies before the writer."""

    @property
    def app(self) -> App[Any]:
        """Where the editor is put up."""

    def do(self, *acts: Callable[[], object]) -> bool:
        """Do one thing after the other, and say why where that cannot be done."""

    def tell(self, notice: str) -> None:
        """Say something."""


def note(screen: "ReviewScreen") -> None:
    """Write a note."""
    desk = screen.desk
    write(screen, say("review.note_title"), _place(screen, "note"), desk.review.note, desk.note)


def reason(screen: "ReviewScreen") -> None:
    """Write why the field in focus was answered so."""
    desk, field = screen.desk, screen.desk.field.id
    title = say("review.reason_title", field=names_of([desk.field]))
    before = desk.review.reasons.get(field, "")
    write(screen, title, _place(screen, "note", field), before, lambda text: desk.note(text, field))


def question(screen: "ReviewScreen") -> None:
    """Write a question to the lead."""
    desk = screen.desk
    write(screen, say("review.question_title"), _place(screen, "question"), desk.review.question, desk.ask)


def answer(screen: "ReviewScreen") -> None:
    """Write the answer to a field of text or date."""
    desk = screen.desk
    write(
        screen,
        names_of([desk.field]),
        _place(screen, "label", desk.field.id),
        "".join(desk.value),
        desk.answer,
    )


def write(screen: Writable, title: str, place: Place, text: str, store: Callable[[str], None]) -> None:
    """Open an editor on a text, or on what a run that was killed had made of it, or with what was left
    unsaid on a clause that was cut meanwhile; store what is left there. Where neither it nor a draft of it
    can be stored, the editor stays, until the text is stored or emptied.
    """
    from annotator.tui.screens.writing import Writing  # noqa: PLC0415  (a text editor is slow to load)

    desk = screen.desk
    before = drafts.kept(desk.project, place)
    unsaid = former.draft(desk.project, desk.document, desk.clause, place) if before is None else None
    if unsaid:
        before = "\n".join(filter(None, (text, drafts.kept(desk.project, unsaid))))

    def keep(written: str) -> None:
        with suppress(AnnotatorError):  # the next pause tries again, and leaving says what is wrong
            drafts.keep(desk.project, place, written)

    def stored(written: str | None) -> None:
        written = written or ""
        acts = [partial(drafts.drop, desk.project, one) for one in (place, unsaid) if one]
        if written.strip() != text:
            acts.insert(0, partial(store, written))
        if not screen.do(*acts):
            keep(written)
            if written.strip() not in ("", text) and drafts.kept(desk.project, place) != written:
                screen.app.push_screen(Writing(title, written, keep, say("review.text_unsaved")), stored)
            elif documents.find_clause(desk.project, place.subject) is None:
                screen.tell(say("review.text_kept"))

    found = "review.draft_former" if unsaid else "review.draft_found"
    notice = say(found) if before is not None and before != text else ""
    screen.app.push_screen(Writing(title, text if before is None else before, keep, notice), stored)


def _place(screen: "ReviewScreen", kind: str, field: str = "") -> Place:
    return Place(screen.desk.reviewing.reviewer, screen.desk.clause.clause_id, kind, field)
