"""`python -m tests.pictures`: the pictures and the recording of the README, from the real program.

Each scene starts the program in a pty on the samples, presses keys and draws what the terminal shows. Needs
Pillow and the font Noto Sans Mono CJK SC. `python -m tests.pictures NAME…` makes only those.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

import annotator
from tests.pictures.drawing import picture
from tests.pictures.scenes import RECORDING, SCENES, Scene
from tests.pictures.team import LEAD, team
from tests.terminal import Terminal

OUT = Path(annotator.__file__).parent.parent / "docs" / "pictures"
PAUSE, LAST = 0.9, 4.0
"""Seconds that a picture of the recording stands, and the last one."""


def main(names: list[str]) -> None:
    """Make all, or those named."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, scene in SCENES.items():
        if not names or name in names:
            *_, last = play(scene)
            last.quantize(64, dither=Image.Dither.NONE).save(OUT / f"{name}.png", optimize=True)
            print(name)
    if not names or "recording" in names:
        frames = list(play(RECORDING))
        width, height = frames[0].size
        together = Image.new("RGB", (width, height * len(frames)))
        for number, frame in enumerate(frames):
            together.paste(frame, (0, height * number))
        # With the same colours in all of them only what changes is stored.
        colours = together.quantize(64)
        few = [frame.quantize(palette=colours, dither=Image.Dither.NONE) for frame in frames]
        times = [int(PAUSE * 1000)] * (len(few) - 1) + [int(LAST * 1000)]
        few[0].save(OUT / "recording.gif", save_all=True, append_images=few[1:], duration=times, loop=0)
        print("recording", len(frames))


def play(scene: Scene) -> Iterator[Image.Image]:
    """The pictures of a scene: when it is ready, and after each of its steps."""
    with tempfile.TemporaryDirectory() as folder:
        settings = {
            "ANNOTATOR_REVIEWER": "王芳",
            "ANNOTATOR_CONFIG": str(Path(folder) / "none"),
            **scene.environment,
        }
        if scene.team:
            team(Path(folder) / "annotator.db")
            settings["ANNOTATOR_REVIEWER"] = LEAD
        command = [sys.executable, "-m", "annotator", *(() if scene.team else scene.command)]
        with Terminal(command, cwd=Path(folder), size=scene.size, environment=settings) as terminal:
            terminal.wait_for(scene.ready)
            terminal.read(quiet=0.7, longest=2)
            yield picture(terminal.screen)
            for step in scene.steps:
                terminal.press(*step.split(" "))
                terminal.read(quiet=0.5, longest=2)
                yield picture(terminal.screen)


if __name__ == "__main__":
    main(sys.argv[1:])
