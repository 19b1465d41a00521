"""Rulebooks: all faults of the definitions at once, loops, long chains, what rests on what."""

from __future__ import annotations

from datetime import timedelta

import pytest

from navigator.rules import (
    ConditionError,
    Day,
    FactRule,
    Fault,
    Money,
    Number,
    OneOf,
    QuestionRule,
    Rulebook,
    Truth,
    YesNo,
    parse_condition,
    tree,
)
from navigator.rules.definitions import Definition
from tests.rules.books import TODAY, book, cases, fact, figure, question, value

UNKNOWN = Truth.UNKNOWN
LONG = 1_000


def faults_of(rules: Rulebook) -> list[tuple[str, str, str]]:
    return [(name, part, fault.rule) for name, part, fault in rules.faults]


def test_every_fault_of_every_definition_is_found_with_its_part() -> None:
    rules = Rulebook(
        {
            "p": question(YesNo()),
            "n": question(Number(), "pp"),
            "stage": question(OneOf(("born", "lost")), born="n"),
            "f": fact("stage is unborn or n"),
            "v": value("60 days after n"),
            "c": cases(("q", "n"), ("p", "nn"), (None, "today")),
            "w": cases(("p", "n"), (None, "today")),
        }
    )

    assert sorted(faults_of(rules)) == [
        ("c", "value.0.when", "unknown-name"),
        ("c", "value.1.then", "unknown-name"),
        ("c", "value.2.otherwise", "unlike-cases"),
        ("f", "when", "kind"),
        ("f", "when", "unknown-option"),
        ("n", "when", "unknown-name"),
        ("stage", "options.born.when", "kind"),
        ("v", "value", "kind"),
        ("w", "value.1.otherwise", "unlike-cases"),
    ]
    assert all(isinstance(fault, Fault) for _, _, fault in rules.faults)


def test_a_name_at_fault_makes_no_further_faults_and_is_never_known() -> None:
    rules = Rulebook(
        {
            "n": question(Number()),
            "broken": value("nothing plus n"),
            "upon": value("2 times broken"),
            "test": fact("upon is at least 3 or n is at least 1"),
        }
    )

    assert faults_of(rules) == [("broken", "value", "unknown-name")]
    assert "broken" not in rules.kinds
    assert "upon" not in rules.kinds
    reading = rules.read({"n": 5}, TODAY)
    assert [reading[name] for name in ("broken", "upon", "test")] == [UNKNOWN] * 3
    condition = rules.condition("broken is at least 3 and n is at least 7")
    assert condition.decide(reading) is UNKNOWN
    assert condition.settled_by(reading) == frozenset()
    assert condition.because(reading) == ()
    assert rules.condition("broken is known").decide(reading) is UNKNOWN
    assert rules.value("later of broken and today", "day").evaluate(reading) is UNKNOWN
    assert rules.value("broken").best_bound(reading) is None


@pytest.mark.parametrize(
    ("definitions", "loop", "part"),
    [
        ({"f": fact("f")}, "f f", "when"),
        ({"f": fact("p or g"), "g": fact("h"), "h": fact("f")}, "f g h f", "when"),
        ({"q": question(YesNo(), "f"), "f": fact("p and q")}, "q f q", "when"),
        ({"v": value("2 times w"), "w": cases(("p", "3"), (None, "v"))}, "v w v", "value"),
        (
            {"w": cases(("p", "3"), (None, "v")), "v": value("2 times w")},
            "w v w",
            "value.1.otherwise",
        ),
        ({"o": question(OneOf(("x1", "y1")), y1="o is x1")}, "o o", "options.y1.when"),
        (
            {"r": figure("number", "v", {"2026-01-01": {"1": "2"}}), "v": value("r plus 1")},
            "r v r",
            "by",
        ),
        (
            {
                "v": value("later of x and w"),
                "w": value("r on v after x"),
                "x": question(Day()),
                "r": figure("dollars", "w", {"2026-01-01": {"1": "2"}}),
            },
            "v w v",
            "value",
        ),
    ],
)
def test_a_loop_is_reported_once_with_all_its_names(
    definitions: dict[str, Definition], loop: str, part: str
) -> None:
    rules = Rulebook({"p": question(YesNo()), **definitions})
    names = loop.split()

    found = [(name, where, fault) for name, where, fault in rules.faults if fault.rule == "loop"]

    assert [(name, where) for name, where, _ in found] == [(names[0], part)]
    assert ", ".join(f"`{name}`" for name in names) in found[0][2].message
    reading = rules.read({}, TODAY)
    assert all(reading[name] is UNKNOWN for name in definitions)


def test_each_of_several_loops_is_reported() -> None:
    rules = Rulebook({"f": fact("g"), "g": fact("f"), "h": fact("i or f"), "i": fact("h")})

    assert [name for name, _, fault in rules.faults if fault.rule == "loop"] == ["f", "h"]


def test_a_loop_is_marked_where_it_is_closed() -> None:
    rules = Rulebook({"p": question(YesNo()), "f": fact("p or g"), "g": fact("f")})

    [(_, _, fault)] = rules.faults

    assert fault.caret("p or g") == "p or g\n     ^"


