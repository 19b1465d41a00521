"""Yes, no, or not known yet; and the mark of what does not apply."""

from __future__ import annotations

import enum


class Truth(enum.Enum):
    """Yes, no, or not known yet (strong Kleene logic, as SQL's NULL)."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    def __and__(self, other: Truth) -> Truth:
        return self if self.value <= other.value else other

    def __or__(self, other: Truth) -> Truth:
        return self if self.value >= other.value else other

    def __invert__(self) -> Truth:
        return Truth(2 - self.value)

    def __bool__(self) -> bool:
        raise TypeError("a Truth can be UNKNOWN: compare it with 'is Truth.YES'")


class Absent(enum.Enum):
    """The value of a name that does not apply, such as the due date of somebody not pregnant."""

    NOT_APPLICABLE = "not applicable"


NOT_APPLICABLE = Absent.NOT_APPLICABLE
