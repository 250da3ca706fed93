"""A computation in a thread beside the one that goes on, for as long as numpy holds no lock."""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


def beside(compute: Callable[[], Result]) -> Callable[[], Result]:
    """Begin to compute; what is returned waits for the result, and raises what the computation raised."""
    results: list[Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(compute())
        except BaseException as error:  # it belongs to whoever asks for the result
            errors.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()

    def result() -> Result:
        thread.join()
        if errors:
            raise errors[0]
        return results[0]

    return result
