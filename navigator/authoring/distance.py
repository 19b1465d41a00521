"""How far a situation is from a condition being YES, or NO: 0 where it is, little where near."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from navigator.content import Library
from navigator.rules import (
    Condition,
    FactRule,
    Length,
    Month,
    QuestionRule,
    Reading,
    Truth,
    Value,
    tree,
)
from navigator.rules.tree import names_in

_FAR = 50.0
_UNKNOWN = 3.0
_WRONG = 1.0
_DEEPEST = 12  # facts that rest on facts


@dataclass(frozen=True, eq=False)
class Ruler:
    """Measures situations against conditions of one library, compiled as they come up."""

    library: Library
    _conditions: dict[str, Condition] = field(default_factory=dict)
    _values: dict[str, Value] = field(default_factory=dict)

    def distance(
        self, condition: tree.Condition, wanted: bool, reading: Reading, depth: int = 0
    ) -> float:
        """Return how far ``condition`` is from being YES (``wanted``) or NO."""
        match condition:
            case tree.Always():
                return 0.0 if wanted else _FAR
            case tree.Negation(part):
                return self.distance(part, not wanted, reading, depth)
            case tree.Every(parts):
                found = [self.distance(part, wanted, reading, depth) for part in parts]
                return sum(found) if wanted else min(found)
            case tree.Some(parts):
                found = [self.distance(part, wanted, reading, depth) for part in parts]
                return min(found) if wanted else sum(found)
        return self._of_test(condition, wanted, reading, depth)

    def _of_test(self, test: tree.Condition, wanted: bool, reading: Reading, depth: int) -> float:
        truth = self._condition(test).decide(reading)
        if truth is (Truth.YES if wanted else Truth.NO):
            return 0.0
        if depth > _DEEPEST:
            return _FAR
        if isinstance(test, tree.Claim):
            rule = self.library.rulebook.definitions.get(test.name)
            if isinstance(rule, FactRule) and rule.when is not None:
                return 0.1 + self.distance(rule.when, wanted, reading, depth + 1)
        apart = _UNKNOWN if truth is Truth.UNKNOWN else _WRONG + self._gap(test, reading)
        return apart + sum(self._unknown(name, reading, depth) for name in sorted(names_in(test)))

    def _unknown(self, name: str, reading: Reading, depth: int) -> float:
        """Return how far ``name`` is from having a value."""
        if name not in self.library.rulebook.kinds or reading.is_known(name) is Truth.YES:
            return 0.0
        rule = self.library.rulebook.definitions[name]
        if depth > _DEEPEST:
            return _FAR
        if isinstance(rule, QuestionRule):
            gate = rule.when or tree.Always()
            return _WRONG + self.distance(gate, True, reading, depth + 1)
        if isinstance(rule, FactRule) and rule.value is not None:
            cases = rule.value if isinstance(rule.value, tuple) else ((None, rule.value),)
            return min(self._case(when, then, reading, depth) for when, then in cases)
        uses = sorted(self.library.rulebook.uses_of(name))
        return _WRONG + sum(self._unknown(use, reading, depth + 1) for use in uses)

    def _case(
        self, when: tree.Condition | None, then: tree.Value, reading: Reading, depth: int
    ) -> float:
        chosen = 0.0 if when is None else self.distance(when, True, reading, depth + 1)
        names = sorted(names_in(then))
        return 0.1 + chosen + sum(self._unknown(name, reading, depth + 1) for name in names)

    def _gap(self, test: tree.Condition, reading: Reading) -> float:
        """Return how far apart the sides of a comparison are, from 0 to 1."""
        if not isinstance(test, tree.Compare | tree.Order):
            return 0.0
        left, right = (
            _as_number(self._value(s).evaluate(reading)) for s in (test.left, test.right)
        )
        if left is None or right is None:
            return 0.0
        apart = abs(left - right)
        return apart / (apart + 30)

    def _condition(self, test: tree.Condition) -> Condition:
        said = str(test)
        if said not in self._conditions:
            self._conditions[said] = self.library.rulebook.condition(test)
        return self._conditions[said]

    def _value(self, value: tree.Value) -> Value:
        said = str(value)
        if said not in self._values:
            self._values[said] = self.library.rulebook.value(value)
        return self._values[said]


def _as_number(value: object) -> float | None:
    match value:
        case date():
            return float(value.toordinal())
        case Month():
            return float(value.first_day.toordinal())
        case Length():
            return float(value.months * 30 + value.days + value.business_days)
        case int() | Fraction():
            return float(value)
    return None
