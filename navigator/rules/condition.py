"""A condition ready for use: does it hold, what would settle it, because of what."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """A checked and compiled condition; it is decided against a Reading of its own rulebook.

    ``decide`` returns YES, NO or UNKNOWN. ``prospect`` tells what open questions can still do.
    """

    tree: Sentence
    text: str
    names: frozenset[str]
    decide: Decide
    prospect: Foresee
    _explain: Explain

    @classmethod
    def compiled(cls, node: Sentence, text: str, scope: Scope) -> Condition:
        """Return ``node``, which must be without faults, compiled against ``scope``."""
        return cls(
            tree=node,
            text=text,
            names=names_in(node),
            decide=decider(node, scope),
            prospect=settler(node, scope),
            _explain=explainer(node, scope),
        )

    @classmethod
    def never_known(cls, node: Sentence, text: str) -> Condition:
        """Return ``node``, which speaks of names at fault: UNKNOWN, whatever is answered."""
        return cls(node, text, names_in(node), lambda _: UNKNOWN, lambda _: STUCK, lambda _: ())

    def settled_by(self, reading: Reading) -> frozenset[str]:
        """Return the open questions that can still change it; none once it is decided."""
        return reading.questions_in(settlers(self.prospect(reading)))

    def because(self, reading: Reading) -> Reasons:
        """Return the tests that decided it, in the order written; none while it is UNKNOWN.

        Of `and` that is YES all parts, that is NO the first that fails; of `or` the reverse. A fact
        is one reason, named by its id.
        """
        return self._explain(reading)

    def __str__(self) -> str:
        return self.text
