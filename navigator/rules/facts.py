"""Facts: conditions and values that have a name."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.rules import tree
from navigator.rules.condition import Condition
from navigator.rules.prospects import EXCLUDED, STUCK, Prospect
from navigator.rules.questions import Valid
from navigator.rules.reading import UNKNOWN, Found, Moment, Reading
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
        self._evaluate = meaning.decide if isinstance(meaning, Condition) else meaning.evaluate
        self._meaning = meaning
        self._valid = valid or Valid()

    def value(self, reading: Reading) -> Found:
        """Return the fact's value, NOT_APPLICABLE outside its ``valid`` days."""
        if not self._valid.holds_on(reading.today):
            return NOT_APPLICABLE
        return self._evaluate(reading)

    def prospect(self, reading: Reading) -> Prospect:
        """Say what open questions can do to the fact."""
        if not self._valid.holds_on(reading.today):
            return EXCLUDED
        return self._meaning.prospect(reading)

    def bound(self, reading: Reading) -> Moment | None:
        """Return the earliest its day may be."""
        return None if isinstance(self._meaning, Condition) else self._meaning.best_bound(reading)


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
