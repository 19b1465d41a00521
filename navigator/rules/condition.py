"""A condition ready for use: does it hold, what would settle it, because of what."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from navigator.rules import tree
from navigator.rules.because import Explain, Reasons, explainer
from navigator.rules.conditions import decider
from navigator.rules.prospects import STUCK, settlers
from navigator.rules.reading import UNKNOWN, Decide, Foresee, Reading
from navigator.rules.scope import Scope
from navigator.rules.settle import settler
from navigator.rules.tree import names_in

Sentence: TypeAlias = tree.Condition


@dataclass(frozen=True, eq=False)
class Condition:
    """A checked condition, ``tree``; it is decided against a Reading of its own rulebook.

    What it is asked for is compiled when it is first asked for: most are never asked for much, and
    a site starts sooner. ``scope`` is what it is compiled against; without one it speaks of names
    at fault, and is UNKNOWN whatever is answered.
    """

    tree: Sentence
    scope: Scope | None = field(repr=False)

    @cached_property
    def decide(self) -> Decide:
        """The function that returns YES, NO or UNKNOWN."""
        return decider(self.tree, self.scope) if self.scope else lambda _: UNKNOWN

    @cached_property
    def prospect(self) -> Foresee:
        """The function that tells what open questions can still do."""
        return settler(self.tree, self.scope) if self.scope else lambda _: STUCK

    @cached_property
    def names(self) -> frozenset[str]:
        """The names it speaks of."""
        return names_in(self.tree)

    def settled_by(self, reading: Reading) -> frozenset[str]:
        """Return the open questions that can still change it; none once it is decided."""
        if self.decide(reading) is not UNKNOWN:
            return frozenset()
        return reading.questions_in(settlers(self.prospect(reading)))

    def because(self, reading: Reading) -> Reasons:
        """Return the tests that decided it, in the order written; none while it is UNKNOWN.

        Of `and` that is YES all parts, that is NO the first that fails; of `or` the reverse. A fact
        is one reason, named by its id.
        """
        return self._explain(reading)

    @cached_property
    def _explain(self) -> Explain:
        return explainer(self.tree, self.scope) if self.scope else lambda _: ()

    def __str__(self) -> str:
        return str(self.tree)

    def __reduce__(self) -> tuple[type[Condition], tuple[Sentence, Scope | None]]:
        """Say how it is kept: as it was before anything was compiled."""
        return Condition, (self.tree, self.scope)
