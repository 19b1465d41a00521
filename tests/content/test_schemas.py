"""The schemas know the keys, once: what they name is read, and what is read they name."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

import navigator.content
from navigator.content.files import Shape
from navigator.content.folder import read_file
from navigator.content.schemas import Json, schema, text_keys
from tests.content.conftest import Check

HERE = Path(__file__).parent
ROOM = Path(navigator.content.__file__).parent
SHAPES: tuple[Shape, ...] = ("journey", "common", "scenarios")
READERS = {"get", "any_of", "text", "mapping", "listed", "line", "lines", "place_of"}


def properties(part: Json) -> Iterator[tuple[str, Mapping[str, Json]]]:
    """Yield every key of a schema with its own schema, however deep."""
    if isinstance(part, list):
        for each in part:
            yield from properties(each)
    elif isinstance(part, dict):
        named = part.get("properties")
        for key, value in named.items() if isinstance(named, dict) else ():
            assert isinstance(value, dict)
            yield key, value
        for value in part.values():
            yield from properties(value)


def code() -> Iterator[ast.AST]:
    """Yield the nodes of this room's modules, without those that know no key."""
    for path in ROOM.rglob("*.py"):
        if path.name not in ("schemas.py", "yaml_faults.py"):
            yield from ast.walk(ast.parse(path.read_text("utf-8")))


def words() -> set[str]:
    """Return the texts in the code: among them every key that it knows."""
    constants = (node.value for node in code() if isinstance(node, ast.Constant))
    return {each for each in constants if isinstance(each, str)}


def looked_up() -> set[str]:
    """Return the keys that the code surely looks up in what was written."""
    calls = (node for node in code() if isinstance(node, ast.Call))
    return {key for call in calls for key in _keys(call)}


def _keys(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    is_wording = isinstance(call.func, ast.Name) and call.func.id == "read_wording"
    if name in READERS or is_wording:
        texts = (each.value for each in call.args if isinstance(each, ast.Constant))
        yield from (text for text in texts if isinstance(text, str))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_published_schema_is_a_schema(shape: Shape) -> None:
    Draft7Validator.check_schema(dict(schema(shape)))


@pytest.mark.parametrize("shape", SHAPES)
def test_every_key_is_described_for_editors(shape: Shape) -> None:
    bare = {key for key, value in properties(dict(schema(shape))) if not value.get("description")}
    assert bare == set()


def test_every_key_of_the_schemas_is_read_and_every_key_read_is_in_them() -> None:
    named = {key for shape in SHAPES[:2] for key, _ in properties(dict(schema(shape)))}
    twins = {f"{key}_helper" for key in text_keys()}
    assert named - twins - words() == set()
    assert looked_up() - named == set()


def test_every_key_stands_in_the_example_of_all_keys() -> None:
    written: set[str] = set()
    for path, shape in (("move.yaml", SHAPES[0]), ("common/shared.yaml", SHAPES[1])):
        file, problems = read_file(HERE / "every_key" / path, shape)
        assert problems == ()
        waiting: list[object] = [file.root]
        while waiting:
            each = waiting.pop()
            if isinstance(each, dict):
                written |= each.keys()
                waiting += each.values()
            elif isinstance(each, list):
                waiting += each
    named = {key for shape in SHAPES[:2] for key, _ in properties(dict(schema(shape)))}
    assert {key for key in named - written if not key.endswith("_helper")} == set()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("titel: x", "2:1: There is no key `titel` here. Did you mean `title`? [unknown-key]"),
        (
            "reviewed: soon",
            "2:11: `soon` does not fit here. Write a day such as 2026-11-21. [shape]",
        ),
        (
            "questions: {q: {ask: {value}, answer: date}}",
            "2:22: `ask` is a mapping. Write a text, or cases (`- when: ... then: ...`). "
            "A text that begins with { or [ needs quotes around it. [shape]",
        ),
        (
            "questions: {q: {answer: dat}}",
            "2:25: `answer` cannot be `dat`. Did you mean `date`? [shape]",
        ),
        ("questions: {q: {ask: Q}}", "2:13: `q` has no `answer`. Add `answer:`. [missing-key]"),
        (
            "steps: {s: {at: x, when: stage is one of born, here}}",
            "2:48: Inside { }, the comma before `here` ends the value. "
            "Put the value between quotes. [comma]",
        ),
        (
            "steps: {s: shred}",
            "2:12: `shred` does not fit here. Write `shared`, or the keys of a step. [shape]",
        ),
        (
            "steps: []",
            "2:1: warning: `steps` is empty. Write a mapping by id, or leave the key out. [empty]",
        ),
        (
            "Facts: {}",
            "2:1: There is no key `Facts` here. Did you mean `facts`? [unknown-key]",
        ),
        (
            "facts: {Big: {when: always}}",
            "2:9: `Big` does not fit here. Write an id of small letters, digits and _. [shape]",
        ),
    ],
)
def test_a_wrong_shape_is_told_in_plain_words(check: Check, written: str, said: str) -> None:
    _, problems = check(f"journey: move\n{written}\n")
    assert f"move.yaml:{said}" in [str(problem) for problem in problems]


def test_a_key_that_resembles_none_is_ignored_with_a_warning(check: Check) -> None:
    built, problems = check("journey: move\nzork: x\n")
    assert built is not None
    assert any("`zork` here, so it is ignored" in problem.message for problem in problems)
