"""Which open questions can still change the checklist, and what each question may touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Final, Protocol, TypeVar

from navigator.content.library import Choice, Library, Step, Template, Wording
from navigator.engine.life import Life
from navigator.engine.routes import Routes, routes
from navigator.rules import Cases, Condition, Reading, Truth, Value

_Anything = TypeVar("_Anything")
_NO: Final = Truth.NO


class Settled(Protocol):
    """A compiled sentence that can say which open questions still change it."""

    @property
    def names(self) -> frozenset[str]: ...

    def settled_by(self, reading: Reading) -> frozenset[str]: ...


@dataclass(frozen=True)
class Subject:
    """Something the checklist shows under a condition: a step, a choice, an offer, a state's row.

    ``id`` is the step's id, or None for what is not a step, which its ``gate`` brings. ``when`` is
    what brings it, if anything; ``days`` say how a step stands, even one that left the list by
    being late; ``shown`` is all else that it says while on the list, and ``shown_late`` what it
    says only when overdue.
    """

    id: str | None
    gate: Condition | None
    when: tuple[Settled, ...]
    days: tuple[Settled, ...]
    shown: tuple[Settled, ...]
    shown_late: tuple[Settled, ...]

    @property
    def sentences(self) -> tuple[Settled, ...]:
        """All that it says, in any case."""
        return self.when + self.days + self.shown + self.shown_late

    def about(self, question: str, behind: Mapping[Settled, frozenset[str]]) -> Subject:
        """Return what of it rests on ``question``; ``behind`` are the questions of sentences."""
        parts = (self.when, self.days, self.shown, self.shown_late)
        when, days, shown, shown_late = (
            tuple(sentence for sentence in part if question in behind[sentence]) for part in parts
        )
        return Subject(self.id, self.gate, when, days, shown, shown_late)


@dataclass(frozen=True)
class Plan:
    """What several journeys ask and bring, as one: worked out once for a library."""

    journeys: tuple[str, ...]
    questions: tuple[str, ...]  # the first round, in the order of asking
    details: tuple[str, ...]
    routes: Routes
    subjects: tuple[Subject, ...]
    touched_by: Mapping[str, tuple[Subject, ...]]  # question id -> what of all subjects rests on it

    @cached_property
    def subject_of(self) -> Mapping[str, Subject]:
        """The subject of each step, by its id."""
        return {subject.id: subject for subject in self.subjects if subject.id is not None}

    @cached_property
    def turn_of(self) -> Mapping[str, int]:
        """The place of each question in the order of asking, the details last."""
        return {name: place for place, name in enumerate(self.questions + self.details)}


@lru_cache(maxsize=64)
def plan_of(library: Library, journeys: tuple[str, ...]) -> Plan:
    """Return the plan of ``journeys`` (ids): their interviews and steps joined, repeats dropped.

    What opens each of them is asked first: it may tell what the others ask later.
    """
    chosen = [library.journeys[journey] for journey in journeys]
    opening = [question for journey in chosen for question in journey.first[:1]]
    first = dict.fromkeys([*opening, *(q for journey in chosen for q in journey.first)])
    details = dict.fromkeys(q for j in chosen for q in j.details if q not in first)
    paths = routes(library, (step for journey in chosen for step in journey.steps))
    subjects = tuple(_subjects(library, journeys, paths))
    return Plan(
        journeys, tuple(first), tuple(details), paths, subjects, _touched_by(library, subjects)
    )


def _touched_by(library: Library, subjects: Iterable[Subject]) -> dict[str, tuple[Subject, ...]]:
    """Return what of ``subjects`` rests on each question, the plainest first.

    What rests on few questions soonest shows that one of them matters.
    """
    touched: defaultdict[str, list[tuple[int, Subject]]] = defaultdict(list)
    for subject in subjects:
        behind = {part: _behind(part, library) for part in subject.sentences}
        for question in frozenset[str]().union(*behind.values()):
            about = subject.about(question, behind)
            touched[question].append((min(len(behind[p]) for p in about.sentences), about))
    return {
        question: tuple(subject for _, subject in sorted(found, key=itemgetter(0)))
        for question, found in touched.items()
    }


def _behind(part: Settled, library: Library) -> frozenset[str]:
    """Return the questions that a sentence rests on."""
    found = (library.rulebook.questions_behind(name) for name in part.names)
    return frozenset[str]().union(*found)


def _subjects(library: Library, journeys: Iterable[str], paths: Routes) -> Iterator[Subject]:
    for step in paths.steps.values():
        yield subject_of(library, step)
    for journey_id in journeys:
        journey = library.journeys[journey_id]
        for choice_id in journey.choices:
            choice = library.choices[choice_id]
            shown = tuple(_shown_by_choice(choice))
            yield Subject(None, choice.when, _one(choice.when), (), shown, ())
        for offer in journey.see_also:
            shown = tuple(sentences_of(offer.because))
            yield Subject(None, offer.when, _one(offer.when), (), shown, ())


def subject_of(library: Library, step: Step) -> Subject:
    """Return all the sentences of a step."""
    days, shown = tuple(_days_of(step)), tuple(_shown_by(library, step))
    late = tuple(sentences_of(step.if_late))
    return Subject(step.id, None, _one(step.when), days, shown, late)


def _one(when: Condition | None) -> tuple[Settled, ...]:
    return () if when is None else (when,)


@dataclass(frozen=True)
class StateRow:
    """An agency whose name or number depends on a question, such as the state."""

    question: str

    @property
    def names(self) -> frozenset[str]:
        """The question."""
        return frozenset((self.question,))

    def settled_by(self, reading: Reading) -> frozenset[str]:
        """The question itself, as long as it is open."""
        return frozenset((self.question,)) if reading.is_open(self.question) else frozenset()


def _days_of(step: Step) -> Iterator[Settled]:
    for value in (step.opens, step.due, step.best_by, step.until, step.every):
        if value is not None:
            yield value
    if step.done_if is not None:
        yield step.done_if
    if step.late is not None:
        yield from conditions_of(step.late)


def _shown_by(library: Library, step: Step) -> Iterator[Settled]:
    """Yield every sentence behind the papers, texts and contact that ``step`` shows."""
    for wording in shown_texts(step):
        yield from sentences_of(wording)
    if step.bring is not None:
        yield from conditions_of(step.bring)
        for paper_id in dict.fromkeys(paper for ids in step.bring.every() for paper in ids):
            paper = library.documents[paper_id]
            for text in (paper.name, paper.why, paper.replace, paper.instead):
                yield from sentences_of(text)
    agency = library.agencies[step.agency]
    if agency.by is not None:
        yield StateRow(agency.by)


def _shown_by_choice(choice: Choice) -> Iterator[Settled]:
    texts = [choice.title, choice.intro]
    for option in choice.options:
        if option.when is not None:
            yield option.when
        texts += [option.label, option.gain, option.loss, option.undo, option.until]
    for text in texts:
        yield from sentences_of(text)


def shown_texts(step: Step) -> Iterator[Wording | None]:
    """Yield the texts of a step that are shown however it stands."""
    yield from (step.do, step.how, step.takes, step.cost, step.next, step.say)
    yield from (step.in_person, step.mail, step.online_only, step.if_refused, step.if_silent)
    if step.helper is not None:
        yield from (step.helper.alone, step.helper.together)


def sentences_of(wording: Wording | None) -> Iterator[Settled]:
    """Yield the conditions and values inside a text, for the person and for a helper."""
    if wording is None:
        return
    for cases in (wording.plain, wording.helper):
        yield from conditions_of(cases)
        for template in cases.every():
            yield from _values(template)


def conditions_of(cases: Cases[_Anything]) -> Iterator[Condition]:
    """Yield the conditions that pick a case."""
    return (condition for condition, _ in cases.cases if condition is not None)


def _values(template: Template) -> Iterator[Value]:
    return (part for part in template.parts if isinstance(part, Value))


def open_for(subject: Subject, reading: Reading, life: Life) -> frozenset[str]:
    """Return the open questions that can still change what ``subject`` shows."""
    found = (sentence.settled_by(reading) for sentence in in_play(subject, reading, life))
    return frozenset[str]().union(*found)


def in_play(subject: Subject, reading: Reading, life: Life) -> Iterator[Settled]:
    """Yield the sentences of ``subject`` that decide what is shown, as things stand."""
    if subject.id is None:
        yield from subject.when
        if subject.gate is None or subject.gate.decide(reading) is not _NO:
            yield from subject.shown
    elif not life.is_done(subject.id) and not life.is_replaced(subject.id):
        yield from subject.when
        if life.listed(subject.id) is not _NO:
            yield from subject.days
            yield from _shown(subject, subject.id, life)


def _shown(subject: Subject, step: str, life: Life) -> Iterator[Settled]:
    """A step that left by being late shows nothing but how it stands."""
    if (subject.shown or subject.shown_late) and not life.has_left(step):
        yield from subject.shown
        if subject.shown_late and life.is_late(step):
            yield from subject.shown_late
