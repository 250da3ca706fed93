"""The commands that change the codebook: where it is read, and where reviewers disagreed over a clause."""

from typing import TYPE_CHECKING

from annotator.model.codebook import CODED, Code, Codebook, name_of
from annotator.store import codebooks, people
from annotator.tui.screens.chooser import Chooser, Option, narrowing
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.code_form import Revised
    from annotator.tui.screens.review import ReviewScreen


def codebook(screen: "ReviewScreen") -> None:
    """Put up the codebook."""
    from annotator.tui.screens.codebook import CodebookScreen  # noqa: PLC0415  (not needed to start)

    desk = screen.desk
    screen.app.push_screen(CodebookScreen(desk.reviewing, desk.learn_codebook), lambda _: screen.repaint())


def boundary(screen: "ReviewScreen") -> None:
    """Write a rule that tells two codes of the field in focus apart, with this clause as its example."""
    desk, field = screen.desk, screen.desk.field
    if not screen.do(lambda: people.require(desk.project, desk.reviewing.reviewer, "codebook")):
        return
    if field.kind not in CODED:
        screen.tell(say("revising.no_boundary", field=name_of(field)))
        return

    def kept(code: Code | None) -> None:
        if code:
            others = [one for one in field.codes if one != code]
            title = say("revising.which_not", code=name_of(code))
            screen.app.push_screen(_codes(title, others), lambda other: write(code, other))

    def write(code: Code, other: Code | None) -> None:
        from annotator.tui.screens.boundary import Boundary  # noqa: PLC0415  (not needed to start)

        if other:
            text = codebooks.in_force(desk.project)[1]
            form = Boundary(text, field, (code, other), desk.clause.text)
            screen.app.push_screen(form, lambda revised: _look(screen, revised))

    given = [code for code in field.codes if code.id in desk.value]
    codes = [*given, *(code for code in field.codes if code not in given)]
    screen.app.push_screen(_codes(say("revising.which_kept"), codes), kept)


def _codes(title: str, codes: list[Code]) -> Chooser[Code]:
    return Chooser(
        title,
        narrowing([Option([(f" {name_of(one)}", ""), (f"  {one.definition}", "dim")], one) for one in codes]),
    )


def _look(screen: "ReviewScreen", revised: "Revised | None") -> None:
    """What the new version changes is looked at before it is put in force."""
    from annotator.flows.revising import in_force  # noqa: PLC0415  (not needed to start)
    from annotator.tui.screens.revision import Revision  # noqa: PLC0415  (not needed to start)

    def used(new: Codebook | None) -> None:
        if new:
            screen.desk.learn_codebook(new)
            screen.repaint(in_force(screen.desk.project, new))

    if revised:
        screen.app.push_screen(Revision(screen.desk.reviewing, revised), used)
