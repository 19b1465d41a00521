"""Cases: several values of which the first whose condition holds is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from navigator.rules.condition import Condition
from navigator.rules.prospects import CERTAIN, cases_of, settlers
from navigator.rules.reading import NO, UNKNOWN, YES, Reading
from navigator.rules.truth import NOT_APPLICABLE, Absent, Truth

T = TypeVar("T")


@dataclass(frozen=True)
class Cases(Generic[T]):
    """(``when``, ``then``) in the order they are tried; a ``when`` of None is ``otherwise``."""

    cases: tuple[tuple[Condition | None, T], ...]

    @classmethod
    def of(cls, only: T) -> Cases[T]:
        """Return the single case that always holds."""
        return cls(((None, only),))

    def every(self) -> tuple[T, ...]:
        """Return what any case gives, in order."""
        return tuple(then for _, then in self.cases)

    def choose(self, reading: Reading) -> T | Truth | Absent:
        """Return the first case that holds.

        UNKNOWN if one before it may still hold, NOT_APPLICABLE if none is left.
        """
        for when, then in self.cases:
            verdict = YES if when is None else when.decide(reading)
            if verdict is YES:
                return then
            if verdict is UNKNOWN:
                return UNKNOWN
        return NOT_APPLICABLE

    def open(self, reading: Reading) -> tuple[T, ...]:
        """Return the cases that may still be chosen, in order; the chosen one alone if settled."""
        return tuple(self._open(reading))

    def settled_by(self, reading: Reading) -> frozenset[str]:
        """Return the open questions that can still change what is chosen."""
        if self.choose(reading) is not UNKNOWN:
            return frozenset()
        whens = (CERTAIN if when is None else when.prospect(reading) for when, _ in self.cases)
        return reading.questions_in(settlers(cases_of((when, CERTAIN) for when in whens)))

    def _open(self, reading: Reading) -> Iterator[T]:
        for when, then in self.cases:
            verdict = YES if when is None else when.decide(reading)
            if verdict is not NO:
                yield then
            if verdict is YES:
                return
