"""What of people is told in a release: names or pseudonyms, times as fine as wanted, remarks, personal data.

It lies over what is read, before anything is made of it, so that no view, table or count can tell more.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal, get_args

from annotator.model.decision import Decision
from annotator.model.document import Clause, Document
from annotator.model.ids import canonical as as_text
from annotator.model.review import Return, Suggestion
from annotator.model.standing import Account, Standing
from annotator.model.value import Value
from annotator.tools.release.address import is_public
from annotator.tools.release.ground import Ground
from annotator.tools.release.masking import MaskedGround, Masking
from annotator.tools.release.personal import Found, personal
from annotator.tools.release.pseudonyms import Pseudonyms

Times = Literal["ms", "day", "none"]
TIMES: tuple[Times, ...] = get_args(Times)
_DAY = 86_400_000


def coarsened(at: int | None, times: Times) -> int | None:
    """A time (UTC milliseconds) as fine as is told: itself, the beginning of its day in UTC, or none."""
    if at is None or times == "none":
        return None
    return at // _DAY * _DAY if times == "day" else at


class Veil:
    """Takes from what is read what is not to be told. `pseudonyms`: who is meant in place of names; times as
    fine as `times`, and no seconds spent beside coarse ones, because people are known by their speed; `notes`
    says whether remarks are kept; `masking` covers personal data. `written` are the fields whose values
    people write. Where no `texts` are told nothing in them is covered, so that their hashes are those of the
    texts that somebody has.
    """

    def __init__(
        self,
        pseudonyms: Pseudonyms | None = None,
        times: Times = "ms",
        *,
        notes: bool = True,
        masking: Masking | None = None,
        written: Collection[str] = (),
        texts: bool = True,
    ) -> None:
        self._written, self._texts = written, texts
        self._pseudonyms, self._times, self._notes, self._masking = pseudonyms, times, notes, masking
        self._open = pseudonyms is None and times == "ms" and notes and masking is None
        self._ground: MaskedGround | None = None

    def ground(self, ground: Ground) -> Ground:
        """What the clauses of a document stand on: of this document is all that comes next."""
        self._ground = None
        if self._masking and self._texts:
            self._ground = self._masking.ground(ground)
        return self._ground or ground

    def document(self, document: Document) -> Document:
        """Its title and the name of its file."""
        doc_id = document.doc_id
        title = document.title
        if self._masking:
            title = self._masking.words(title, doc_id, "title")
        file_name = self.words(document.file_name, doc_id, "source_name")
        return document._replace(title=title, file_name=file_name)

    def words(self, words: str, identity: str = "", part: str = "") -> str:
        """Any words that tell of people or documents, such as a query or a document's metadata."""
        words = self._pseudonyms.within(words) if self._pseudonyms else words
        return self._masking.words(words, identity, part) if self._masking else words

    def metadata(self, doc_id: str, metadata: Mapping[str, Any]) -> dict[str, str]:
        """What is known of a document. An address that leads into an office is for nobody outside of it."""
        told: dict[str, str] = {}
        for name, value in metadata.items():
            # Metadata is text; whatever else a file gave is kept as JSON.
            words = value if isinstance(value, str) else as_text(value)
            if self._masking is None:
                told[name] = words
            elif name != "address":
                told[name] = self._masking.words(words, doc_id, f"metadata.{name}")
            elif is_public(words):
                told[name] = words
            else:
                self._masking.note(doc_id, "metadata.address", Found(0, len(words), "address"), words)
        return told

    def day(self, at: int) -> int:
        """The time of the release itself, which is told to the day at least."""
        return at if self._times == "ms" else at // _DAY * _DAY

    @property
    def masked(self) -> dict[str, int]:
        """How much was covered so far, by kind."""
        return dict(sorted(self._masking.counts.items())) if self._masking else {}

    def named(self, words: str) -> list[str]:
        """What a text that has to stay as it is tells of people: those who are named, and personal data."""
        people = self._pseudonyms.named(words) if self._pseudonyms else []
        return people + [words[one.start : one.end] for one in personal(words)]

    def name(self, reviewer: str) -> str:
        """What a reviewer is called."""
        return self._pseudonyms.of(reviewer) if self._pseudonyms else reviewer

    def clause(self, clause: Clause) -> Clause:
        """Its words."""
        return self._ground.clause(clause) if self._ground else clause

    def standing(self, standing: Standing) -> Standing:
        """What was said, by whom and when; in the order of the names that are told."""
        if self._open:
            return standing
        accounts = {self.name(name): self._account(one) for name, one in standing.accounts.items()}
        return Standing(dict(sorted(accounts.items())), self._values(standing.gold), standing.discarded)

    def _account(self, account: Account) -> Account:
        review, told = account.review, self._remark
        review = review._replace(
            values=self._values(review.values),
            evidence={field: self._items(places) for field, places in review.evidence.items()},
            question=told(review.question),
            note=told(review.note),
            reply=told(review.reply),
            returned=review.returned and self._return(review.returned),
            reasons={field: told(reason) for field, reason in review.reasons.items()} if self._notes else {},
        )
        return replace(
            account,
            review=review,
            submitted_at=coarsened(account.submitted_at, self._times),
            seconds=account.seconds if self._times == "ms" else None,
        )

    def _return(self, one: Return) -> Return:
        at = coarsened(one.at, self._times) or 0
        return one._replace(reason=self._remark(one.reason), by=self.name(one.by), at=at)

    def _values(self, values: Mapping[str, Value]) -> dict[str, Value]:
        return {
            field: value and ([*map(self.words, value)] if field in self._written else self._items(value))
            for field, value in values.items()
        }

    def _items(self, items: Sequence[Any]) -> Sequence[Any]:
        return self._ground.items(items) if self._ground else items

    def _remark(self, words: str) -> str:
        return self.words(words) if self._notes else ""

    def decisions(self, decisions: Mapping[str, Decision]) -> dict[str, Decision]:
        """Who decided, when, from whose answers and why."""
        if self._open:
            return dict(decisions)
        return {field: self._decision(one) for field, one in decisions.items()}

    def _decision(self, one: Decision) -> Decision:
        return one._replace(
            by=self.name(one.by),
            sources=tuple(sorted(map(self.name, one.sources)) if self._pseudonyms else one.sources),
            at=coarsened(one.at, self._times) or 0,
            reason=self._remark(one.reason),
            seen={},
        )

    def suggestion(self, one: Suggestion) -> Suggestion:
        """What was suggested, and from where."""
        if self._open:
            return one
        return one._replace(value=tuple(self._items(one.value)), source=self.words(one.source))
