"""The first start: language, who I am, whether the terminal draws right, what to press."""

from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from annotator import words
from annotator.errors import AnnotatorError
from annotator.model.preferences import WIDTHS
from annotator.model.reviewer import MOST, proper
from annotator.store import preferences
from annotator.tui.display import padded
from annotator.tui.keys import both_words, key_words, keys_of
from annotator.tui.shell import Shell
from annotator.tui.widgets.bar import KeyBar, TitleBar
from annotator.tui.widgets.options import LABEL, Options
from annotator.words import LANGUAGES, say
from annotator.words.plain import plain

SAMPLE = "“”‘’…—·×①Ⅱ℃→■●★§"
BEGINNER = ("accept", "finish", "next_field", "none", "find_unit", "unfinished", "undo", "help", "quit")
PRINTABLE = r"[^\x00-\x1f\x7f-\x9f]*"
COLUMN = 10
LANGUAGE, NAME, WIDTH = range(3)
"""The lines, from above."""


class Answers(NamedTuple):
    """What a person said of themselves."""

    reviewer: str
    language: str


class StartScreen(Screen[None]):
    """Answers with who is at work, once that is stored. Whoever goes by `name` is asked once more if they
    work in a file that was made for `whom`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,shift+tab", "line(-1)", id="start-up", priority=True),
        Binding("down,tab", "line(1)", id="start-down", priority=True),
        Binding("left", "turn(-1)", id="start-left"),
        Binding("right,space", "turn(1)", id="start-right"),
        Binding("enter", "enter", id="start-enter"),
    ]
    AUTO_FOCUS = ""

    def __init__(self, proposed: str, name: str = "", whom: str = "") -> None:
        super().__init__()
        self._name, self._whom, self._asked = name, whom, ""
        self._line = NAME if name else LANGUAGE
        self._width = 0
        self._proposed = proposed
        self._told = False

    def compose(self) -> ComposeResult:
        """Title, the three lines, the ruler, the keys of a beginner."""
        yield TitleBar()
        yield Options(id="language")
        with Horizontal(id="who"):
            yield Static(id="who-label", markup=False)
            yield Input(
                self._proposed, max_length=MOST, restrict=PRINTABLE, compact=True, select_on_focus=False
            )
        yield Static(id="who-about", markup=False)
        yield Options(id="width")
        yield Static(id="ruler", markup=False)
        yield Static(id="start-keys", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask; tell anew when the terminal has answered."""
        if self._line == NAME:
            self.set_focus(self.query_one(Input))
            self.query_one(Input).select_all()
        self.watch(self.shell, "wide", lambda _: self.repaint(), init=False)
        self.repaint()

    @property
    def shell(self) -> Shell[Any]:
        """The application, which knows the terminal."""
        return cast(Shell[Any], self.app)

    def repaint(self, notice: str = "") -> None:
        """Draw everything in the language that is chosen now."""
        title = say("start.title_for", whom=self._whom) if self._whom else say("start.title")
        self.query_one(TitleBar).show("annotator", title)
        language, width = (self.query_one(f"#{name}", Options) for name in ("language", "width"))
        held = LANGUAGES.index(words.language())
        here = self._line
        language.show(say("start.language"), ["1 中文", "2 English"], held, here=here == LANGUAGE)
        options = [say(f"start.width_{name}") for name in WIDTHS]
        width.show(say("start.width"), options, self._width, here=here == WIDTH)
        label = self.query_one("#who-label", Static)
        label.update(Content(f"{'>' if here == NAME else ' '} {say('start.who')}"))
        label.set_class(here == NAME, "-here")
        self.query_one("#who-about", Static).update(Content(f"{' ' * (LABEL + 1)}{self._about()}"))
        self.query_one("#ruler", Static).update(Content(self._ruler()))
        self.query_one("#start-keys", Static).update(Content("\n".join(_keys())))
        enter = "next" if here == LANGUAGE else "begin"
        keys = [
            (say("keys.enter"), say(f"start.{enter}"), "enter"), ("↑↓", say("start.line"), "line(1)"),
            ("←→", say("start.turn"), "turn(1)"), ("^Q", say("commands.quit"), "app.quit"),
        ]  # fmt: skip
        self.query_one(KeyBar).show(keys)
        self.query_one(KeyBar).tell(notice)

    def _about(self) -> str:
        """What is told of the name."""
        if not self._whom:
            return say("start.who_about")
        key = "start.who_other" if self._name else "start.who_for"
        return plain(say(key, whom=self._whom, name=self._name))

    def _ruler(self) -> str:
        margin = " " * (LABEL + 1)
        digits = "".join(str(n % 10) for n in range(1, len(SAMPLE) + 1))
        drawn = say("start.drawn_other") if self.shell.wide else ""
        return f"{margin}{SAMPLE}|  {drawn}\n{margin}{digits}|  {say('start.aligned')}"

    # ------------------------------------------------------------ keys

    def on_key(self, event: events.Key) -> None:
        """Digits choose the language; whatever else is typed begins the name."""
        if self._line != LANGUAGE or not event.character or not event.is_printable or event.key == "space":
            return
        event.stop().prevent_default()
        if event.character in "1１2２":
            self._speak("1１2２".index(event.character) // 2)
            return
        self._go(NAME)
        name = self.query_one(Input)
        name.value = event.character
        name.cursor_position = 1

    def action_line(self, by: int) -> None:
        """The line above or below; what is typed then takes the place of a name proposed."""
        self._go((self._line + by) % 3)
        if self._line == NAME:
            self.query_one(Input).select_all()

    def _go(self, line: int) -> None:
        self._line = line
        self.set_focus(self.query_one(Input) if line == NAME else None)
        self.repaint()

    def action_turn(self, by: int) -> None:
        """Another language, or another width."""
        if self._line == LANGUAGE:
            self._speak((LANGUAGES.index(words.language()) + by) % len(LANGUAGES))
        elif self._line == WIDTH:
            self._draw((self._width + by) % len(WIDTHS))

    def _speak(self, number: int) -> None:
        words.choose(LANGUAGES[number])
        self.repaint()

    def _draw(self, number: int) -> None:
        self._width = number
        self.shell.choose_width(WIDTHS[number])
        self.repaint()

    @on(Input.Submitted)
    def action_enter(self) -> None:
        """From the language to the name; from there on begin."""
        if self._line == LANGUAGE:
            self.action_line(1)
            return
        name = proper(self.query_one(Input).value)
        if not name:
            self._go(NAME)
            self.repaint(say("start.no_name"))
            return
        if self._whom and name not in (self._whom, self._asked):
            self._asked = name
            self._go(NAME)
            self.repaint(say("start.not_for", name=name, whom=self._whom))
            return
        chosen = {"width": WIDTHS[self._width]} if self._width else {}
        # A name that is said for this file alone is not the person's for every file.
        mine = {} if self._name or (self._whom and name != self._whom) else {"reviewer": name}
        try:
            preferences.write({"language": words.language(), **mine, **chosen})
        except AnnotatorError as error:
            if not self._told:
                self._told = True
                self.shell.tell(f"{error}{say('start.once')}")
                return
        self.shell.exit(Answers(name, words.language()))

    # ------------------------------------------------------------ mouse

    @on(Options.Chosen, "#language")
    def language_clicked(self, event: Options.Chosen) -> None:
        """A language was clicked."""
        self._go(LANGUAGE)
        self._speak(event.number)

    @on(Options.Chosen, "#width")
    def width_clicked(self, event: Options.Chosen) -> None:
        """A width was clicked."""
        self._go(WIDTH)
        self._draw(event.number)

    def on_descendant_focus(self) -> None:
        """The name was clicked."""
        if self._line != NAME:
            self._line = NAME
            self.repaint()

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        await self.run_action(event.action)

    def on_paste(self, event: events.Paste) -> None:
        """A name that was copied takes the place of the one proposed; it may carry a line break."""
        event.stop().prevent_default()
        self._go(NAME)
        self.query_one(Input).value = " ".join(event.text.split())[:MOST]


def _keys() -> Iterator[str]:
    yield say("start.keys")
    yield f"  {padded(say('help.letters'), COLUMN)}{say('start.press_letters')}"
    for name in BEGINNER:
        yield f"  {padded(key_words(keys_of(name)[0]), COLUMN)}{say(f'start.press_{name}')}"
        if name == "unfinished":
            yield f"  {padded(both_words('previous', 'next'), COLUMN)}{say('start.press_step')}"
