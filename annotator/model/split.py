"""The parts of a released dataset that a document can belong to."""

from typing import Literal, get_args

Split = Literal["all", "train", "validation", "test", "none"]
"""`all` before anything is divided; `none` is kept out of training and measuring."""
SPLITS: tuple[Split, ...] = get_args(Split)
