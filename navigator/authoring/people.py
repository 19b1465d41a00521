"""Finds people: at random, or one who reaches what no scenario reaches, by going there in steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from random import Random

from navigator.authoring.distance import Ruler
from navigator.authoring.pool import Pool
from navigator.authoring.scenes import Scene
from navigator.content import Draft
from navigator.engine import Mark, Situation, Who, asked, next_question
from navigator.engine.relevance import plan_of
from navigator.rules import Truth, tree
from navigator.rules.tree import names_in

_CROWD = 60
_STARTS = 4
_ROUNDS = 14
_MOVES = 48  # answers tried to one question in a round
_KICK = 2  # answers changed at random where no single one helps
_SHARE_HELPING = 0.2
_SHARE_OTHER_DAY = 0.1


@dataclass(frozen=True, eq=False)
class Target:
    """Whom to look for: ``is_reached`` decides; ``wanted`` are conditions that lead there."""

    journeys: tuple[str, ...]
    is_reached: Callable[[Scene], bool]
    wanted: tuple[tree.Condition, ...] = ()
    marks: Mapping[str, Mark] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class People:
    """Random people of ``draft`` around ``today``; the same ``seed`` gives the same people."""

    draft: Draft
    today: date
    seed: int = 1
    known: tuple[Situation, ...] = ()
    """People to begin a search from, such as those of scenarios."""

    @cached_property
    def chance(self) -> Random:
        """Where all that is random comes from."""
        return Random(self.seed)

    @cached_property
    def pool(self) -> Pool:
        """The answers people give."""
        return Pool(self.draft, self.today)

    @cached_property
    def _crowds(self) -> dict[tuple[str, ...], list[Situation]]:
        return {}

    @cached_property
    def _ruler(self) -> Ruler:
        return Ruler(self.draft.library)

    def anybody(self, journeys: Sequence[str]) -> Situation:
        """Return somebody who has answered all questions of ``journeys`` that apply."""
        chance, plan = self.chance, plan_of(self.draft.library, tuple(journeys))
        is_other_day = chance.random() < _SHARE_OTHER_DAY
        today = chance.choice(self.pool.days) if is_other_day else self.today
        who = Who.CLIENT if chance.random() < _SHARE_HELPING else Who.ME
        return self._answered(Situation(today, who=who), plan.questions + plan.details)

    def find(self, target: Target) -> Scene | None:
        """Return somebody who reaches ``target``, None if nobody was found."""
        questions = self._questions_behind(target)
        for start in self._starts(target):
            found = self._climb(start, target, questions)
            if found is not None:
                return self._tidy(found, target)
        return None

    def _answered(self, situation: Situation, questions: Iterable[str]) -> Situation:
        rulebook = self.draft.library.rulebook
        for name in questions:
            reading = rulebook.read(situation.answers, situation.today, situation.helping)
            if reading.applies(name) is not Truth.NO:
                situation = situation.answering(name, self._answer(name, reading.offered(name)))
        return situation

    def _answer(self, question: str, offered: Sequence[str]) -> object:
        answer = self.pool.any_of(question, self.chance)
        if isinstance(answer, str) and offered and answer not in offered:
            return self.chance.choice(tuple(offered))
        return answer

    def _questions_behind(self, target: Target) -> tuple[str, ...]:
        rulebook = self.draft.library.rulebook
        names = frozenset[str]().union(*map(names_in, target.wanted))
        behind = (rulebook.questions_behind(name) for name in names if name in rulebook.definitions)
        plan = plan_of(self.draft.library, target.journeys)
        wanted = frozenset[str]().union(*behind)
        return tuple(name for name in plan.questions + plan.details if name in wanted)

    def _starts(self, target: Target) -> list[Situation]:
        crowd = [*self.known, *self._crowd(target.journeys)]
        marked = [replace(each, marks={**each.marks, **target.marks}) for each in crowd]
        return sorted(marked, key=lambda each: self._distance(each, target))[:_STARTS]

    def _crowd(self, journeys: tuple[str, ...]) -> list[Situation]:
        if journeys not in self._crowds:
            self._crowds[journeys] = [self.anybody(journeys) for _ in range(_CROWD)]
        return self._crowds[journeys]

    def _distance(self, situation: Situation, target: Target) -> float:
        rulebook = self.draft.library.rulebook
        reading = rulebook.read(situation.answers, situation.today, situation.helping)
        return sum(self._ruler.distance(each, True, reading) for each in target.wanted)

    def _climb(
        self, situation: Situation, target: Target, questions: Sequence[str]
    ) -> Situation | None:
        best = self._distance(situation, target)
        for _ in range(_ROUNDS):
            if best == 0 and target.is_reached(self._scene(situation, target)):
                return situation
            moves = [
                (self._distance(each, target), each) for each in self._moves(situation, questions)
            ]
            nearest = min(moves, key=lambda move: move[0], default=(best, situation))
            if nearest[0] < best:
                best, situation = nearest
            else:
                situation = self._kicked(situation, questions)
                best = self._distance(situation, target)
        return None

    def _moves(self, situation: Situation, questions: Sequence[str]) -> Iterator[Situation]:
        """Yield the situations one answer away, or on another day, or by somebody else."""
        for name in questions:
            answers = self.pool.of(name)
            few = len(answers) <= _MOVES
            for answer in answers if few else self.chance.sample(answers, _MOVES):
                if answer != situation.answers.get(name, self):
                    yield situation.answering(name, answer)
        yield replace(situation, who=Who.ME if situation.helping else Who.CLIENT)
        for day in self.pool.days[:_MOVES]:
            yield replace(situation, today=day)

    def _kicked(self, situation: Situation, questions: Sequence[str]) -> Situation:
        for name in self.chance.sample(questions, min(_KICK, len(questions))):
            situation = situation.answering(name, self.chance.choice(self.pool.of(name)))
        return situation

    def _scene(self, situation: Situation, target: Target) -> Scene:
        return Scene(self.draft.library, situation, target.journeys)

    def _tidy(self, situation: Situation, target: Target) -> Scene:
        """Drop answers to questions that this person is not asked, and answer those they are."""
        tidied = self._completed(self._silenced(situation, target), target)
        scene = self._scene(tidied, target)
        return scene if target.is_reached(scene) else self._scene(situation, target)

    def _silenced(self, situation: Situation, target: Target) -> Situation:
        path = asked(self.draft.library, situation, target.journeys)
        answers = situation.answers
        kept = {each.id: answers[each.id] for each in path if each.id in answers}
        return replace(situation, answers=kept)

    def _completed(self, situation: Situation, target: Target) -> Situation:
        library = self.draft.library
        while question := next_question(library, situation, target.journeys):
            reading = library.rulebook.read(situation.answers, situation.today, situation.helping)
            offered = reading.offered(question.id)
            tried = [self._answer(question.id, offered) for _ in range(_STARTS)]
            ways = [situation.answering(question.id, each) for each in tried]
            reaching = (w for w in ways if self._counts(question.id, w, target))
            situation = next(reaching, situation.answering(question.id, None))
        return situation

    def _counts(self, question: str, situation: Situation, target: Target) -> bool:
        """Whether the answer is one that is not asked for again, and the target still reached."""
        scene = self._scene(situation, target)
        return not scene.reading.is_open(question) and target.is_reached(scene)
