"""What a sentence is compiled against: the kinds of names, and the figures among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from navigator.rules.checker import check_value
from navigator.rules.figures import FigureReader
from navigator.rules.kinds import Kind
from navigator.rules.tree import Value


@dataclass(frozen=True)
class Scope:
    """Names with their kinds; ``everybody`` are yes/no names that apply to every person."""

    kinds: Mapping[str, Kind | None]
    figures: Mapping[str, FigureReader] = field(default_factory=dict)
    everybody: frozenset[str] = frozenset()

    def kind_of(self, node: Value) -> Kind:
        """Return the kind of a value already checked. Raises TypeError for a faulty one."""
        kind, faults = check_value(node, self.kinds, self.figures)
        if kind is None:
            raise TypeError(f"{node} is no value: {faults}")
        return kind
