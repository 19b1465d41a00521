"""Random people's ways through an interview, situation by situation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from navigator.content import Library
from navigator.engine import Situation, Who, next_question
from tests.bench.people import Crowd, ranges_of

_SURE = 0.9


class Interview(NamedTuple):
    """One person's way: each situation with the question ``asked`` in it, and the ``end``."""

    asked: list[tuple[Situation, str]]
    end: Situation


def interviews(
    library: Library, journeys: Sequence[str], today: date, people: int
) -> Iterator[Interview]:
    """Yield the interviews of random people, each with one plan of all ``journeys``.

    They know what is happening to them, the first question; of every tenth answer after it they
    are *not sure*.
    """
    chance = Random(" ".join(journeys))
    crowd = Crowd(library.rulebook, today, ranges_of(library))
    for _ in range(people):
        told = crowd.person(chance)
        situation = Situation(today, who=Who.CLIENT if told.helping else Who.ME)
        asked: list[tuple[Situation, str]] = []
        while question := next_question(library, situation, journeys):
            asked.append((situation, question.id))
            is_sure = len(asked) == 1 or chance.random() < _SURE
            answer = told.answers.get(question.id) if is_sure else None
            situation = situation.answering(question.id, answer)
        yield Interview(asked, situation)
