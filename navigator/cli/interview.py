"""The interview in a terminal or over a pipe: one question at a time, until none is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum
from typing import Protocol

import click

from navigator.authoring import TypedError, read_typed
from navigator.cli.plain import paragraph
from navigator.cli.plan_text import plan_text
from navigator.cli.question_text import Asking
from navigator.content import Library
from navigator.content.library import Question
from navigator.engine import (
    Situation,
    Who,
    Words,
    checklist,
    next_question,
    open_details,
    progress,
)
from navigator.engine.limits import limit_fault
from navigator.engine.telling import with_told
from navigator.rules import kinds


class Lines(Protocol):
    """Where answers come from."""

    def read(self) -> str | None:
        """Return what is typed next, or None at the end."""


class _Word(Enum):
    """What can be said to every question."""

    WHY = "why"
    NOT_SURE = "not sure"
    DECLINED = "declined"
    BACK = "back"
    PLAN = "plan"
    QUIT = "quit"


_WORDS = {
    "?": _Word.WHY,
    "why": _Word.WHY,
    "h": _Word.WHY,
    "help": _Word.WHY,
    "u": _Word.NOT_SURE,
    "d": _Word.DECLINED,
    "b": _Word.BACK,
    "back": _Word.BACK,
    "p": _Word.PLAN,
    "plan": _Word.PLAN,
    "q": _Word.QUIT,
    "quit": _Word.QUIT,
    "exit": _Word.QUIT,
}
_WHO = {"1": Who.ME, "2": Who.SOMEONE_CLOSE, "3": Who.CLIENT}
_WHO_WORDS = {"me": Who.ME, "myself": Who.ME, "relative": Who.SOMEONE_CLOSE}
_WHO_WORDS |= {"friend": Who.SOMEONE_CLOSE, "client": Who.CLIENT}

_EMPTY = "Enter an answer, or u if you are not sure."


class Interview:
    """Asks until nothing is left, the input ends or the person quits.

    ``situation`` is what has been told so far; ``has_quit`` that the person left without a plan.
    """

    def __init__(
        self, library: Library, journeys: tuple[str, ...], situation: Situation, lines: Lines
    ) -> None:
        self.situation = situation
        self.has_quit = False
        self._library = library
        self._journeys = journeys
        self._lines = lines
        self._path: list[str] = []
        self._has_ended = False
        self._wants_details = False
        self._knows_who = False

    def run(self) -> None:
        """Ask everything there is to ask."""
        while not self._has_ended:
            if not self._knows_who:
                self._ask_who()
            elif question := self._next():
                self._ask(question)
            elif not self._offer_details():
                return

    def plan(self) -> str:
        """Return the plan as it stands."""
        found = checklist(self._library, self.situation, self._journeys)
        return plan_text(found, self._words())

    def _next(self) -> Question | None:
        details = self._wants_details
        return next_question(self._library, self.situation, self._journeys, details=details)

    def _words(self, situation: Situation | None = None) -> Words:
        told = with_told(self._library, situation or self.situation)
        reading = self._library.rulebook.read(told.answers, told.today, told.helping)
        return Words(self._library, reading, told.helping)

    def _read(self) -> str | None:
        click.echo("> ", nl=False)
        said = self._lines.read()
        if said is None:
            click.echo()
            self._has_ended = True
            return None
        said = said.strip()
        if said.casefold() in ("q", "quit", "exit"):
            self._has_ended = self.has_quit = True
            return None
        return said

    def _ask_who(self) -> None:
        _say(
            click.style("Who is this plan for?", bold=True),
            "  1. Me\n  2. A relative or friend\n  3. A client",
            "Enter a number.",
            click.style("p plan so far   q quit", dim=True),
        )
        while (said := self._read()) is not None:
            word = said.casefold()
            if who := _WHO.get(word) or _WHO_WORDS.get(word):
                self.situation = replace(self.situation, who=who)
                self._knows_who = True
                return
            if _WORDS.get(word) is _Word.PLAN:
                _say(self.plan())
            else:
                _say("Enter 1, 2 or 3.")

    def _ask(self, question: Question) -> None:
        asking = Asking(question, self._words(), self.situation.who)
        _say("", self._progress(), *asking.shown())
        while (said := self._read()) is not None:
            word = _WORDS.get(said.casefold())
            if word is _Word.BACK:
                self._go_back()
                return
            if word is _Word.WHY:
                _say(paragraph(asking.why(), 0, "Why we ask:"))
            elif word is _Word.PLAN:
                _say(self.plan(), "", *asking.shown())
            elif self._take(said, word, asking):
                return

    def _progress(self) -> str:
        found = progress(self._library, self.situation, self._journeys)
        if not found.at_most_left:
            return click.style(f"Question {len(self._path) + 1}", dim=True)
        left = found.at_most_left - 1
        more = f", at most {left} more" if left else ", the last one as it looks"
        return click.style(f"Question {len(self._path) + 1}{more}", dim=True)

    def _take(self, said: str, word: _Word | None, asking: Asking) -> bool:
        """Keep an answer, or say what to enter instead."""
        question = asking.question
        try:
            answer = self._answer(said, word, asking)
        except TypedError as error:
            _say(paragraph(str(error)))
            return False
        self.situation = self.situation.answering(question.id, answer)
        self._path.append(question.id)
        _say(paragraph(self._words().answer(question.id, answer), 0, "="))
        return True

    def _answer(self, said: str, word: _Word | None, asking: Asking) -> object:
        question = asking.question
        if word is _Word.NOT_SURE:
            return None
        if not said:
            raise TypedError(asking.words.text(question.if_empty) or _EMPTY)
        if said == "0" and isinstance(question.kind, kinds.AnyOf):
            return [option.id for option in asking.told]
        said = "declined" if word is _Word.DECLINED else said
        answer = read_typed(question, said, self.situation.today, asking.choices())
        if answer == "declined" and not question.sensitive:
            raise TypedError(_EMPTY)
        if fault := limit_fault(
            question, self._words(self.situation.answering(question.id, answer))
        ):
            raise TypedError(fault)
        told = [option.id for option in asking.told]
        return [*told, *answer] if isinstance(answer, list) else answer

    def _go_back(self) -> None:
        if self._path:
            self.situation = self.situation.without(self._path.pop())
        else:
            self._knows_who = False

    def _offer_details(self) -> bool:
        """Offer the further questions once; say whether they are wanted."""
        left = len(open_details(self._library, self.situation, self._journeys))
        if self._wants_details or not left:
            return False
        more = "1 more question" if left == 1 else f"Up to {left} more questions"
        _say("", f"{more} would make your plan more exact. Answer now? Enter yes or no.")
        while (said := self._read()) is not None:
            if said.casefold() in ("y", "yes"):
                self._wants_details = True
                return True
            if said.casefold() in ("n", "no", "p"):
                return False
            _say("Enter yes or no.")
        return False


def _say(*texts: str) -> None:
    shown: Iterable[str] = (text for i, text in enumerate(texts) if text or i == 0)
    click.echo("\n".join(shown))
