"""What to ask next: only what applies, or may, and can still change the checklist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from navigator.content.library import Library, Question
from navigator.engine.life import Life
from navigator.engine.relevance import Plan, Settled, in_play, plan_of
from navigator.engine.situation import Situation
from navigator.engine.telling import with_told


@dataclass(frozen=True)
class Progress:
    """How far the interview is: questions answered on this path, and at most how many are left."""

    answered: int
    at_most_left: int


class Interview:
    """The questions of one situation, each looked at once."""

    def __init__(self, library: Library, situation: Situation, plan: Plan) -> None:
        self._library = library
        self._plan = plan
        self.reading = library.rulebook.read(situation.answers, situation.today, situation.helping)
        self._life = Life(plan.routes, situation, self.reading)
        self._settled: dict[Settled, frozenset[str]] = {}

    def open_questions(self, names: Sequence[str]) -> Iterator[str]:
        """Yield those of ``names`` that are not answered, apply or may, and still matter."""
        for name in names:
            if self.reading.is_open(name) and self.matters(name):
                yield name

    def matters(self, question: str) -> bool:
        """Whether the answer to ``question`` can still change the checklist."""
        return any(
            question in self._settled_by(sentence)
            for subject in self._plan.touched_by.get(question, ())
            for sentence in in_play(subject, self.reading, self._life)
        )

    def _settled_by(self, sentence: Settled) -> frozenset[str]:
        found = self._settled.get(sentence)
        if found is None:
            found = self._settled[sentence] = sentence.settled_by(self.reading)
        return found


def next_question(
    library: Library, situation: Situation, journeys: Sequence[str], *, details: bool = False
) -> Question | None:
    """Return the first question that is open and can still change the checklist, or None.

    ``journeys`` are ids; with ``details`` the questions offered from the checklist follow.
    """
    plan = plan_of(library, tuple(journeys))
    names = plan.questions + plan.details if details else plan.questions
    told = with_told(library, situation)
    found = next(Interview(library, told, plan).open_questions(names), None)
    return None if found is None else library.questions[found]


def open_details(
    library: Library, situation: Situation, journeys: Sequence[str]
) -> tuple[Question, ...]:
    """Return what is left to ask from the checklist: those of ``details`` that still matter."""
    plan = plan_of(library, tuple(journeys))
    told = with_told(library, situation)
    found = Interview(library, told, plan).open_questions(plan.details)
    return tuple(library.questions[name] for name in found)


def asked(
    library: Library, situation: Situation, journeys: Sequence[str], *, details: bool = True
) -> tuple[Question, ...]:
    """Return the questions asked on this person's path, in order: the interview played again.

    Those that other answers tell are among them. Answers that the path no longer meets are left
    out; they are not lost, only silent.
    """
    plan = plan_of(library, tuple(journeys))
    names = plan.questions + plan.details if details else plan.questions
    answers = with_told(library, situation).answers
    known = [name for name in names if name in answers]
    path: list[Question] = []
    replay = replace(situation, answers={})
    while found := next(Interview(library, replay, plan).open_questions(known), None):
        path.append(library.questions[found])
        known.remove(found)  # an answer that does not count leaves its question open: not twice
        replay = replay.answering(found, answers[found])
    return tuple(path)


def progress(library: Library, situation: Situation, journeys: Sequence[str]) -> Progress:
    """Return an honest progress: what is left is counted as of now.

    It only shrinks, unless an answer opens a question that did not apply before.
    """
    plan = plan_of(library, tuple(journeys))
    told = with_told(library, situation)
    left = sum(1 for _ in Interview(library, told, plan).open_questions(plan.questions))
    answered = sum(1 for name in plan.questions if name in situation.answers)
    return Progress(answered, left)
