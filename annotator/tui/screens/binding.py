"""The keys of a mode as Textual binds them."""

from textual.binding import Binding, BindingType

from annotator.tui.modes import MODES, bound


def bindings(mode: str) -> list[BindingType]:
    """Every key of a mode, each with the name by which the user's key file changes it."""
    return [
        Binding(bound(f"{mode}.{name}", key.keys), key.action, id=f"{mode}.{name}", priority=key.priority)
        for name, key in MODES[mode].keys.items()
    ]
