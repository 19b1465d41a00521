"""What a scenario says of the interview: its answers are asked for, and no others are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from navigator.authoring.deciding import deciding_tests
from navigator.authoring.expectations import Miss, Seen
from navigator.content.problems import Place
from navigator.rules import Truth


@dataclass(frozen=True)
class Answered:
    """Each answer that is given is asked for; an option that is chosen is on offer.

    No scenario writes this: giving the answers, by question with their places, says it.
    """

    answers: Mapping[str, Place]
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss for each answer that does not count."""
        plan, reading = seen.checklist.plan, seen.checklist.reading
        asked = frozenset(plan.questions + plan.details)
        for question, place in self.answers.items():
            if question not in asked:
                journeys = ", ".join(plan.journeys)
                yield Miss(place, _asked(question), f"{journeys} do not ask `{question}`")
            elif reading.applies(question) is Truth.NO:
                yield Miss(place, _asked(question), _not_asked(question), _why(seen, question))
            else:
                for option in _chosen(seen, question):
                    if option not in reading.offered(question):
                        why = _why_option(seen, question, option)
                        yield Miss(place, _offers(question, option), "it is not offered", why)


@dataclass(frozen=True)
class Open:
    """The questions of the first round that are left open: these, and no more.

    A scenario that does not write ``open`` says that none is.
    """

    questions: tuple[str, ...]
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss for each question that is asked too much, or is not asked."""
        for question in seen.open:
            if question not in self.questions:
                hint = "Answer it, or write it under `open`, or mend its `when`."
                why = (*_why(seen, question), hint)
                yield Miss(self.place, f"`{question}` is answered or not asked", "it is open", why)
        for question in self.questions:
            if question not in seen.open:
                why = _why(seen, question)
                yield Miss(self.place, f"`{question}` is open", "it is not open", why)


@dataclass(frozen=True)
class NotAsked:
    """The person is not asked this question, in the first round or after."""

    question: str
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss if the question is asked."""
        if seen.asks(self.question):
            question = self.question
            yield Miss(self.place, _not_asked(question), _asked(question), _why(seen, question))


@dataclass(frozen=True)
class NotOffered:
    """An option of a question is not on offer to this person."""

    question: str
    option: str
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss if the option is offered, or the question is not even asked."""
        if not seen.asks(self.question):
            why = _why(seen, self.question)
            yield Miss(self.place, _asked(self.question), _not_asked(self.question), why)
        elif self.option in seen.checklist.reading.offered(self.question):
            why = _why_option(seen, self.question, self.option)
            expected = f"`{self.question}` does not offer `{self.option}`"
            yield Miss(self.place, expected, "it is offered", why)


def _chosen(seen: Seen, question: str) -> Iterator[str]:
    options = {option.id for option in seen.checklist.library.questions[question].options}
    match seen.checklist.situation.answers.get(question):
        case str(only) if only in options:
            yield only
        case list() | tuple() as ticked:
            yield from (str(each) for each in ticked if each in options)


def _why(seen: Seen, question: str) -> tuple[str, ...]:
    library = seen.checklist.library
    when = library.questions[question].when
    if when is None:
        return ()
    return tuple(dict.fromkeys(deciding_tests(when, seen.checklist.reading, library)))


def _why_option(seen: Seen, question: str, option: str) -> tuple[str, ...]:
    library = seen.checklist.library
    for each in library.questions[question].options:
        if each.id == option and each.when is not None:
            return tuple(dict.fromkeys(deciding_tests(each.when, seen.checklist.reading, library)))
    return ()


def _asked(question: str) -> str:
    return f"`{question}` is asked"


def _not_asked(question: str) -> str:
    return f"`{question}` is not asked"


def _offers(question: str, option: str) -> str:
    return f"`{question}` offers `{option}`"
