"""How long an interview can get: the longest path found, and a bound that no path goes beyond."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navigator.authoring.longest import most_that_apply
from navigator.authoring.people import People
from navigator.content import Draft, Library
from navigator.engine import Situation, next_question, progress

MOST_QUESTIONS = 15
"""On any path of the first round, *whom the plan is for* among them."""

_WALKS, _WALKS_UNPROVED = 40, 200
_TRIED = 8  # answers to one question on a walk
_SHARE_AT_RANDOM = 0.25


@dataclass(frozen=True)
class Reach:
    """The longest way through ``first`` that was found, as question ids; who-for is not in it.

    No way has more questions than ``bound``; None where there were too many ways to look at all.
    """

    journeys: tuple[str, ...]
    longest: tuple[str, ...]
    answers: Mapping[str, object]
    bound: int | None

    @property
    def most(self) -> int:
        """The most questions that anybody was found to be asked, whom the plan is for included."""
        return 1 + len(self.longest)

    @property
    def is_proved(self) -> bool:
        """Whether no path is longer than MOST_QUESTIONS, whatever is answered."""
        return self.bound is not None and 1 + self.bound <= MOST_QUESTIONS


def reach(draft: Draft, journeys: Sequence[str], people: People) -> Reach:
    """Return the longest way found through the interview of ``journeys``, and the bound.

    Where the bound is no proof that the interview is short enough, more ways are tried.
    """
    chosen = tuple(journeys)
    bound = most_that_apply(draft.library, chosen, people)
    proved = Reach(chosen, (), {}, bound).is_proved
    number = _WALKS if proved else _WALKS_UNPROVED
    walks = [_walk(draft.library, chosen, people) for _ in range(number)]
    longest = max(walks, key=lambda walk: len(walk.answers))
    return Reach(chosen, tuple(longest.answers), longest.answers, bound)


def _walk(library: Library, journeys: tuple[str, ...], people: People) -> Situation:
    """Answer question by question so that much stays to be asked, now and then at random."""
    situation = Situation(people.today)
    while question := next_question(library, situation, journeys):
        reading = library.rulebook.read(situation.answers, situation.today)
        answers = _some(people, question.id, reading.offered(question.id))
        ways = [situation.answering(question.id, answer) for answer in answers]
        if people.chance.random() < _SHARE_AT_RANDOM:
            situation = people.chance.choice(ways)
        else:
            situation = max(ways, key=lambda way: progress(library, way, journeys).at_most_left)
    return situation


def _some(people: People, question: str, offered: Sequence[str]) -> list[object]:
    pool = people.pool.of(question)
    if offered:
        pool = tuple(a for a in pool if not isinstance(a, str) or a in offered)
    if len(pool) <= _TRIED:
        return list(pool)
    return [*people.chance.sample(pool[:-1], _TRIED), None]
