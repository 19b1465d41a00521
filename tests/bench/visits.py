"""Random people's ways through an interview, situation by situation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import NamedTuple

from navigator.content import Library
from navigator.engine import Situation, Who, next_question
from tests.bench.people import Crowd, ranges_of

_KEY = "a key for measuring only, of no use to anybody"
_SURE = 0.9


class Interview(NamedTuple):
    """One person's way: each situation with the question ``asked`` in it, and the ``end``."""

    asked: list[tuple[Situation, str]]
    end: Situation


def interviews(library: Library, journey: str, today: date, people: int) -> Iterator[Interview]:
    """Yield the interviews of random people.

    They know what is happening to them, the first question; of every tenth answer after it they
    are *not sure*.
    """
    chance = Random(journey)
    crowd = Crowd(library.rulebook, today, ranges_of(library))
    for _ in range(people):
        told = crowd.person(chance)
        situation = Situation(today, who=Who.CLIENT if told.helping else Who.ME)
        asked: list[tuple[Situation, str]] = []
        while question := next_question(library, situation, [journey]):
            asked.append((situation, question.id))
            is_sure = len(asked) == 1 or chance.random() < _SURE
            answer = told.answers.get(question.id) if is_sure else None
            situation = situation.answering(question.id, answer)
        yield Interview(asked, situation)
