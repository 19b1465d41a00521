"""What the answers to some questions tell of another, so that no fact is asked for twice."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from navigator.content.library import Library, Question
from navigator.engine.situation import Situation
from navigator.rules import AnyOf, Condition, Reading, Truth, YesNo

_YES: Final = Truth.YES


def with_told(library: Library, situation: Situation) -> Situation:
    """Return ``situation`` with the questions answered that the answers to others tell.

    An answer to the question itself holds, also *not sure*. What is told tells nothing further, so
    questions may tell of each other. An `any of` question is still asked: see ``told_options``.
    """
    answers = situation.answers
    silent = [
        question
        for question, sources in _tellable(library)
        if question.id not in answers and not sources.isdisjoint(answers)
    ]
    if not silent:
        return situation
    reading = library.rulebook.read(answers, situation.today, situation.helping)
    found = {question.id: told for question in silent if (told := _told(question, reading))}
    return replace(situation, answers={**answers, **found}) if found else situation


def told_options(question: Question, reading: Reading) -> frozenset[str]:
    """Return the ids of the options of ``question`` that the answers to others tell."""
    return frozenset(option.id for option in question.options if _holds(option.told, reading))


@lru_cache(maxsize=64)
def _tellable(library: Library) -> tuple[tuple[Question, frozenset[str]], ...]:
    """Return each question that others can answer whole, and those others."""
    found = []
    for question in library.questions.values():
        conditions = (question.told, *(option.told for option in question.options))
        names = frozenset[str]().union(*(told.names for told in conditions if told is not None))
        if names and not isinstance(question.kind, AnyOf):
            behind = (library.rulebook.questions_behind(name) for name in names)
            found.append((question, frozenset[str]().union(*behind)))
    return tuple(found)


def _told(question: Question, reading: Reading) -> object:
    """Return the answer (JSON) that is told, None where nothing tells it."""
    if isinstance(question.kind, YesNo):
        return True if _holds(question.told, reading) else None
    return next((o.id for o in question.options if _holds(o.told, reading)), None)


def _holds(told: Condition | None, reading: Reading) -> bool:
    return told is not None and told.decide(reading) is _YES
