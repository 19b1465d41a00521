"""Conditions keep the laws of strong Kleene logic, whatever is known."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.rules import Truth, YesNo, tree
from tests.rules.books import TODAY, book, question
from tests.rules.situations import STATES, conditions

NAMES = ["p", "q", "r", "s"]
RULES = book(
    p=question(YesNo()), q=question(YesNo()), r=question(YesNo(), "p"), s=question(YesNo(), "not q")
)
CONDITIONS = conditions(NAMES)
ANSWERS = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(STATES))


def decided(condition: tree.Condition, answers: dict[str, object]) -> Truth:
    return RULES.condition(condition).decide(RULES.read(answers, TODAY))


@settings(max_examples=200, deadline=None)
@given(CONDITIONS, CONDITIONS, CONDITIONS, ANSWERS)
def test_and_and_or_are_the_least_and_the_greatest(
    one: tree.Condition, two: tree.Condition, three: tree.Condition, answers: dict[str, object]
) -> None:
    verdicts = [decided(part, answers) for part in (one, two, three)]

    assert decided(tree.Every((one, two, three)), answers).value == min(v.value for v in verdicts)
    assert decided(tree.Some((one, two, three)), answers).value == max(v.value for v in verdicts)
    assert decided(tree.Every((one, two)), answers) is verdicts[0] & verdicts[1]
    assert decided(tree.Some((one, two)), answers) is verdicts[0] | verdicts[1]


@settings(max_examples=200, deadline=None)
@given(CONDITIONS, CONDITIONS, ANSWERS)
def test_de_morgan_and_double_negation_hold(
    one: tree.Condition, two: tree.Condition, answers: dict[str, object]
) -> None:
    negations = (tree.Negation(one), tree.Negation(two))

    both, either = tree.Every((one, two)), tree.Some((one, two))

    assert decided(tree.Negation(both), answers) is decided(tree.Some(negations), answers)
    assert decided(tree.Negation(either), answers) is decided(tree.Every(negations), answers)
    assert decided(tree.Negation(tree.Negation(one)), answers) is decided(one, answers)


@settings(max_examples=200, deadline=None)
@given(CONDITIONS, CONDITIONS, CONDITIONS, ANSWERS)
def test_order_and_grouping_make_no_difference(
    one: tree.Condition, two: tree.Condition, three: tree.Condition, answers: dict[str, object]
) -> None:
    for join in (tree.Every, tree.Some):
        flat = decided(join((one, two, three)), answers)

        assert decided(join((three, two, one)), answers) is flat
        assert decided(join((one, join((two, three)))), answers) is flat
        assert decided(join((join((one, two)), three)), answers) is flat


@settings(max_examples=200, deadline=None)
@given(CONDITIONS, CONDITIONS, CONDITIONS, ANSWERS)
def test_absorption_and_distribution_hold(
    one: tree.Condition, two: tree.Condition, three: tree.Condition, answers: dict[str, object]
) -> None:
    each = (tree.Every, tree.Some), (tree.Some, tree.Every)
    for outer, inner in each:
        spread = outer((inner((one, two)), inner((one, three))))

        assert decided(outer((one, inner((one, two)))), answers) is decided(one, answers)
        assert decided(inner((one, outer((two, three)))), answers) is decided(spread, answers)


@settings(max_examples=100, deadline=None)
@given(CONDITIONS, ANSWERS)
def test_nothing_is_excluded_by_contradiction_alone(
    part: tree.Condition, answers: dict[str, object]
) -> None:
    tautology = tree.Some((part, tree.Negation(part)))

    known = decided(part, answers) is not Truth.UNKNOWN

    assert decided(tautology, answers) is (Truth.YES if known else Truth.UNKNOWN)
