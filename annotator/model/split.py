"""The parts of a released dataset that a document can belong to, and how they are drawn."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, Self, get_args

Split = Literal["all", "train", "validation", "test", "none"]
"""`all` before anything is divided; `none` is kept out of training and measuring."""
SPLITS: tuple[Split, ...] = get_args(Split)
PARTS: tuple[Split, ...] = ("train", "validation", "test")
"""The splits that a document can be given."""

Part = str | int
"""What a document is given: a split, or the number of a fold."""
By = Literal["document", "issuer", "round"]
BYS: tuple[By, ...] = get_args(By)
"""What stays together beside reprints: nothing, documents of one issuer, documents of one round."""


class Place(NamedTuple):
    """Where a clause is in a release; `apart` is the reason why it is in `none`, else empty."""

    split: Split = "all"
    fold: int | None = None
    apart: str = ""


class Scheme(NamedTuple):
    """`train`, `validation` and `test` are to each other as these numbers; with `folds` there are so many
    parts alike instead. `seed` decides between what is equally good.
    """

    train: int = 80
    validation: int = 10
    test: int = 10
    folds: int = 0
    by: By = "document"
    seed: int = 0

    @classmethod
    def said(cls, value: Mapping[str, Any]) -> Self:
        """The scheme that an event's value says; what a later version may add to it is left aside."""
        by: By = next((one for one in BYS if one == value["by"]), "document")
        return cls(**{name: value[name] for name in cls._fields if name != "by"}, by=by)

    @property
    def shares(self) -> dict[Part, float]:
        """What each part is to have, all together 1."""
        if self.folds:
            return dict.fromkeys(range(self.folds), 1 / self.folds)
        numbers: dict[Part, int] = {"train": self.train, "validation": self.validation, "test": self.test}
        total = sum(numbers.values())
        return {part: number / total for part, number in numbers.items() if number}

    def knows(self, part: object) -> bool:
        """Whether a document can have that part under this scheme."""
        if self.folds:
            return type(part) is int and 0 <= part < self.folds
        return part in PARTS

    @property
    def told(self) -> str:
        """The numbers as people write them."""
        return str(self.folds) if self.folds else f"{self.train}/{self.validation}/{self.test}"
