"""What open questions can still do to a sentence, and how the parts of a sentence add up.

Exact where every name stands once and no answer waits for its question to apply; else a question
too many may be named, never one too few. Sets of questions are numbers with a bit for each, as they
are joined more often than read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

POSSIBLE: Final = 1
"""The lowest bit of either number of a Prospect; the others are questions."""

Prospect: TypeAlias = tuple[int, int]
"""What may become of a condition: (yes, no).

``yes`` is 0 if it can never be YES; else it has the bit POSSIBLE, and those of the open questions
that can turn it from unknown to YES. ``no`` says the same of NO. For a value YES means that it is
known, and NO that it does not apply.
"""

CERTAIN: Final[Prospect] = (POSSIBLE, 0)
"""It is YES, or known."""

EXCLUDED: Final[Prospect] = (0, POSSIBLE)
"""It is NO, or does not apply."""

STUCK: Final[Prospect] = (0, 0)
"""It is not known and stays so, whatever is still answered."""


def settlers(prospect: Prospect) -> int:
    """Return the bits of the open questions that can still change it."""
    yes, no = prospect
    return (yes | no) & ~POSSIBLE


def opposite(prospect: Prospect) -> Prospect:
    """Return the prospect of ``not ...``."""
    yes, no = prospect
    return no, yes


def all_of(parts: Iterable[Prospect]) -> Prospect:
    """Return the prospect of what needs all ``parts``: ``and``, or a value that is computed."""
    possible = True
    all_yes, any_no = POSSIBLE, 0
    for yes, no in parts:
        if not yes:
            if no == POSSIBLE:
                return EXCLUDED
            possible = False
        all_yes |= yes
        any_no |= no
    return all_yes if possible else 0, any_no


def any_of(parts: Iterable[Prospect]) -> Prospect:
    """Return the prospect of what needs one of ``parts``: ``or``."""
    return opposite(all_of([(no, yes) for yes, no in parts]))


def what_applies(parts: Iterable[Prospect], less: Iterable[Prospect] = ()) -> Prospect:
    """Return the prospect of a value from which parts that do not apply drop out: ``later of``.

    ``less`` are the parts taken away from it; alone they make no value.
    """
    some = known = none = 0
    settles = gone = True
    for yes, no in parts:
        some, known, none = some | yes | no, known | yes, none | no
        settles, gone = settles and (yes | no) != 0, gone and no != 0
    for yes, no in less:
        some, settles = some | yes | no, settles and (yes | no) != 0
    return some if settles and known else 0, none if gone else 0


def test_of(sides: Iterable[Prospect]) -> Prospect:
    """Return the prospect of a test: either way once all sides are known, NO if one is gone."""
    yes, no = all_of(sides)
    return yes, yes | no


def cases_of(cases: Iterable[tuple[Prospect, Prospect]]) -> Prospect:
    """Return the prospect of (``when``, ``then``) cases, in order; it may name some too many."""
    found = known = 0
    reached = True
    for (holds, fails), (value, nothing) in cases:
        found |= holds | fails
        if holds:
            found |= value | nothing
            known |= value
        reached = bool(fails or (holds and nothing))
        if not reached:
            break
    return found | POSSIBLE if known else 0, found | POSSIBLE if reached else 0