@pytest.mark.parametrize("sentence", ["q and p2", "n", "p is at least 3"])
def test_a_sentence_at_fault_is_refused(sentence: str) -> None:
    rules = book(p=question(YesNo()), n=question(Number()))

    with pytest.raises(ConditionError) as refused:
        rules.condition(sentence)

    assert refused.value.text == sentence
    assert refused.value.faults


def test_a_tree_may_be_given_instead_of_a_sentence() -> None:
    rules = book(p=question(YesNo()), x=question(Day()))

    condition = rules.condition(parse_condition("not p"))

    assert str(condition) == "not p"
    assert condition.tree == tree.Negation(tree.Claim("p"))
    assert condition.names == {"p"}
    assert rules.value([(tree.Claim("p"), tree.Today()), (None, "x")], "day").names == {"p", "x"}


def test_all_questions_behind_a_name_are_found_through_facts_figures_and_whens() -> None:
    rules = book(
        p=question(YesNo()),
        n=question(Number(), "p"),
        m=question(Number()),
        lone=question(YesNo()),
        pay=question(Money("month")),
        line=figure("dollars a year", "size", {"2026-01-01": {"1": "5", "each more": "3"}}),
        size=value("n plus m"),
        low=fact("pay is at most 185% of line"),
        late=fact("today is after 2026-01-01"),
    )

    assert rules.questions_behind("low") == {"p", "n", "m", "pay"}
    assert rules.questions_behind("n") == {"n", "p"}
    assert rules.questions_behind("lone") == {"lone"}
    assert rules.questions_behind("late") == frozenset()
    assert rules.questions_behind("today") == frozenset()
    with pytest.raises(KeyError):
        rules.questions_behind("nothing")


def chain(length: int) -> Rulebook:
    definitions: dict[str, Definition] = {
        "q0": question(YesNo()),
        "f0": fact("q0"),
        "v0": value("today"),
    }
    for number in range(1, length):
        before = number - 1
        definitions[f"q{number}"] = question(YesNo(), f"q{before}")
        definitions[f"f{number}"] = fact(f"f{before} and (q0 or not q0)")
        definitions[f"v{number}"] = cases(
            (f"q{before}", f"1 day after v{before}"), (None, f"v{before}")
        )
    return Rulebook(definitions)


def test_chains_of_a_thousand_names_are_worked_out_without_recursion() -> None:
    rules = chain(LONG)
    last = LONG - 1
    condition = rules.condition(f"q{last} or f{last}")

    assert rules.faults == ()
    everything: dict[str, object] = {f"q{number}": True for number in range(LONG)}
    reading = rules.read(everything, TODAY)
    assert condition.decide(reading) is Truth.YES
    assert reading[f"v{last}"] == TODAY + timedelta(days=last)

    nothing = rules.read({}, TODAY)
    assert condition.decide(nothing) is UNKNOWN
    assert condition.settled_by(nothing) == {f"q{number}" for number in range(LONG)}
    assert rules.value(f"v{last}").best_bound(nothing) == TODAY
    assert rules.value(f"v{last}").settled_by(nothing) == {f"q{n}" for n in range(last)}
    assert rules.questions_behind(f"q{last}") == {f"q{number}" for number in range(LONG)}


def test_a_fact_needs_no_condition_to_hold() -> None:
    rules = Rulebook({"f": FactRule(), "x": QuestionRule(YesNo())})

    assert rules.read({}, TODAY)["f"] is Truth.YES


def test_a_fact_can_mean_something_else_in_a_rulebook_like_it() -> None:
    rules = book(
        poor=fact("income is at most $1,000"),
        needy=fact("poor and not rich"),
        rich=question(YesNo()),
        income=question(Money(None)),
    )
    other = rules.with_rule("poor", fact("income is at most $2,000"))
    needy, answers = rules.condition("needy"), {"income": 1500, "rich": False}
    assert needy.decide(rules.read(answers, TODAY)) is Truth.NO
    assert needy.decide(other.read(answers, TODAY)) is Truth.YES
    assert rules.uses_of("needy") == {"poor", "rich"}


def test_a_question_can_be_asked_of_others_in_a_rulebook_like_it() -> None:
    rules = book(
        wed=question(YesNo()),
        kids=question(YesNo(), "wed"),
        home=question(OneOf(("a", "b")), a="wed"),
    )
    other = rules.with_rule("kids", question(YesNo(), "not wed"))
    other = other.with_rule("home", question(OneOf(("a", "b")), a="not wed"))
    answers = {"wed": True, "kids": True}
    assert rules.read(answers, TODAY)["kids"] is Truth.YES
    changed = other.read(answers, TODAY)
    assert changed.applies("kids") is Truth.NO
    assert changed.offered("home") == ("b",)
    both = rules.condition("kids and home is b")
    assert both.settled_by(other.read({"wed": False}, TODAY)) == {"kids", "home"}
