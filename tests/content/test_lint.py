"""Each rule of lint, by tiny examples of what it finds and of what it leaves alone."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from navigator.content import check_folder, lint
from tests.content.conftest import Check, Found


class Example(TypedDict):
    """One example of lint_examples.yaml."""

    journey: str
    common: str
    finds: list[str]


EXAMPLES: dict[str, list[Example]] = yaml.safe_load(
    Path(__file__).with_name("lint_examples.yaml").read_text("utf-8")
)
OTHER = """\
journey: other
questions:
  elsewhere: {answer: yes or no}
steps:
  theirs: {at: office, when: elsewhere}
"""


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule, example) for rule, examples in EXAMPLES.items() for example in examples],
)
def test_a_rule_finds_its_example(found: Found, rule: str, example: Example) -> None:
    others = {} if rule in ("unused-agency", "incomplete") else {"other": OTHER}
    places = found(rule, example["journey"], example.get("common", ""), **others)
    assert places == example["finds"]


def test_every_rule_has_an_example_and_says_what_it_asks_for() -> None:
    rules = lint.lint_rules()
    assert rules.keys() == EXAMPLES.keys()
    assert all(text.endswith(".") for text in rules.values())


def test_without_a_day_nothing_is_too_old(tmp_path: Path, check: Check) -> None:
    check("journey: move\nreviewed: 2001-01-01\n")
    rules = {problem.rule for problem in check_folder(tmp_path)[1]}
    assert "stale-review" not in rules
