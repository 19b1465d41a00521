"""Every sentence of the corpus parses, prints back to an equal tree, and suits the kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias, cast

import pytest
import yaml

from navigator.rules import (
    BUILT_IN,
    AnyOf,
    Day,
    Kind,
    LengthKind,
    Money,
    MonthKind,
    Number,
    OneOf,
    Percent,
    State,
    YesNo,
    check_condition,
    check_value,
    names_in,
    parse_condition,
    parse_value,
    tree,
)
from navigator.rules.kinds import length_in

Entry: TypeAlias = dict[str, object]

_PATH = Path(__file__).with_name("language_corpus.yaml")
_CORPUS = cast(
    "dict[str, dict[str, Entry]]",
    yaml.load(_PATH.read_text(encoding="utf-8"), Loader=yaml.BaseLoader),
)
_PLAIN_KINDS: Mapping[str, Kind] = {
    "yes or no": YesNo(),
    "state": State(),
    "date": Day(),
    "day": Day(),
    "month": MonthKind(),
    "number": Number(),
    "percent": Percent(),
    "dollars": Money(None),
    "dollars a year": Money("year"),
}


def _question_kind(question: Entry) -> Kind:
    match question["answer"]:
        case "one of":
            return OneOf(_options(question))
        case "any of":
            return AnyOf(_options(question))
        case "money":
            return Money("month") if question.get("per") == "month" else Money(None)
        case "whole number":
            unit = question.get("unit")
            return LengthKind(unit) if unit == "days" or unit == "years" else Number()
        case answer:
            return _PLAIN_KINDS[str(answer)]


def _options(question: Entry) -> tuple[str, ...]:
    options = question["options"]
    if isinstance(options, dict):
        return tuple(options)
    return _options(_CORPUS["questions"][str(options).removeprefix("same as ")])


def _figure_kind(figure: Entry) -> Kind:
    if figure["unit"] != "span":
        return _PLAIN_KINDS[str(figure["unit"])]
    spans = [parse_value(text) for text in _leaves(figure["from"]) if text != "none"]
    return length_in(
        [unit for span in spans if isinstance(span, tree.Span) for _, unit in span.parts]
    )


def _leaves(written: object) -> Iterator[str]:
    if isinstance(written, dict):
        for part in written.values():
            yield from _leaves(part)
    else:
        yield str(written)


def _values_of(written: object) -> list[str]:
    """Return the values of a key that holds one, or cases."""
    if isinstance(written, list):
        return [case.get("then", case.get("otherwise")) for case in written]
    return [str(written)]


def _conditions() -> Iterator[str]:
    for section in ("questions", "facts", "steps"):
        for entry in _CORPUS[section].values():
            yield from (str(entry[key]) for key in ("when", "done_if") if key in entry)
            for key in ("value", "due", "late"):
                cases = entry.get(key)
                if isinstance(cases, list):
                    yield from (case["when"] for case in cases if "when" in case)


def _values() -> Iterator[str]:
    for section in ("facts", "steps"):
        for entry in _CORPUS[section].values():
            for key in ("value", "opens", "due", "best_by", "until"):
                if key in entry:
                    yield from _values_of(entry[key])
            for key in ("how", "text"):
                yield from re.findall(r"{(.*?)}", str(entry.get(key, "")))


def _all_kinds() -> dict[str, Kind]:
    """Return the kinds of all names, facts after what they rest on."""
    kinds: dict[str, Kind] = dict(BUILT_IN)
    kinds |= {name: _question_kind(entry) for name, entry in _CORPUS["questions"].items()}
    kinds |= {name: _figure_kind(entry) for name, entry in _CORPUS["figures"].items()}
    kinds |= {name: YesNo() for name, entry in _CORPUS["facts"].items() if "when" in entry}
    waiting = {n: _values_of(e["value"])[0] for n, e in _CORPUS["facts"].items() if "value" in e}
    while waiting:
        name = next(n for n, text in waiting.items() if names_in(parse_value(text)) <= kinds.keys())
        kind, _ = check_value(parse_value(waiting.pop(name)), kinds, _CORPUS["figures"])
        assert kind is not None, name
        kinds[name] = kind
    return kinds


_KINDS = _all_kinds()


@pytest.mark.parametrize("text", sorted(set(_conditions())))
def test_a_condition_of_the_corpus_reads_prints_and_suits_the_kinds(text: str) -> None:
    condition = parse_condition(text)
    assert str(condition) == text
    assert parse_condition(str(condition)) == condition
    assert check_condition(condition, _KINDS, _CORPUS["figures"]) == ()


@pytest.mark.parametrize("text", sorted(set(_values())))
def test_a_value_of_the_corpus_reads_prints_and_suits_the_kinds(text: str) -> None:
    value = parse_value(text)
    assert str(value) == text
    assert parse_value(str(value)) == value
    kind, faults = check_value(value, _KINDS, _CORPUS["figures"])
    assert kind is not None
    assert faults == ()


def test_the_corpus_is_all_there() -> None:
    assert len(list(_conditions())) + len(list(_values())) > 230
