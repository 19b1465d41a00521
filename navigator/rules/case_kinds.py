"""The one kind that the cases of a value have in common."""

from __future__ import annotations

from collections.abc import Sequence

from navigator.rules.faults import Fault
from navigator.rules.kinds import Count, Kind, LengthKind, Money, Number, length_in


def joined_kind(kinds: Sequence[Kind]) -> Kind | None:
    """Return the kind of a value that is of one of ``kinds``; None if they do not go together."""
    joined = kinds[0] if kinds else None
    for kind in kinds[1:]:
        joined = joined and _joined(joined, kind)
    return joined


def unlike_fault(first: Kind, other: Kind, start: int, end: int) -> Fault:
    """Return the fault of a case of kind ``other`` beside a case of kind ``first``."""
    return Fault(
        f"This case is {other}, the first one is {first}.",
        "Let all cases be of one kind.",
        "unlike-cases",
        start,
        end,
    )


def _joined(one: Kind, other: Kind) -> Kind | None:
    match one, other:
        case Money(per=per), Money(per=also) if per == also:
            return Money(per, one.rounds or other.rounds)
        case LengthKind(unit=unit), LengthKind(unit=also):
            return length_in([unit, also]) if unit and also else LengthKind(None)
        case (Number(), Count()) | (Count(), Number()):
            return Number()
        case _:
            return one if one == other else None
