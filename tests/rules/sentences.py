"""Random sentences of the language, as trees."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar, get_args

from hypothesis import strategies as st

from navigator.rules import Month, tree
from navigator.rules.grammar import RESERVED_WORDS

_T = TypeVar("_T")

_IDS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(
    lambda word: word not in RESERVED_WORDS
)
_OPTIONS = _IDS | st.sampled_from(["AK", "OH", "PR"])
_NAMES = st.builds(tree.Name, _IDS)
_DECIMALS = st.builds(Fraction, st.integers(0, 10**7), st.sampled_from([1, 10, 100]))
_UNITS = st.sampled_from(get_args(tree.Units))
_PERIODS = st.sampled_from(get_args(tree.Period))
_COUNTED = st.tuples(st.integers(0, 9999), st.sampled_from(get_args(tree.LengthUnit)))
_SPANS = st.builds(tree.Span, st.lists(_COUNTED, min_size=1, max_size=2).map(tuple))
_MONTH_OR_YEAR = st.sampled_from(["month", "year"])
_DIRECTIONS = st.sampled_from(["before", "after"])
_MONTHS = st.builds(Month, st.integers(1, 9999), st.integers(1, 12))
_YEARLY = st.tuples(st.integers(1, 28), st.integers(1, 12))


def _day_from(day: st.SearchStrategy[tree.Value]) -> st.SearchStrategy[tree.Value]:
    which = st.sampled_from(["first", "last"])
    return st.one_of(
        st.builds(tree.Shift, _SPANS | _NAMES, _DIRECTIONS, day),
        st.builds(
            tree.Edge, st.sampled_from(["start", "end"]), st.sampled_from(["month", "year"]), day
        ),
        st.builds(tree.PickOf, st.sampled_from(["later", "earlier"]), day, day),
        st.builds(tree.Recurring, which, day, st.booleans(), _YEARLY),
        st.builds(tree.Recurring, which, day, st.booleans(), st.none(), st.integers(0, 6)),
    )


_DAYS: st.SearchStrategy[tree.Value] = st.recursive(
    st.one_of(
        _NAMES,
        st.builds(tree.Day, st.dates()),
        st.builds(tree.MonthOf, _MONTHS),
        st.builds(tree.Today),
    ),
    _day_from,
    max_leaves=3,
)


def _part_from(part: st.SearchStrategy[tree.Value]) -> st.SearchStrategy[tree.Value]:
    return st.one_of(
        st.builds(tree.Percent, _DECIMALS, part),
        st.builds(tree.FigureOf, _NAMES, part),
        st.builds(tree.Times, _DECIMALS, part),
        st.builds(tree.OnePeriod, _PERIODS, part),
    )


_PARTS: st.SearchStrategy[tree.Value] = st.recursive(
    st.one_of(
        _DAYS,
        _SPANS,
        st.builds(tree.Number, _DECIMALS),
        st.builds(tree.MoneyAmount, st.integers(0, 10**9), st.none() | _PERIODS),
        st.builds(tree.FigureOn, _NAMES, _DAYS),
        st.builds(tree.YearOf, _DAYS),
        st.builds(tree.Count, _UNITS, _DAYS, st.none() | _DAYS),
        st.builds(tree.Count, _UNITS, st.none(), _DAYS),
    ),
    _part_from,
    max_leaves=3,
)


def _several(strategy: st.SearchStrategy[_T], least: int = 1) -> st.SearchStrategy[tuple[_T, ...]]:
    return st.lists(strategy, min_size=least, max_size=3).map(lambda parts: tuple(parts))


_SUMS = _PARTS | st.builds(tree.Sum, _PARTS, _several(st.tuples(st.sampled_from([1, -1]), _PARTS)))

_VALUES = _SUMS | st.builds(tree.PickOf, st.sampled_from(["larger", "smaller"]), _SUMS, _SUMS)


@st.composite
def _any_value(draw: st.DrawFn) -> tree.Value:
    """Draw a value; a strategy of its own, so that the conditions made of it print shortly."""
    return draw(_VALUES)


VALUES = _any_value()

_ONE_OPTION = st.tuples(_OPTIONS)

_TESTS: st.SearchStrategy[tree.Condition] = st.one_of(
    st.builds(tree.Always),
    st.builds(tree.Claim, _IDS),
    st.builds(tree.Compare, VALUES, st.sampled_from(get_args(tree.Bound)), VALUES),
    st.builds(tree.Order, VALUES, _DIRECTIONS, VALUES, st.booleans()),
    st.builds(tree.Is, VALUES, _ONE_OPTION, st.booleans()),
    st.builds(tree.Is, VALUES, _several(_OPTIONS), st.booleans(), st.just(True)),
    st.builds(tree.Known, VALUES, st.booleans()),
    st.builds(tree.Includes, VALUES, _ONE_OPTION),
    st.builds(tree.Includes, VALUES, _several(_OPTIONS), st.sampled_from(get_args(tree.Quantity))),
)

CONDITIONS: st.SearchStrategy[tree.Condition] = st.recursive(
    _TESTS,
    lambda part: st.one_of(
        st.builds(tree.Negation, part),
        st.builds(tree.Every, _several(part, 2)),
        st.builds(tree.Some, _several(part, 2)),
    ),
    max_leaves=4,
)
