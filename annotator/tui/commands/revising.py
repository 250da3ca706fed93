"""The commands that change the codebook: where it is read, and where reviewers disagreed over a clause."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from annotator.model.codebook import CODED, Code, Codebook, name_of
from annotator.store import codebooks, people
from annotator.tui.screens.chooser import Chooser, Option, narrowing
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.bench import BenchScreen
    from annotator.tui.screens.code_form import Revised
    from annotator.tui.screens.review import ReviewScreen

    Above = ReviewScreen | BenchScreen


def codebook(screen: "ReviewScreen") -> None:
    """Put up the codebook."""
    from annotator.tui.screens.codebook import CodebookScreen  # noqa: PLC0415  (not needed to start)

    desk = screen.desk
    screen.app.push_screen(CodebookScreen(desk.reviewing, desk.learn_codebook), lambda _: screen.repaint())


def boundary(
    screen: "Above", confused: Sequence[str] = (), learn: Callable[[Codebook], None] | None = None
) -> None:
    """Write a rule that tells two codes of the field in focus apart, with this clause as its example.

    `confused` are codes that were taken for each other, which are offered first; `learn` is told of the new
    codebook beside the desk of the screen.
    """
    desk, field = screen.desk, screen.desk.field
    if not screen.do(lambda: people.require(desk.project, desk.reviewing.reviewer, "codebook")):
        return
    if field.kind not in CODED:
        screen.tell(say("revising.no_boundary", field=name_of(field)))
        return

    def kept(code: Code | None) -> None:
        if code:
            others = [one for one in codes if one != code]
            title = say("revising.which_not", code=name_of(code))
            beside = confused if code.id in confused else ()
            screen.app.push_screen(_codes(title, others, beside), lambda other: write(code, other))

    def write(code: Code, other: Code | None) -> None:
        from annotator.tui.screens.boundary import Boundary  # noqa: PLC0415  (not needed to start)

        if other:
            text = codebooks.in_force(desk.project)[1]
            form = Boundary(text, field, (code, other), desk.clause.text)
            screen.app.push_screen(form, lambda revised: _look(screen, revised, learn))

    first = confused or desk.value
    codes = sorted(field.codes, key=lambda code: code.id not in first)
    screen.app.push_screen(_codes(say("revising.which_kept"), codes, confused), kept)


def _codes(title: str, codes: Sequence[Code], confused: Sequence[str]) -> Chooser[Code]:
    """None of them is under the cursor at first: a key too many must not choose."""
    options = []
    for one in codes:
        sign = [(f"  {say('revising.confused')}", "warn")] if one.id in confused else []
        row = [(f" {name_of(one)}", "strong" if sign else ""), *sign, (f"  {one.definition}", "dim")]
        options.append(Option(row, one))
    return Chooser(
        title, narrowing(options), nothing=say("revising.no_such_code"), unmarked=say("revising.choose_code")
    )


def _look(screen: "Above", revised: "Revised | None", learn: Callable[[Codebook], None] | None) -> None:
    """What the new version changes is looked at before it is put in force."""
    from annotator.flows.revising import in_force  # noqa: PLC0415  (not needed to start)
    from annotator.tui.screens.revision import Revision  # noqa: PLC0415  (not needed to start)

    def used(new: Codebook | None) -> None:
        if new:
            screen.desk.learn_codebook(new)
            if learn:
                learn(new)
            screen.repaint(in_force(screen.desk.project, new))

    if revised:
        screen.app.push_screen(Revision(screen.desk.reviewing, revised), used)
