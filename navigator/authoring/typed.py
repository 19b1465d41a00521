"""An answer as somebody types it -> the JSON answer, by the kind of its question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import singledispatch

from navigator.authoring.typed_days import TypedError, read_day, read_month
from navigator.authoring.typed_money import read_money
from navigator.content.library import Question
from navigator.rules import PLACES, did_you_mean, kinds

NOT_SURE = frozenset(
    {"not sure", "i'm not sure", "im not sure", "unsure", "don't know", "i don't know", "dont know"}
)
DECLINED = frozenset({"declined", "prefer not to say", "i prefer not to say", "rather not say"})
_YES = frozenset({"yes", "y", "true", "yeah", "yep"})
_NO = frozenset({"no", "n", "false", "nope"})
_NONE = frozenset({"none", "none of these", "none of them", "nothing"})
_NUMBER_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")
_LENGTH = re.compile(r"(?P<number>.+?)(?: ?(?P<unit>business days?|days?|weeks?|months?|years?))?")
_UNITS_IN = {("weeks", "days"): 7, ("years", "months"): 12}
_BETWEEN = re.compile(r",| and |;|\s")


@dataclass(frozen=True)
class _Said:
    """What was typed, in small letters; the day; and what may be said for each option."""

    text: str
    today: date
    choices: Mapping[str, str]


def read_typed(
    question: Question, typed: str, today: date, choices: Mapping[str, str] | None = None
) -> object:
    """Return the JSON answer that ``typed`` gives to ``question``.

    ``choices`` maps what may be said, in small letters, to option ids (default: the ids alone).
    Raises TypedError, whose text says what to enter.
    """
    text = " ".join(typed.replace("\u2019", "'").casefold().split())
    named = choices or {option.id: option.id for option in question.options}
    if text not in named and text in NOT_SURE:
        return None
    if text not in named and text in DECLINED:
        return "declined"
    return _read(question.kind, _Said(text, today, named))


@singledispatch
def _read(kind: kinds.Kind, said: _Said) -> object:
    raise TypeError(f"no question is answered with {kind}, so {said.text!r} cannot be read")


@_read.register
def _yes_no(_: kinds.YesNo, said: _Said) -> bool:
    if said.text in _YES:
        return True
    if said.text in _NO:
        return False
    raise TypedError("Enter yes or no.")


@_read.register
def _one_of(_: kinds.OneOf, said: _Said) -> str:
    return _option(said.text, said.choices)


@_read.register
def _any_of(_: kinds.AnyOf, said: _Said) -> list[str]:
    if said.text not in said.choices and said.text in _NONE:
        return []
    whole = [part.strip() for part in said.text.split(",")]
    if said.text in said.choices or all(part in said.choices for part in whole):
        found = [said.text] if said.text in said.choices else whole
    else:
        found = [part for part in _BETWEEN.split(said.text) if part]
    chosen = list(dict.fromkeys(_option(part, said.choices) for part in found))
    if not chosen:
        raise TypedError("Select one or more, or none of these.")
    return chosen


@_read.register
def _state(_: kinds.State, said: _Said) -> str:
    by_name = {name.casefold(): code for code, name in PLACES.items()}
    found = by_name.get(said.text, said.text.upper())
    if found in PLACES:
        return found
    near = get_close_matches(said.text, by_name, n=1)
    hint = f" Did you mean {PLACES[by_name[near[0]]]}?" if near else ""
    raise TypedError(f"Enter a state or territory, such as Ohio or OH.{hint}")


@_read.register
def _number(_: kinds.Number, said: _Said) -> int:
    return _whole(said.text, "Enter a whole number, such as 3.")


@_read.register
def _length(kind: kinds.LengthKind, said: _Said) -> int:
    wanted = kind.unit or "days"
    fault = f"Enter a number of {wanted}, such as 10."
    found = _LENGTH.fullmatch(said.text)
    if found is None:
        raise TypedError(fault)
    number = _whole(found["number"], fault)
    unit = (found["unit"] or wanted).removesuffix("s") + "s"
    if unit == wanted:
        return number
    if (unit, wanted) in _UNITS_IN:
        return number * _UNITS_IN[unit, wanted]
    raise TypedError(fault)


@_read.register
def _money(kind: kinds.Money, said: _Said) -> object:
    return read_money(said.text, kind.per)


@_read.register
def _day(_: kinds.Day, said: _Said) -> str:
    return read_day(said.text, said.today).isoformat()


@_read.register
def _month(_: kinds.MonthKind, said: _Said) -> str:
    return str(read_month(said.text, said.today))


def _option(said: str, choices: Mapping[str, str]) -> str:
    if said in choices:
        return choices[said]
    if numbers := [choice for choice in choices if choice.isdigit()]:
        raise TypedError(f"Select a number from 1 to {len(numbers)}.")
    near = did_you_mean(said, choices)
    raise TypedError(near or f"Select one of {', '.join(choices)}.")


def _whole(said: str, fault: str) -> int:
    if said in _NUMBER_WORDS:
        return _NUMBER_WORDS.index(said)
    if not _WHOLE.fullmatch(said):
        raise TypedError(fault)
    return int(said.replace(",", ""))
