"""Mouse and clipboard of the terminal."""

from typing import Any

from textual.app import App

MOST_COPIED = 74_994
"""Bytes that terminals take for their clipboard: 100,000 of the base64 that carries them."""


def copy(app: App[Any], text: str) -> bool:
    """Give a harmless text to the terminal's clipboard; False, and nothing done, where it is too long."""
    if len(text.encode()) > MOST_COPIED:
        return False
    app.copy_to_clipboard(text)
    return True


def turn_mouse(app: App[Any]) -> bool:
    """Give the mouse to the terminal, to select text with, or take it back; whether the app has it then.

    Textual has no public way. Its drivers for terminals have these methods, which heed `_mouse`, as they do
    when the program comes back from a stop; a driver without a mouse has none.
    """
    driver: Any = app._driver
    if driver._mouse:
        getattr(driver, "_disable_mouse_support", int)()
        driver._mouse = False
    else:
        driver._mouse = True
        getattr(driver, "_enable_mouse_support", int)()
        if getattr(driver, "_mouse_pixels", False):
            driver._enable_mouse_pixels()
    return bool(driver._mouse)
