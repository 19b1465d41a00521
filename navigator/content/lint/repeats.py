"""A rule on what is asked twice: the same fact by two questions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from navigator.content.builder import Draft
from navigator.content.library import Question, Wording
from navigator.content.lint.finding import Finding

_ALIKE = 90  # percent of `ask`, whatever the order of the words
_RATHER_ALIKE = 70  # percent of `ask` where `words` are the same


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
