"""Explains a sentence the parser could not follow, by the mistakes people make most."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TypeAlias

from navigator.rules.faults import Fault
from navigator.rules.grammar import KEYWORDS, RESERVED_WORDS
from navigator.rules.places import PLACES
from navigator.rules.stuck import Stuck
from navigator.rules.tree_values import MONTH_NAMES, WEEKDAYS

Recogniser: TypeAlias = Callable[[Stuck], Fault | None]

_FOREIGN_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("greater", "higher", "bigger", "over", "above", "exceeds"), "is more than"),
    **dict.fromkeys(("lower", "fewer", "under", "below"), "is less than"),
    **dict.fromkeys(("equal", "equals", "same"), "is` or `is exactly"),
    **dict.fromkeys(("contains", "contain", "include", "including"), "includes"),
    **dict.fromkeys(("in", "within", "among"), "is one of"),
    **dict.fromkeys(("are", "was", "be"), "is"),
    "between": "is at least` and `is at most",
    "isnt": "is not",
    "percent": "%` behind the number as in `185% of",
    "add": "plus",
    "without": "minus",
}
_STRUCTURE = frozenset(
    {"and", "or", "not", "is", "of", "at", "on", "includes", "than", "to", "times", "from"}
    | {"plus", "minus", "since", "until"}
)
_STARTS_A_VALUE = frozenset(
    {"A", "A_YEAR", "DAYS", "WEEKS", "MONTHS", "YEARS", "FIRST", "LAST", "START", "END"}
    | {"LATER", "EARLIER", "LARGER", "SMALLER"}
)
_STARTS_A_COMPARISON = frozenset(
    {"AT", "MORE", "LESS", "EXACTLY", "ON", "BEFORE", "AFTER"}
    | {"NUMBER", "MONEY", "PERCENT", "DATE", "MONTH", "TODAY"}
)
_WORD = "comparison-word"
_PICKS = frozenset({"LATER", "EARLIER", "LARGER", "SMALLER"})


def explain(stuck: Stuck) -> Fault:
    """Return the fault of the first recogniser that knows the mistake, else what was expected."""
    found = (recognise(stuck) for recognise in _RECOGNISERS)
    return next((fault for fault in found if fault), None) or _unexpected(stuck)


def _empty(stuck: Stuck) -> Fault | None:
    """An empty sentence, or one of spaces."""
    if stuck.read or not stuck.has_ended:
        return None
    hint = f"Write {stuck.expected()}."
    return stuck.fault("The sentence is empty.", hint, "unfinished")


def _mixed_and_or(stuck: Stuck) -> Fault | None:
    """`pregnant and insured or helping`"""
    other = {"AND": "OR", "OR": "AND"}.get(stuck.word.type)
    if other not in stuck.accepts or not stuck.may_end:
        return None
    return stuck.fault(
        "`and` and `or` stand side by side.",
        "Put parentheses around what belongs together.",
        "mixed-and-or",
    )


def _per(stuck: Stuck) -> Fault | None:
    """`$150 per month`"""
    if stuck.word != "per":
        return None
    return stuck.fault("`per` is written `a`.", "Write `$150 a month`.", "symbol")


def _foreign_word(stuck: Stuck) -> Fault | None:
    """`age over 62`, `age is over 62`, `age is greater than 62`"""
    suspects = (stuck.word, *(stuck.read[-1:] if stuck.before(2) == "IS" else ()))
    for back, word in enumerate(suspects):
        if word.type == "NAME" and word in _FOREIGN_WORDS:
            message = f"`{word}` is not a word of the language."
            hint = f"Write `{_FOREIGN_WORDS[word]}`."
            return stuck.fault(message, hint, _WORD, back=back)
    return None


def _not_before_a_test(stuck: Stuck) -> Fault | None:
    """`not stage is born`, `not always`, `not 5`, `age is not at least 62`"""
    if "IS" in (stuck.before(2), stuck.before(3)):
        return _is_not(stuck)
    if stuck.has_ended or "NOT" not in (stuck.before(1), stuck.before(2)):
        return None
    if stuck.before(2) == "NOT" and stuck.word.type in {"AND", "OR", "COMMA", "RPAR", "NAME"}:
        return None
    back = 1 if stuck.before(1) == "NOT" else 2
    return stuck.fault(
        "`not` stands before a yes/no name or a parenthesis only.",
        "Write `not (...)` around the test, or `is not` within it.",
        "not",
        back=back,
    )


def _is_not(stuck: Stuck) -> Fault | None:
    if stuck.before(1) != "NOT" or stuck.word.type not in _STARTS_A_COMPARISON:
        return None
    return stuck.fault(
        "After `is not` comes an option, `one of` or `known`.",
        "Put `not (...)` around a comparison, as in `not (age is at least 62)`.",
        "not",
        words=2,
    )


def _is_a_number(stuck: Stuck) -> Fault | None:
    """`age is 62`, `birth_date is 2026-01-01`"""
    if stuck.before() != "IS":
        return None
    word = stuck.word
    if word.type in {"NUMBER", "MONEY", "PERCENT"}:
        hint = f"Say `is exactly {word}`, `is at least {word}` or `is at most {word}`."
    elif word.type in {"DATE", "MONTH", "TODAY"}:
        hint = f"Say `is on or after {word}` or `is on or before {word}`."
    else:
        return None
    return stuck.fault(f"`is` stands before an option, not before `{word}`.", hint, _WORD)


def _missing_word(stuck: Stuck) -> Fault | None:
    """`age at least 62`, `age is least 62`, `$150 month`"""
    word = stuck.word
    if word.type in {"AT", "MORE", "LESS", "EXACTLY", "ONE", "KNOWN"} and "IS" in stuck.accepts:
        test = "is at least` or `is at most" if word == "at" else f"is {word}"
        return stuck.fault(f"`is` is missing before `{word}`.", f"Write `{test}`.", _WORD)
    if word.type in {"LEAST", "MOST"} and "AT" in stuck.accepts:
        return stuck.fault(f"`at` is missing before `{word}`.", f"Write `at {word}`.", _WORD)
    if word.type in {"A_WEEK", "A_MONTH", "A_YEAR"} and stuck.before() == "MONEY":
        return stuck.fault(f"`a` is missing before `{word}`.", f"Write `a {word}`.", "unexpected")
    return None


def _pick_without_and(stuck: Stuck) -> Fault | None:
    """`later of declared, county_added`"""
    joins = stuck.word.type in {"COMMA", "OR"} and "AND" in stuck.accepts and not stuck.may_end
    which = next((word for word in reversed(stuck.read) if word.type in _PICKS), None)
    if not joins or which is None:
        return None
    message = f"`{which} of` has exactly two parts, joined by `and`."
    return stuck.fault(message, f"Write `and` instead of `{stuck.word}`.", "unexpected")


def _states_joined_by_or(stuck: Stuck) -> Fault | None:
    """`home_state is AK or HI`"""
    if stuck.word.type != "PLACE" or stuck.before() not in {"AND", "OR"}:
        return None
    return stuck.fault(
        f"After a list, `{stuck.read[-1]}` starts a new condition.",
        "Separate states with commas, as in `is one of AK, HI`.",
        "or-in-list",
        words=2,
    )


def _list_without_of(stuck: Stuck) -> Fault | None:
    """`stage is born, adopting`, `has includes snap, tanf`"""
    if stuck.word.type != "COMMA" or stuck.before() not in {"NAME", "PLACE"}:
        return None
    instead = {"IS": "is one of", "INCLUDES": "includes any of", "NOT": "is not one of"}
    if stuck.before(2) not in instead:
        return None
    hint = f"Before a list write `{instead[stuck.before(2)]}`."
    return stuck.fault("A list of options starts here.", hint, "or-in-list")


def _reserved_word(stuck: Stuck) -> Fault | None:
    """`month is at least 3`, `first is known`"""
    word = stuck.word
    if word.type in KEYWORDS and word not in _STRUCTURE and "NAME" in stuck.accepts:
        return _reserved(stuck, word, 0)
    stands_as_name = stuck.before() in _STARTS_A_VALUE and stuck.before(2) not in {
        "NUMBER",
        "MONEY",
        "BUSINESS",
        "A",
        "OF",
    }
    if stands_as_name and word.type in {"IS", "INCLUDES", "AND", "OR", "RPAR", "PLUS", "MINUS"}:
        return _reserved(stuck, stuck.read[-1], 1)
    return None


def _reserved(stuck: Stuck, word: str, back: int) -> Fault:
    return stuck.fault(
        f"`{word}` is a word of the language and cannot be an id.",
        "Choose another id.",
        "reserved-word",
        back=back,
    )


def _yearly_day(stuck: Stuck) -> Fault | None:
    """`first April 15 after today`, `15 April`, `first sunday after today`"""
    word = stuck.word
    if word.type == "NAME" and word.title() in (*MONTH_NAMES, *WEEKDAYS):
        hint = f"Write `{word.title()}`."
        return stuck.fault(f"`{word}` starts with a capital letter.", hint, "capitals")
    if word.type not in {"MONTH_NAME", "WEEKDAY"}:
        return None
    if stuck.before() in {"FIRST", "LAST"}:
        hint = f"Write the day before the month, as in `15 {word}`."
        return stuck.fault(f"`{word}` has no day before it.", hint, "date")
    hint = f"Write a date as `2026-11-21`, or `first {_turn(word)} after` some day."
    return stuck.fault(f"`{word}` stands in a yearly day or week only.", hint, "date")


def _turn(word: str) -> str:
    return word if word in WEEKDAYS else f"15 {word}"


def _capitals(stuck: Stuck) -> Fault | None:
    """`pregnant OR insured`"""
    word, small = stuck.word, stuck.word.lower()
    if word.type != "PLACE" or small not in RESERVED_WORDS:
        return None
    state = f"is the code of {PLACES[word]}" if word in PLACES else "has capital letters"
    return stuck.fault(f"`{word}` {state}.", f"Write `{small}`.", "capitals")


def _parentheses(stuck: Stuck) -> Fault | None:
    """`(pregnant`, `pregnant)`, `(rent plus cash) is at most $100`"""
    depth = sum({"LPAR": 1, "RPAR": -1}.get(word.type, 0) for word in stuck.read)
    if stuck.has_ended and "RPAR" in stuck.accepts:
        return stuck.fault(
            "A parenthesis is not closed.", "Write `)` where it ends.", "parentheses"
        )
    if stuck.word.type == "RPAR" and not depth and stuck.may_end:
        hint = "Leave it out, or write `(` where it starts."
        return stuck.fault("This parenthesis was never opened.", hint, "parentheses")
    around_value = stuck.word.type == "RPAR" and "IS" in stuck.accepts and not stuck.may_end
    if around_value or (stuck.word.type == "LPAR" and stuck.accepts & {"NUMBER", "DATE"}):
        hint = "Make the part in parentheses a fact with a name."
        return stuck.fault("Values have no parentheses.", hint, "parentheses")
    return None


def _near_miss(stuck: Stuck) -> Fault | None:
    """`has inclodes snap`"""
    if stuck.word.type != "NAME":
        return None
    close = get_close_matches(stuck.word, stuck.accepted_keywords(), n=1, cutoff=0.7)
    if not close:
        return None
    message = f"`{stuck.word}` cannot stand here."
    return stuck.fault(message, f"Did you mean `{close[0]}`?", "unexpected")


def _unexpected(stuck: Stuck) -> Fault:
    """Anything else."""
    expected, last = stuck.expected(), stuck.read[-1] if stuck.read else None
    where = f"After `{last}` comes" if last else "A sentence begins with"
    hint = f"{where} {expected}." if expected else f"The sentence ends after `{last}`."
    if stuck.has_ended:
        return stuck.fault("The sentence ends too soon.", hint, "unfinished")
    return stuck.fault(f"`{stuck.word}` cannot stand here.", hint, "unexpected")


_RECOGNISERS: tuple[Recogniser, ...] = (
    _empty,
    _mixed_and_or,
    _per,
    _foreign_word,
    _not_before_a_test,
    _is_a_number,
    _missing_word,
    _pick_without_and,
    _list_without_of,
    _yearly_day,
    _capitals,
    _states_joined_by_or,
    _parentheses,
    _reserved_word,
    _near_miss,
)
