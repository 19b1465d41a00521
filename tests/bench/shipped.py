"""All sentences of a library: conditions of steps, questions and texts; days and amounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from navigator.content import Library
from navigator.content.library import Step, Wording
from navigator.engine.relevance import conditions_of as picking
from navigator.engine.relevance import sentences_of, shown_texts
from navigator.rules import Condition, Value


def step_conditions(library: Library) -> tuple[Condition, ...]:
    """Return the ``when`` of every step."""
    return tuple(step.when for step in library.steps.values() if step.when is not None)


def all_conditions(library: Library) -> tuple[Condition, ...]:
    """Return every condition: of steps, questions, options, choices, offers and texts."""
    return tuple(part for part in _sentences(library) if isinstance(part, Condition))


def all_values(library: Library) -> tuple[Value, ...]:
    """Return every value: the days of steps, and the amounts and days in texts."""
    return tuple(part for part in _sentences(library) if isinstance(part, Value))


def _sentences(library: Library) -> Iterator[object]:
    for step in library.steps.values():
        yield from _of_step(step)
    for question in library.questions.values():
        yield question.when
        yield from (option.when for option in question.options)
        texts = (question.ask, question.why, question.hint, question.how_to_ask, question.words)
        yield from _in_texts(texts)
    for choice in library.choices.values():
        yield choice.when
        yield from (option.when for option in choice.options)
    for journey in library.journeys.values():
        yield from (offer.when for offer in journey.see_also)


def _of_step(step: Step) -> Iterator[object]:
    yield from (step.when, step.done_if, step.opens, step.due, step.best_by, step.until, step.every)
    if step.late is not None:
        yield from picking(step.late)
    if step.bring is not None:
        yield from picking(step.bring)
    yield from _in_texts(chain(shown_texts(step), (step.if_late,)))


def _in_texts(texts: Iterable[Wording | None]) -> Iterator[object]:
    for text in texts:
        yield from sentences_of(text)
