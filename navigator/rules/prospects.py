"""What open questions can still do to a sentence, and how the parts of a sentence add up.

Exact where every name stands once in a sentence; else a question too many may be named, never one
too few.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

_NONE: frozenset[str] = frozenset()


class Prospect(NamedTuple):
    """What may become of a condition or a value.

    ``yes`` are the open questions that can turn it from unknown to YES, ``no`` those that can turn
    it to NO; ``may_be_yes`` and ``may_be_no`` say what it is or can be. For a value YES means that
    it becomes known, and NO that it turns out not to apply.
    """

    yes: frozenset[str]
    no: frozenset[str]
    may_be_yes: bool
    may_be_no: bool

    @property
    def settled_by(self) -> frozenset[str]:
        """The open questions that can still change it."""
        return self.yes | self.no


CERTAIN = Prospect(_NONE, _NONE, True, False)
"""It is YES, or known."""

EXCLUDED = Prospect(_NONE, _NONE, False, True)
"""It is NO, or does not apply."""

STUCK = Prospect(_NONE, _NONE, False, False)
"""It is not known and stays so, whatever is still answered."""


def opposite(part: Prospect) -> Prospect:
    """Return the prospect of ``not part``."""
    return Prospect(part.no, part.yes, part.may_be_no, part.may_be_yes)


def all_of(parts: Sequence[Prospect]) -> Prospect:
    """Return the prospect of what needs all ``parts``: ``and``, or a value that is computed."""
    if EXCLUDED in parts:
        return EXCLUDED
    possible = all(part.may_be_yes for part in parts)
    return Prospect(
        _union(part.yes for part in parts) if possible else _NONE,
        _union(part.no for part in parts),
        possible,
        any(part.may_be_no for part in parts),
    )


def any_of(parts: Sequence[Prospect]) -> Prospect:
    """Return the prospect of what needs one of ``parts``: ``or``."""
    return opposite(all_of([opposite(part) for part in parts]))


def what_applies(parts: Sequence[Prospect], less: Sequence[Prospect] = ()) -> Prospect:
    """Return the prospect of a value from which parts that do not apply drop out: ``later of``.

    ``less`` are the parts taken away from it; alone they make no value.
    """
    every = [*parts, *less]
    settles = all(part.may_be_yes or part.may_be_no for part in every)
    possible = settles and any(part.may_be_yes for part in parts)
    gone = all(part.may_be_no for part in parts)
    return Prospect(
        _union(part.settled_by for part in every) if possible else _NONE,
        _union(part.no for part in parts) if gone else _NONE,
        possible,
        gone,
    )


def test_of(sides: Sequence[Prospect]) -> Prospect:
    """Return the prospect of a test: either way once all sides are known, NO if one is gone."""
    value = all_of(sides)
    return Prospect(
        value.yes, value.settled_by, value.may_be_yes, value.may_be_yes or value.may_be_no
    )


def cases_of(cases: Iterable[tuple[Prospect, Prospect]]) -> Prospect:
    """Return the prospect of (``when``, ``then``) cases, in order; it may name some too many."""
    settlers: set[str] = set()
    known = False
    reached = True
    for when, then in cases:
        settlers |= when.settled_by
        if when.may_be_yes:
            settlers |= then.settled_by
            known = known or then.may_be_yes
        reached = when.may_be_no or (when.may_be_yes and then.may_be_no)
        if not reached:
            break
    names = frozenset(settlers)
    return Prospect(names if known else _NONE, names if reached else _NONE, known, reached)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(chain.from_iterable(sets))
