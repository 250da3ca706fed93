"""Ctrl+C: when it may stop an import, and when not."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held() -> Iterator[None]:
    """Ctrl+C waits until the block has ended, and is heard then."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = list[int]()
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)
    if heard and callable(before):
        before(heard[0], None)


@contextmanager
def ignored() -> Iterator[None]:
    """A process that begins in the block is deaf to Ctrl+C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)
