"""Every rule a problem can name is documented."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import navigator.content
from navigator.content.form_rules import FORM_RULES

ROOM = Path(navigator.content.__file__).parent
# The calls that report a problem, and which of their arguments is the rule.
REPORTS = {"Problem": 3, "say": 3, "at": 3, "_say": 3}


def reported() -> Iterator[str]:
    for path in ROOM.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call):
                yield from rules_in(call)


def rules_in(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    for argument in call.args[REPORTS.get(name, len(call.args)) :]:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def test_every_rule_on_form_is_documented_and_none_is_made_up() -> None:
    spread = {"shape", "file-name"}  # not the fourth argument of a call, or of lint as well
    assert set(reported()) | spread == FORM_RULES.keys()


def test_a_rule_is_documented_in_a_sentence() -> None:
    assert all(text.endswith(".") for text in FORM_RULES.values())
