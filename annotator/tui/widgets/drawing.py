"""What the widgets that draw line by line have in common."""

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Drawing(Widget):
    """Draws with `render_line`. `ground` is the widget's own style: Textual works it out anew for
    every line, which takes longer than the drawing; here it is asked for once a paint.
    """

    ground = Style.null()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint a part of the widget."""
        self.ground = self.rich_style
        return super().render_lines(crop)
