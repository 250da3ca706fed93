"""What somebody asks of training, validation and test."""

from typing import NamedTuple

from annotator.errors import AnnotatorError, Refused
from annotator.model.split import By, Scheme
from annotator.model.telling import drawn, told


class Wanted(NamedTuple):
    """What somebody asks of the division: `shares` of train, validation and test, or `folds`; without either
    what is stored, if anything is. `off`: none this time. What is stored changes with `anew` alone.
    """

    shares: tuple[int, int, int] | None = None
    folds: int = 0
    by: By | None = None
    seed: int | None = None
    anew: bool = False
    off: bool = False

    @property
    def asks(self) -> bool:
        """Whether it asks for anything."""
        return self != Wanted() and not self.off

    def scheme(self, known: Scheme | None) -> Scheme | None:
        """How the parts are to be drawn, where `known` is how they were: None for no division.

        Raises AnnotatorError where that is not said, Refused where it would change what stands.
        """
        if known is None and self.shares is None and not self.folds:
            if self.asks:
                raise AnnotatorError("splits.say_how")
            return None
        new = known or Scheme()
        if self.folds:
            new = new._replace(train=0, validation=0, test=0, folds=self.folds)
        elif self.shares:
            train, validation, test = self.shares
            new = new._replace(train=train, validation=validation, test=test, folds=0)
        new = new._replace(by=self.by or new.by, seed=new.seed if self.seed is None else self.seed)
        if known and new != known and not self.anew:
            raise Refused("splits.stands", drawn=told(*drawn(known)))
        return new
