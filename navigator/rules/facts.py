"""Facts: conditions and values that have a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from navigator.rules import tree
from navigator.rules.condition import Condition
from navigator.rules.prospects import STUCK, Prospect
from navigator.rules.questions import Valid
from navigator.rules.reading import UNKNOWN, Evaluate, Moment, Reading
from navigator.rules.truth import NOT_APPLICABLE, Truth
from navigator.rules.value import Value, ValueCases


@dataclass(frozen=True)
class FactRule:
    """What a fact means: ``when`` it is YES, or its ``value``, which may stand in cases."""

    when: tree.Condition | None = None
    value: tree.Value | ValueCases | None = None
    valid: Valid | None = None


class FactReader:
    """The rule of a fact's name."""

    def __init__(
        self, meaning: Condition | Value, valid: Valid | None, uses: frozenset[str], deep: bool
    ) -> None:
        self.uses = uses
        self.deep = deep
        self._meaning = meaning
        self._valid = valid

    @cached_property
    def value(self) -> Evaluate:
        """The function that gives the value."""
        meaning, valid = self._meaning, self._valid
        value = meaning.decide if isinstance(meaning, Condition) else meaning.evaluate
        return value if valid is None else _within(valid, value)

    def prospect(self, reading: Reading) -> Prospect:
        """Say what open questions can do to the fact."""
        return self._meaning.prospect(reading)

    def bound(self, reading: Reading) -> Moment | None:
        """Return the earliest its day may be."""
        return None if isinstance(self._meaning, Condition) else self._meaning.best_bound(reading)


def _within(valid: Valid, value: Evaluate) -> Evaluate:
    return lambda reading: value(reading) if valid.holds_on(reading.today) else NOT_APPLICABLE


class BrokenReader:
    """The rule of a name whose definition is at fault: it is never known."""

    uses: frozenset[str] = frozenset()
    deep = False

    def value(self, reading: Reading) -> Truth:
        """Return UNKNOWN."""
        return UNKNOWN

    def prospect(self, reading: Reading) -> Prospect:
        """Say that no answer helps."""
        return STUCK

    def bound(self, reading: Reading) -> None:
        """Return None."""
