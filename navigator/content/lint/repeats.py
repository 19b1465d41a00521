"""Rules on what is asked twice: the same fact by two questions, or by their options."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from navigator.content.builder import Draft
from navigator.content.library import Option, Question, Wording
from navigator.content.lint.finding import Finding
from navigator.rules import AnyOf

_ALIKE = 90  # percent of `ask`, whatever the order of the words
_RATHER_ALIKE = 70  # percent of `ask` where `words` are the same
_FEWEST_WORDS = 4  # of an option's label


def same_question(draft: Draft) -> Iterator[Finding]:
    """No two questions, of one journey or of two, ask for the same in nearly the same words.

    A plan may hold any two journeys, so whoever answers both would be asked twice.
    """
    for first, second in combinations(draft.library.questions.values(), 2):
        if type(first.kind) is type(second.kind) and _are_alike(first, second):
            message = f"`{second.id}` asks what `{first.id}` asks, or seems to."
            place = draft.entries.questions[second.id].node.place_of("ask")
            hint = "Ask it once, in a group in common/, or say what tells them apart."
            yield Finding(place, message, hint)


def same_option(draft: Draft) -> Iterator[Finding]:
    """No two questions offer the same to choose, in the same words, unless one tells the other.

    Options of few words (*Someone else*) mean another thing under another question.
    """
    offered: defaultdict[tuple[str, ...], list[tuple[Question, Option]]] = defaultdict(list)
    for question in draft.library.questions.values():
        if draft.entries.questions[question.id].node.text("options") is None:  # not another's
            for option in question.options:
                offered[tuple(sorted(_said(option.label).split()))].append((question, option))
    for words, alike in offered.items():
        for (first, one), (second, other) in combinations(alike, 2):
            is_told = _tells(draft, first, other) or _tells(draft, second, one)
            if len(words) >= _FEWEST_WORDS and first is not second and not is_told:
                says = f"`{other.id}` of `{second.id}` says what `{one.id}` of `{first.id}` does."
                options = draft.entries.questions[second.id].node.mapping("options")
                hint = f"Write `told: {_written(first, one)}`, or say what tells them apart."
                yield Finding(options.place_of(other.id), says, hint)


def _tells(draft: Draft, question: Question, option: Option) -> bool:
    """Say whether the answer to ``question`` can tell ``option``."""
    names = option.told.names if option.told is not None else ()
    return any(question.id in draft.library.rulebook.questions_behind(name) for name in names)


def _written(question: Question, option: Option) -> str:
    verb = "includes" if isinstance(question.kind, AnyOf) else "is"
    return f"{question.id} {verb} {option.id}"


def _are_alike(first: Question, second: Question) -> bool:
    same_words = first.words is not None and _said(first.words) == _said(second.words)
    least = _RATHER_ALIKE if same_words else _ALIKE
    alike = fuzz.token_sort_ratio(_said(first.ask), _said(second.ask), score_cutoff=least)
    return alike >= least


def _said(wording: Wording | None) -> str:
    """Return the last case of a text, in small letters, without the values in it."""
    if wording is None:
        return ""
    parts = wording.plain.every()[-1].parts
    return "".join(part for part in parts if isinstance(part, str)).casefold()
