"""A query as conditions in SQL on a row `s` of `piece`; whatever was typed is bound, never written in."""

import json
from collections.abc import Collection, Iterable, Sequence

from annotator.model.codebook import Codebook, Field
from annotator.model.hold import Hold
from annotator.model.rejection import EVERYWHERE, event_field
from annotator.model.review import ClauseState
from annotator.model.value import State
from annotator.store.rejections import REJECTED
from annotator.store.repeats import repeated
from annotator.store.reviews import FINISHED, RETURNED
from annotator.store.suggestions import BEST_FIRST
from annotator.store.wording import stands
from annotator.tools.query.value import (
    Answer,
    Condition,
    Decided,
    Differs,
    Doubt,
    Flagged,
    InState,
    Proposed,
    Query,
    Remark,
    Repaired,
    Repeated,
    Returned,
    Suggested,
    Text,
)

_MINE = "layer = 'review' AND pass_no = 1"
_DECIDED = (
    "EXISTS (SELECT 1 FROM present WHERE subject = s.clause_id AND layer = 'gold' "
    "AND owner = '' AND pass_no = 1 AND kind = 'decision' AND value != 'null')"
)


class Conditions:
    """Makes conditions; `values` are those of their numbered gaps, for the whole of a statement.

    A condition about labels holds where it holds for one of `reviewers`, from whom `hold` keeps suggestions;
    of the fields `rejected` they have rejected some. What is said of clauses that wait for `retests` is what
    is said of them in the second pass.
    """

    def __init__(
        self,
        codebook: Codebook,
        reviewers: Sequence[str],
        hold: Hold,
        rejected: Collection[str],
        retests: Sequence[str] = (),
    ) -> None:
        self.values: list[object] = []
        self._hold, self._rejected = hold, rejected
        self._codebook = codebook
        self._reviewers = reviewers
        self._retests = json.dumps(retests) if retests else ""
        self._owner = self.bound(reviewers[0]) if len(reviewers) == 1 else "who.value"

    def bound(self, value: object) -> str:
        """A gap with that value."""
        self.values.append(value)
        return f"?{len(self.values)}"

    def all_of(self, query: Query) -> str:
        """Every term of a query that asks about a clause itself, not about where it stands."""
        found = [
            f"NOT coalesce({sql}, 0)" if term.negated else sql
            for term in query.terms
            if (sql := self._one(term.condition))
        ]
        return " AND ".join(found) or "1"

    def subjects(self, query: Query) -> str:
        """A statement for clauses among which all hits are: those of which the reviewers said what one term
        asks for. Empty where no term needs anything said. What is said seldom goes first.
        """
        wanted = [term.condition for term in query.terms if not term.negated]
        for kind in (Flagged, Remark, InState, Answer, Differs):
            for condition in wanted:
                if isinstance(condition, kind) and (event := self._event(condition)):
                    owned = f"owner IN ({self._list(self._reviewers)})"
                    return (
                        f"SELECT DISTINCT subject FROM present WHERE {self._either} AND {owned} AND {event}"
                    )
        return ""

    def _event(self, condition: Condition) -> str:
        """The event without which a condition cannot hold; empty where it can hold without any."""
        kind, wanted = "label", ""
        match condition:
            case Flagged():
                kind, wanted = "flag", "value = 'true'"
            case Remark(kind):
                wanted = "1"
            case InState(states) if not {"untouched", "draft"} & set(states):
                kind, wanted = "submit", f"value IN ({self._list(map(json.dumps, states))})"
            case InState(("draft",)):
                return "kind = 'label'"  # and no value, so that an index tells it all
            case Answer(field, states=states) if not {"unset", "n/a"} & set(states):
                wanted = f"field = {self.bound(field)} AND {self._holds(condition, 'present.value')}"
            case Differs(fields):
                wanted = f"field IN ({self._list(fields)})"
        return f"kind = '{kind}' AND value != 'null' AND {wanted}" if wanted else ""

    def _one(self, condition: Condition) -> str:
        match condition:
            case Text(words):
                return stands(words, self.bound)
            case Doubt(comparison, limit):
                return f"s.doubt {comparison} {self.bound(limit)}"
            case Proposed() | Repaired() | Decided() | Repeated():
                return self._there(condition)
        said = self._said(condition)
        if not said or len(self._reviewers) == 1:
            return said
        everyone = self.bound(json.dumps(self._reviewers))
        return f"EXISTS (SELECT 1 FROM json_each({everyone}) AS who WHERE {said})"

    def _there(self, condition: Proposed | Repaired | Decided | Repeated) -> str:
        """A condition about what there is of a clause, whoever asks."""
        if isinstance(condition, (Decided, Repeated)):
            return _DECIDED if isinstance(condition, Decided) else repeated("s")
        waits = isinstance(condition, Proposed)
        which = f"state = {self.bound('proposed')}" if waits else f"rule != {self.bound('line_break')}"
        return f"EXISTS (SELECT 1 FROM edit WHERE piece_no = s.piece_no AND {which})"

    def _said(self, condition: Condition) -> str:
        """A condition about what one reviewer said; empty for any other."""
        match condition:
            case Flagged() | Returned():
                flagged = f"{self._present('flag')} = 'true'"
                return (
                    flagged
                    if isinstance(condition, Flagged)
                    else RETURNED.format(clause="s.clause_id", reviewer=self._owner)
                )
            case Remark(kind, parts):
                text = "folded(json_extract(value, '$'))"
                inside = " OR ".join(f"instr({text}, {self.bound(part)})" for part in parts) or "1"
                # Whatever field it is about: a reason for an answer is a note on its field.
                return (
                    f"EXISTS (SELECT 1 FROM present WHERE subject = s.clause_id AND {self._mine()} "
                    f"AND owner = {self._owner} AND kind = '{kind}' AND value != 'null' AND ({inside}))"
                )
            case InState(states):
                return self._in_state(states)
            case Answer(field_id):
                field = self._codebook.field(field_id)
                return self._answer(condition, field) if field else "0"
            case Differs() | Suggested():
                found = (
                    self._differs(condition) if isinstance(condition, Differs) else self._suggested(condition)
                )
                held = f"held(s.clause_id, {self._owner}, {self._list(self._hold)})"
                return f"(NOT {held} AND ({found}))"
        return ""

    @property
    def _either(self) -> str:
        """Those passes in which what counts may have been said."""
        return "layer = 'review' AND pass_no IN (1, 2)" if self._retests else _MINE

    def _mine(self) -> str:
        """The pass that counts for the clause."""
        if not self._retests:
            return _MINE
        again = f"s.clause_id IN (SELECT value FROM json_each({self.bound(self._retests)}))"
        return f"layer = 'review' AND pass_no = 1 + ({again})"

    def _present(self, kind: str, field: str = "", mine: str = "") -> str:
        """The value that stands for a reviewer, NULL where nothing was ever said."""
        return (
            f"(SELECT value FROM present WHERE subject = s.clause_id AND {mine or self._mine()} "
            f"AND owner = {self._owner} "
            f"AND kind = '{kind}' AND field = {self.bound(field)})"
        )

    def _in_state(self, states: Sequence[ClauseState]) -> str:
        submit = f"coalesce({self._present('submit', mine=_MINE)}, 'null')"
        found = [f"{submit} = '\"{state}\"'" for state in states if state in ("submitted", "skipped")]
        unfinished = [state for state in states if state in ("untouched", "draft")]
        if unfinished:
            labelled = (
                f"EXISTS (SELECT 1 FROM present WHERE subject = s.clause_id AND {_MINE} "
                f"AND owner = {self._owner} AND kind = 'label' AND value != 'null')"
            )
            either = {"draft": labelled, "untouched": f"NOT {labelled}"}
            which = either[unfinished[0]] if len(unfinished) == 1 else "1"
            finished = FINISHED.format(clause="s.clause_id", reviewer=self._owner, pass_no=1)
            found.append(f"(NOT {finished} AND {which})")
        return f"({' OR '.join(found)})"

    def _answer(self, wanted: Answer, field: Field) -> str:
        value, applies = f"coalesce({self._present('label', field.id)}, 'null')", self._applies(field)
        open_states: dict[State, str] = {
            "n/a": f"NOT {applies}",
            "unset": f"({applies} AND {value} = 'null')",
        }
        found = [open_states[state] for state in wanted.states if state in open_states]
        if wanted.items or {"none", "set"} & set(wanted.states):
            found.append(f"({applies} AND {value} != 'null' AND {self._holds(wanted, value)})")
        return f"({' OR '.join(found)})"

    def _applies(self, field: Field) -> str:
        """As `annotator.model.value.applies`."""
        rules = ["1"]
        for other, allowed in field.applies_to:
            value = self._present("label", other)
            fits = " OR ".join(self._code(code, value) for code in allowed)
            rules.append(f"(coalesce(json_array_length({value}), 0) = 0 OR {fits})")
        return f"({' AND '.join(rules)})"

    def _holds(self, wanted: Answer, value: str) -> str:
        """Whether a value that is there is none, is something, or has one of the items."""
        found = [
            f"{value} {'=' if s == 'none' else '!='} '[]'" for s in wanted.states if s in ("none", "set")
        ]
        for item, role in wanted.items:
            if wanted.kind == "code":
                found.append(self._code(item, value))
            elif wanted.kind == "unit":
                found.append(self._unit(item, role, value))
            else:
                found.append(self._written(item, value))
        return f"({' OR '.join(found)})"

    def _code(self, code: str, value: str) -> str:
        """A code, or one nested in it."""
        inside = f"substr(item.value, 1, {len(code) + 1}) = {self.bound(code + '.')}"
        return (
            f"EXISTS (SELECT 1 FROM json_each({value}) AS item "
            f"WHERE item.value = {self.bound(code)} OR {inside})"
        )

    def _unit(self, name: str, role: str, value: str) -> str:
        # A value of an older codebook may be of another shape.
        part = self.bound(name)
        named = " OR ".join(
            f"instr(folded(json_extract(item.value, '$.{key}')), {part})" for key in ("name", "surface")
        )
        known = f"folded(json_extract(item.value, '$.org_id')) = {part}"
        right = f"json_extract(item.value, '$.role') = {self.bound(role)}" if role else "1"
        holds = f"CASE item.type WHEN 'object' THEN ({named} OR {known}) AND {right} END"
        return f"EXISTS (SELECT 1 FROM json_each({value}) AS item WHERE {holds})"

    def _written(self, part: str, value: str) -> str:
        """Words in a text, a date, or any part of a span."""
        return (
            f"EXISTS (SELECT 1 FROM json_tree({value}) AS item "
            f"WHERE item.key NOT IN ('start', 'end') AND instr(folded(item.atom), {self.bound(part)}))"
        )

    def _differs(self, wanted: Differs) -> str:
        found = []
        for field in wanted.fields:
            value, some = self._left(field)
            best = (
                f"SELECT {value} FROM suggestion WHERE subject = s.clause_id "
                f"AND field = {self.bound(field)} AND {some} ORDER BY {BEST_FIRST} LIMIT 1"
            )
            found.append(f"differing({self._present('label', field)}, ({best}))")
        return " OR ".join(found)

    def _suggested(self, wanted: Suggested) -> str:
        found = [f"(field = {self.bound(field)} AND {self._left(field)[1]})" for field in wanted.fields]
        found += [
            f"(field = {self.bound(field)} AND {self._code(code, self._left(field)[0])})"
            for field, code in wanted.codes
        ]
        found += [
            f"(field = {self.bound(f)} AND {self._unit(name, role, self._left(f)[0])})"
            for f, name, role in wanted.units
        ]
        return f"EXISTS (SELECT 1 FROM suggestion WHERE subject = s.clause_id AND ({' OR '.join(found)}))"

    def _left(self, field: str) -> tuple[str, str]:
        """What a row of `suggestion` suggests to the reviewer, without what they have rejected there; and
        whether the row still suggests anything by that.
        """
        if field not in self._rejected:
            return "suggestion.value", "1"
        prefix = self.bound(event_field(field, ""))
        document = "SELECT doc_id FROM cutting CROSS JOIN source USING (source_sha256)"
        items = (
            f"SELECT json_group_array(substr(field, {len(field) + 2})) FROM present WHERE {REJECTED} "
            f"AND owner = {self._owner} AND substr(field, 1, {len(field) + 1}) = {prefix} AND subject IN "
            f"({self.bound(EVERYWHERE)}, s.clause_id, ({document} WHERE cutting_no = s.cutting_no))"
        )
        value = f"remaining(suggestion.value, ({items}))"
        return value, f"(suggestion.value = '[]' OR {value} != '[]')"

    def _list(self, values: Iterable[object]) -> str:
        return ", ".join(map(self.bound, values))
