"""Values that the codebook in force can express.

Labels outlive codebooks: a code may have gone, a field may have become one of another kind. What no
longer fits is left out of an export and counted, never written under a wrong name. Organisations that the
project added are written as what they have become.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from annotator.model.addition import GONE, Addition, followed_all
from annotator.model.codebook import CODED, Field
from annotator.model.cutting import ROLES
from annotator.model.place import PLACE
from annotator.model.review import Review, Suggestion
from annotator.model.standing import Account, Standing
from annotator.model.value import EVIDENCED, Value, holds
from annotator.tools.release.remembered import MOST

_NONE: Mapping[str, Addition] = MappingProxyType({})
_ONE = ("single", "ordinal", "date", "text")
_UNIT = {"org_id", "name", "role", "stated", *PLACE}
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


class Fitting:
    """Keeps what fits the fields of a codebook; `left_out` counts the rest by reason, `followed` the units
    of labels whose organisation was merged into another, or dropped.
    """

    def __init__(self, fields: Sequence[Field], additions: Mapping[str, Addition] = _NONE) -> None:
        self._additions = additions
        self.followed: Counter[str] = Counter()
        self._fields = {field.id: field for field in fields}
        self._codes = {field.id: {code.id for code in field.codes} for field in fields}
        self.left_out: Counter[str] = Counter()
        self._whole: dict[int, Review] = {}

    def standing(self, standing: Standing) -> Standing:
        """The same without the values that do not fit."""
        accounts = {name: self._account(account) for name, account in standing.accounts.items()}
        return Standing(accounts, self.values(standing.gold), standing.discarded)

    def _account(self, account: Account) -> Account:
        fitted = self._review(account.review)
        return account if fitted is account.review else replace(account, review=fitted)

    def suggestions(self, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Those that fit."""
        return [
            one._replace(value=tuple(self._read(one.field, one.value) or ()))
            for one in found
            if self._fits(one.field, one.value)
        ]

    def _review(self, review: Review) -> Review:
        """The same review where all of it fits, so that whoever comes next knows it again."""
        if self._whole.get(id(review)) is review:
            return review
        fitted = self._fitted(review)
        if fitted.values != review.values or fitted.evidence != review.evidence:
            return fitted
        if len(self._whole) == MOST:
            self._whole.clear()
        self._whole[id(review)] = review
        return review

    def _fitted(self, review: Review) -> Review:
        pointed = {
            name: places
            for name, places in review.evidence.items()
            if name in self._fields and self._fields[name].kind in EVIDENCED
        }
        if lost := len(review.evidence) - len(pointed):
            self.left_out["evidence_without_field"] += lost
        return review._replace(values=self.values(review.values), evidence=pointed)

    def values(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """The values of a clause that fit."""
        fitting = {name: value for name, value in values.items() if self._fits(name, value or ())}
        for name, value in fitting.items():
            if self._fields[name].kind == "entity":
                states = (self._additions.get(unit["org_id"] or "") for unit in value or ())
                self.followed.update(one.state for one in states if one and one.state in GONE)
        return {name: self._read(name, value) for name, value in fitting.items()}

    def _read(self, name: str, value: Value) -> Value:
        entity = self._fields[name].kind == "entity"
        return followed_all(value, self._additions) if entity and value else value

    def _fits(self, name: str, value: Sequence[Any]) -> bool:
        field = self._fields.get(name)
        if field is None:
            self.left_out["field_not_in_codebook"] += 1
            return False
        if (len(value) > 1 and field.kind in _ONE) or not all(
            self._expressible(field, item) for item in value
        ):
            self.left_out["value_not_in_codebook"] += 1
            return False
        return True

    def _expressible(self, field: Field, item: Any) -> bool:
        if field.kind == "entity":
            return isinstance(item, dict) and item.keys() >= _UNIT and item["role"] in ROLES
        if field.kind == "span":
            return isinstance(item, dict) and item.keys() >= set(PLACE) and self._told(field, item)
        if field.kind in CODED:
            return isinstance(item, str) and item in self._codes[field.id]
        return isinstance(item, str) and (field.kind == "text" or _DATE.fullmatch(item) is not None)

    def _told(self, field: Field, item: Mapping[str, Any]) -> bool:
        """Whether the attributes of a span can be told."""
        told = [(one, item.get(one.id)) for one in field.attributes]
        return all(holds(one, value) for one, value in told) and all(
            _DATE.fullmatch(value) for one, value in told if one.kind == "date" and value is not None
        )
