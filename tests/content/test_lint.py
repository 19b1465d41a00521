"""Each rule of lint, by a tiny example of what it finds and one of what it leaves alone."""

from __future__ import annotations

import pytest

from navigator.content import lint
from tests.content.conftest import Check, Found

BEGIN = "journey: move\n"
STEPS = BEGIN + "steps:\n"
ASKED = """\
journey: move
questions:
  stage: {ask: Where?, answer: one of, options: {planning: Planning, moved: Moved}}
  moved: {ask: When?, answer: date}
  pets: {ask: Pets?, answer: any of, options: {dog: Dog, cat: Cat}}
  state: {ask: State?, answer: state}
steps:
"""

EXAMPLES: dict[str, list[tuple[str, str, list[str]]]] = {
    "unknown-step": [
        (STEPS + "  a: {at: office, when: always, after: [b, a2]}\n  a2: {at: office, when: always}", "", ["error move.yaml:3:41"]),
        (STEPS + "  a: {at: office, when: always, helped_by: b}", "", ["error move.yaml:3:44"]),
        (STEPS + "  a: {at: office, when: always, due: today, late: b}", "", ["error move.yaml:3:51"]),
        (STEPS + "  a: {at: office, when: always, refused: b}", "", ["error move.yaml:3:42"]),
        (STEPS + "  a: shared", "", ["error move.yaml:3:3"]),
        (BEGIN, "agencies: {dmv: {permissions: {proxy: {step: get_proxy}}}}", ["error common/common.yaml:1:46"]),
    ],
    "foreign-step": [
        (STEPS + "  a: {at: office, when: always, refused: theirs}", "", ["error move.yaml:3:42"]),
    ],
    "unknown-agency": [
        (STEPS + "  a: {at: ofice, when: always}", "", ["error move.yaml:3:11"]),
        (STEPS + "  a: {when: always}", "", ["error move.yaml:3:3"]),
    ],
    "unknown-document": [
        (STEPS + "  a: {at: office, when: always, bring: [passport]}", "", ["error move.yaml:3:41"]),
        (
            STEPS + "  a:\n    at: office\n    when: always\n    bring:\n"
            "      - when: helping\n        then: [visa]\n      - otherwise: id_card",
            "documents: {visa: {name: Visa}}",
            ["error move.yaml:9:20"],
        ),
    ],
    "unknown-permission": [
        (STEPS + "  a: {at: office, when: always, helper: {needs: proxy}}", "", ["error move.yaml:3:49"]),
    ],
    "unknown-question": [
        (STEPS + "  a: {at: office, when: always, for: whom}", "", ["error move.yaml:3:38"]),
        (BEGIN, "agencies: {dmv: {by: home, rows: {OH: {phone: '1'}}}}", ["error common/common.yaml:1:22"]),
        (BEGIN + "interview: {first: [nothing]}", "", ["error move.yaml:2:21"]),
    ],
    "unknown-journey": [
        (BEGIN + "see_also:\n  - {journey: mars, when: always}", "", ["error move.yaml:3:15"]),
    ],
    "unknown-state": [
        (ASKED, "agencies: {dmv: {by: state, rows: {OH: {phone: '1'}, Ohio: {phone: '2'}}}}", ["error common/common.yaml:1:54"]),
        (ASKED, "agencies: {dmv: {by: stage, rows: {moved: {phone: '1'}, OH: {phone: '2'}}}}", ["error common/common.yaml:1:57"]),
    ],
    "reserved-word": [
        (BEGIN + "questions:\n  first: {answer: yes or no}\n  q: {answer: one of, options: {month: A}}", "", ["error move.yaml:3:3", "error move.yaml:4:33"]),
        (BEGIN + "facts:\n  helping: {when: always}", "", ["error move.yaml:3:3"]),
    ],
    "step-loop": [
        (STEPS + "  a: {at: office, when: always, after: b}\n  b: {at: office, when: always, after: [c]}\n  c: {at: office, when: always, after: a}", "", ["error move.yaml:3:40"]),
        (STEPS + "  a: {at: office, when: always, instead_of: a}", "", ["error move.yaml:3:45"]),
        (STEPS + "  a: {at: office, when: always, due: 1 day after today, late: b}\n  b: {at: office, due: 2 days after today, late: a}", "", ["error move.yaml:3:63"]),
    ],
    "taken-address": [
        ("journey: steps", "", ["error move.yaml:1:1"]),
        ("journey: es", "", ["error move.yaml:1:1"]),
    ],
    "not-visible": [
        (ASKED + "  a: {at: office, when: home_owner}", "groups: {home: {questions: {home_owner: {answer: yes or no}}}}", ["error move.yaml:8:25"]),
        (BEGIN + "interview: {first: [home]}\nsteps:\n  a: {at: office, when: home_owner}", "groups: {home: {questions: {home_owner: {answer: yes or no}}}}", []),
        (STEPS + "  a: {at: office, when: elsewhere}", "", ["error move.yaml:3:25"]),
        (
            STEPS + "  a: shared",
            "groups: {home: {questions: {home_owner: {answer: yes or no}}}}\n"
            "steps: {a: {at: office, when: home_owner}}",
            ["error move.yaml:3:3"],
        ),
        (
            BEGIN + "interview: {first: [far]}\nsteps:\n  a: {at: office, when: is_far}",
            "groups:\n  home: {questions: {home_owner: {answer: yes or no}}}\n"
            "  far: {facts: {is_far: {when: home_owner}}}",
            ["error move.yaml:4:25"],
        ),
        (BEGIN + "interview: {first: [elsewhere]}", "", ["error move.yaml:2:21"]),
    ],
    "asked-later": [
        (BEGIN + "questions:\n  q1: {answer: yes or no, when: q2}\n  q2: {answer: yes or no}", "", ["error move.yaml:3:33"]),
        (BEGIN + "questions:\n  q1: {answer: yes or no}\n  q2: {answer: yes or no, when: q1}", "", []),
        (BEGIN + "questions:\n  q1: {answer: yes or no, when: q3}\n  q2: {answer: yes or no}\nfacts: {q3: {when: q2}}", "", ["error move.yaml:3:33"]),
        (BEGIN + "questions:\n  q1: {answer: one of, options: {x: {label: X, when: q2}}}\n  q2: {answer: yes or no}", "", ["error move.yaml:3:54"]),
        (BEGIN + "questions:\n  q1: {answer: one of, options: chosen in q2}\n  q2: {answer: any of, options: {x: X}}", "", ["error move.yaml:3:43"]),
        (
            BEGIN + "interview: {first: [second, one]}",
            "groups:\n  one: {questions: {q1: {answer: yes or no}}}\n"
            "  second: {questions: {q2: {answer: yes or no, when: q1}}}",
            ["error move.yaml:2:21"],
        ),
    ],
    "no-when": [
        (STEPS + "  a: {at: office}", "", ["error move.yaml:3:3"]),
        (STEPS + "  a: {at: office, refused: b, when: always}\n  b: {at: office}", "", []),
    ],
    "no-late": [
        (ASKED + "  a: {at: office, when: always, due: 3 days after moved}", "", ["warning move.yaml:8:33"]),
        (ASKED + "  a: {at: office, when: always, due: 3 days after moved, late: closed}", "", []),
        (ASKED + "  a: {at: office, when: always, due: 3 days after moved, if_late: Go.}", "", []),
        (ASKED + "  a: {at: office, when: always, due: moved, every: 1 year}", "", []),
        (ASKED + "  a: {at: office, when: always, due: 3 days after today}", "", []),
    ],
    "key-without-effect": [
        (STEPS + "  a: {at: office, when: always, until: today}", "", ["warning move.yaml:3:33"]),
        (STEPS + "  a: {at: office, when: always, roll: next business day}", "", ["warning move.yaml:3:33"]),
        (ASKED + "  a: {at: office, when: always, due: moved, late: closed, if_late: Go.}", "", ["warning move.yaml:8:59"]),
        (BEGIN + "questions:\n  a: {answer: whole number, per: month}", "", ["warning move.yaml:3:29"]),
        (BEGIN, "agencies: {dmv: {rows: {OH: {phone: '1'}}}}", ["warning common/common.yaml:1:18"]),
    ],
    "waits-too-long": [
        (ASKED + "  a: {at: office, when: always, due: moved, late: closed, after: [b]}\n  b: {at: office, when: always, opens: 1 day after moved}", "", ["warning move.yaml:8:67"]),
        (ASKED + "  a: {at: office, when: always, due: 1 month after moved, late: closed, after: [b]}\n  b: {at: office, when: always, opens: 30 days after moved}", "", []),
        (ASKED + "  a: {at: office, when: always, due: 2026-11-01, late: closed, after: [b]}\n  b: {at: office, when: always, opens: 2026-12-01}", "", ["warning move.yaml:8:72"]),
        (ASKED + "  a: {at: office, when: always, due: 1 day before moved, late: closed, after: [b]}\n  b: {at: office, when: always, opens: 2 weeks before moved}", "", []),
    ],
    "unused-question": [
        (BEGIN + "questions:\n  pet: {ask: 'Is it {pet}?', answer: yes or no}", "", ["warning move.yaml:3:3"]),
        (BEGIN + "questions:\n  pet: {answer: yes or no}\nsteps: {s: {at: office, when: pet}}", "", []),
    ],
    "unused-fact": [(BEGIN + "facts:\n  a: {when: always}", "", ["warning move.yaml:3:3"])],
    "unused-figure": [
        (BEGIN, "figures:\n  fee: {unit: dollars, from: {2026-01-01: 5}}", ["warning common/common.yaml:2:3"]),
    ],
    "unused-document": [
        (BEGIN, "documents:\n  visa: {name: Visa}", ["warning common/common.yaml:2:3"]),
    ],
    "unused-agency": [(BEGIN, "", ["warning common/agencies.yaml:2:3"])],
    "unlisted-step": [
        (BEGIN, "steps:\n  a: {at: office, when: always}", ["warning common/common.yaml:2:3"]),
        (STEPS + "  a: shared", "steps:\n  a: {at: office, when: always, refused: b}\n  b: {at: office}", []),
    ],
    "unplaced-group": [
        (BEGIN, "groups:\n  g: {questions: {a: {answer: yes or no}}}", ["warning common/common.yaml:2:3"]),
    ],
    "never-asked": [
        (BEGIN + "interview: {first: [a]}\nquestions:\n  a: {answer: yes or no}\n  b: {answer: yes or no}", "", ["warning move.yaml:5:3"]),
    ],
    "incomplete": [
        (BEGIN, "documents: {visa: {why: To travel.}}", ["warning common/common.yaml:1:13", "warning move.yaml:1:1"]),
    ],
    "no-channel": [
        (STEPS + "  a: {at: dmv, when: always}", "agencies: {dmv: {name: DMV}}", ["warning move.yaml:3:3"]),
        (STEPS + "  a: {at: dmv, when: always, mail: PO box 1}", "agencies: {dmv: {name: DMV}}", []),
        (STEPS + "  a: {at: office, when: always}", "", []),
    ],
    "hidden-number": [
        (STEPS + "  a: {at: office, when: always, cost: It costs $45 or $0.}", "", ["warning move.yaml:3:48"]),
        (BEGIN + "questions: {a: {answer: money, max: '$9,000'}}\nfacts: {b: {when: 'a is at most $2,500'}}", "", ["warning move.yaml:3:33"]),
    ],
    "long-text": [
        (STEPS + f"  a: {{at: office, when: always, do: {'Go ' * 50}}}", "", ["warning move.yaml:3:37"]),
    ],
    "long-interview": [
        (BEGIN + "interview: {first: [" + ", ".join(f"q{i}" for i in range(16)) + "]}\nquestions:\n" + "".join(f"  q{i}: {{answer: yes or no}}\n" for i in range(16)), "", ["warning move.yaml:2:13"]),
    ],
    "file-name": [("journey: moving", "", ["warning move.yaml:1:1"])],
    "figure-check-by": [
        (
            BEGIN,
            "figures:\n  a: {unit: number, from: {2025-01-01: 5}, check_by: 2026-11-20}\n"
            "  b: {unit: number, from: {2025-01-01: 5}, check_by: 2026-12-21}\n"
            "  c: {unit: number, from: {2025-01-01: 5}, check_by: 2026-12-22}\n",
            ["warning common/common.yaml:2:44", "warning common/common.yaml:3:44"],
        ),
    ],
    "stale-review": [
        (STEPS + "  a: {at: office, when: always, reviewed: 2025-11-20}\n  b: {at: office, when: always, reviewed: 2025-11-21}", "", ["warning move.yaml:3:33"]),
    ],
}  # fmt: skip

OTHER = """\
journey: other
questions:
  elsewhere: {answer: yes or no}
steps:
  theirs: {at: office, when: elsewhere}
"""


@pytest.mark.parametrize(
    ("rule", "journey", "common", "places"),
    [(rule, *example) for rule, examples in EXAMPLES.items() for example in examples],
)
def test_a_rule_finds_its_example(
    found: Found, rule: str, journey: str, common: str, places: list[str]
) -> None:
    others = {} if rule in ("unused-agency", "incomplete") else {"other": OTHER}
    assert found(rule, journey, common, **others) == places


def test_every_rule_has_an_example_and_says_what_it_asks_for() -> None:
    rules = lint.lint_rules()
    assert rules.keys() == EXAMPLES.keys()
    assert all(text.endswith(".") for text in rules.values())


def test_without_a_day_nothing_is_too_old(check: Check) -> None:
    names = {rule.__name__ for rule in lint.DATED_WARNINGS}
    assert names == {"figure_check_by", "stale_review"}
