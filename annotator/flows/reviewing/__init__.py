"""A reviewer at work: what each key does to the data.

Every method is one act: checked against the codebook, recorded in one transaction, on the disk when
it returns. The screens work through this alone; files of labels have a flow of their own.
"""

from annotator.flows.reviewing.carrying import Carrying
from annotator.flows.reviewing.rejecting import Rejecting
from annotator.flows.reviewing.remarking import Remarking
from annotator.flows.reviewing.spreading import Spreading
from annotator.model.ids import sha256

__all__ = ["Reviewing", "fingerprint"]


def fingerprint(text: str) -> str:
    """What an event keeps of the text that its reviewer saw: 16 hex of its SHA-256."""
    return sha256(text)[:16]


class Reviewing(Spreading, Carrying, Remarking, Rejecting):
    """One reviewer's work in an open project under the codebook in force."""
