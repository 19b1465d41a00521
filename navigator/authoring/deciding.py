"""What decided a condition or a day: the tests in it, as they are written and as they came out."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.authoring.written import tests_in
from navigator.content import Library
from navigator.rules import Condition, FactRule, Reading, Truth, Value, tree


def deciding_tests(condition: Condition, reading: Reading, library: Library) -> Iterator[str]:
    """Yield each test that decided, behind a fact those of the fact; while undecided, the open."""
    reasons = condition.because(reading)
    for reason in reasons:
        yield f"`{reason.test}` is {'yes' if reason.holds else 'no'}."
        if (inner := _of_fact(reason.test, library)) is not None:
            yield from deciding_tests(inner, reading, library)
    if not reasons:
        for test in tests_in(condition.tree):
            if library.rulebook.condition(test).decide(reading) is Truth.UNKNOWN:
                yield f"`{test}` is not known."


def deciding_day(
    key: str, value: Value | None, reading: Reading, library: Library
) -> Iterator[str]:
    """Yield the sentence that gave a day, the one of several cases that was taken."""
    if value is None:
        return
    cases = value.tree if isinstance(value.tree, tuple) else ((None, value.tree),)
    if len(cases) == 1:
        yield f"`{key}` is `{cases[0][1]}`."
        return
    for when, then in cases:
        truth = Truth.YES if when is None else library.rulebook.condition(when).decide(reading)
        if truth is not Truth.NO:
            came_out = "yes" if truth is Truth.YES else "not known"
            because = "otherwise" if when is None else f"as `{when}` is {came_out}"
            yield f"`{key}` is `{then}`, {because}."
            return


def _of_fact(test: tree.Condition, library: Library) -> Condition | None:
    if not isinstance(test, tree.Claim):
        return None
    rule = library.rulebook.definitions.get(test.name)
    if not isinstance(rule, FactRule) or rule.when is None:
        return None
    return library.rulebook.condition(rule.when)
