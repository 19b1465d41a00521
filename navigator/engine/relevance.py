"""Which open questions can still change the checklist, and what each question may touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeVar

from navigator.content.library import Choice, Library, Step, Template, Wording
from navigator.engine.life import Life, Routes, routes
from navigator.rules import Cases, Condition, Reading, Truth, Value

_Anything = TypeVar("_Anything")


class Settled(Protocol):
    """A compiled sentence that can say which open questions still change it."""

    def settled_by(self, reading: Reading) -> frozenset[str]: ...


@dataclass(frozen=True)
class Subject:
    """Something the checklist shows under a condition: a step, a choice, an offer, a state's row.

    ``id`` is the step's id, or None for what is not a step; ``days`` say how a step stands, even
    one that left the list by being late; ``shown`` is all else that it says while on the list, and
    ``shown_late`` what it says only when overdue; ``names`` are the questions behind any of it.
    """

    id: str | None
    when: Condition | None
    days: tuple[Settled, ...]
    shown: tuple[Settled, ...]
    shown_late: tuple[Settled, ...]
    names: frozenset[str]


@dataclass(frozen=True)
class Plan:
    """What several journeys ask and bring, as one: worked out once for a library."""

    journeys: tuple[str, ...]
    questions: tuple[str, ...]  # the first round, in the order of asking
    details: tuple[str, ...]
    routes: Routes
    subjects: tuple[Subject, ...]
    touched_by: Mapping[str, tuple[Subject, ...]]  # question id -> what it can change


@lru_cache(maxsize=64)
def plan_of(library: Library, journeys: tuple[str, ...]) -> Plan:
    """Return the plan of ``journeys`` (ids): their interviews and steps joined, repeats dropped."""
    chosen = [library.journeys[journey] for journey in journeys]
    first = dict.fromkeys(q for journey in chosen for q in journey.first)
    details = dict.fromkeys(q for j in chosen for q in j.details if q not in first)
    paths = routes(library, (step for journey in chosen for step in journey.steps))
    subjects = tuple(_subjects(library, journeys, paths))
    touched: defaultdict[str, list[Subject]] = defaultdict(list)
    for subject in subjects:
        for name in subject.names:
            touched[name].append(subject)
    return Plan(
        journeys,
        tuple(first),
        tuple(details),
        paths,
        subjects,
        {name: tuple(found) for name, found in touched.items()},
    )


def _subjects(library: Library, journeys: Iterable[str], paths: Routes) -> Iterator[Subject]:
    for step in paths.steps.values():
        days, shown = tuple(_days_of(step)), tuple(_shown_by(library, step))
        late = tuple(sentences_of(step.if_late))
        yield _subject(library, step.id, step.when, days, shown, late)
    for journey_id in journeys:
        journey = library.journeys[journey_id]
        for choice_id in journey.choices:
            choice = library.choices[choice_id]
            yield _subject(library, None, choice.when, (), tuple(_shown_by_choice(choice)), ())
        for offer in journey.see_also:
            yield _subject(library, None, offer.when, (), tuple(sentences_of(offer.because)), ())


def _subject(
    library: Library,
    step: str | None,
    when: Condition | None,
    days: tuple[Settled, ...],
    shown: tuple[Settled, ...],
    shown_late: tuple[Settled, ...],
) -> Subject:
    names: set[str] = set()
    for part in (when, *days, *shown, *shown_late):
        for name in _names(part):
            names |= library.rulebook.questions_behind(name)
    return Subject(step, when, days, shown, shown_late, frozenset(names))


def _names(part: Settled | None) -> Iterable[str]:
    if isinstance(part, Condition | Value):
        return part.names
    if isinstance(part, StateRow):
        return (part.question,)
    return ()


@dataclass(frozen=True)
class StateRow:
    """An agency whose name or number depends on a question, such as the state."""

    question: str

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
    if subject.id is not None:
        return _open_for_step(subject, subject.id, reading, life)
    found = subject.when.settled_by(reading) if subject.when is not None else frozenset()
    if subject.when is None or subject.when.decide(reading) is not Truth.NO:
        found = found.union(*(part.settled_by(reading) for part in subject.shown))
    return found


def _open_for_step(subject: Subject, step: str, reading: Reading, life: Life) -> frozenset[str]:
    """A done or replaced step asks nothing; one that left by being late, only how it stands."""
    if life.is_done(step) or life.is_replaced(step):
        return frozenset()
    parts: tuple[Settled, ...] = () if subject.when is None else (subject.when,)
    if life.listed(step) is not Truth.NO:
        parts += subject.days
        if not life.has_left(step):
            parts += subject.shown
            if life.is_late(step):
                parts += subject.shown_late
    empty: frozenset[str] = frozenset()
    return empty.union(*(part.settled_by(reading) for part in parts))
