"""``scenarios/*.yaml`` -> scenarios with places, and problems for all that cannot be understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from navigator.authoring.excuses import Excuse, read_excuses
from navigator.authoring.expectation_files import YES, ExpectationReader
from navigator.authoring.expectations import Expectation
from navigator.authoring.typed import read_typed
from navigator.authoring.typed_days import TypedError
from navigator.content import Library
from navigator.content.folder import read_file
from navigator.content.nodes import Mapped, Node, Text, scalars
from navigator.content.problems import Place, Problem, Severity
from navigator.engine import Mark, Situation, SituationError, Who, Words, read_marks
from navigator.engine.limits import limit_fault
from navigator.rules import did_you_mean


@dataclass(frozen=True)
class Scenario:
    """One person on one day, and what their checklist must and must not hold."""

    id: str
    who: str
    place: Place
    journeys: tuple[str, ...]
    situation: Situation
    expectations: tuple[Expectation, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Scenarios:
    """All scenarios of a folder; ``problems`` are those of whole files, not of one scenario."""

    all: tuple[Scenario, ...]
    problems: tuple[Problem, ...]
    excuses: tuple[Excuse, ...] = ()


def read_scenarios(library: Library, folder: Path) -> Scenarios:
    """Read ``folder/scenarios/*.yaml``; steps, questions and journeys are those of ``library``."""
    found: list[Scenario] = []
    problems: list[Problem] = []
    excuses: list[Excuse] = []
    for path in sorted((folder / "scenarios").glob("[!.]*.yaml")):
        file, faults = read_file(path, "scenarios")
        problems += faults
        if any(fault.severity is Severity.ERROR for fault in faults):
            continue
        for key, body in file.root.mapping("scenarios").entries():
            if isinstance(body, Mapped):
                found.append(_Reader(library, path.stem).scenario(key, body))
        allowed, faults_of_excuses = read_excuses(file.root, library)
        excuses += allowed
        problems += faults_of_excuses
    return Scenarios(tuple(found), tuple(problems), tuple(excuses))


@dataclass
class _Reader:
    """Reads one scenario and gathers its problems."""

    library: Library
    stem: str
    today: date = date.min
    problems: list[Problem] = field(default_factory=list)

    def scenario(self, key: Text, body: Mapped) -> Scenario:
        self.today = self._today(body)
        situation = Situation(
            self.today,
            self._answers(body.mapping("answers")),
            self._marks(body.mapping("marks")),
            Who.CLIENT if (body.text("helping") or "") in YES else Who.ME,
        )
        self._refuse_beyond_limits(body.mapping("answers"), situation)
        expectations = tuple(self._names.read(body))
        journeys = self._journeys(key, body)
        who = str(body.text("who") or key)
        found = tuple(self.problems)
        return Scenario(str(key), who, key.place, journeys, situation, expectations, found)

    @property
    def _names(self) -> ExpectationReader:
        return ExpectationReader(self.library, self.today, self.problems)

    def _today(self, body: Mapped) -> date:
        written = body.text("today")
        try:
            return date.fromisoformat(written or "")
        except ValueError:
            place = written.place if written else body.place
            self._say(place, "`today` is no date.", "Write it like 2026-11-21.", "shape")
            return date.min

    def _journeys(self, key: Text, body: Mapped) -> tuple[str, ...]:
        named = body.listed("journeys")
        known = self.library.journeys
        if not named:
            if self.stem not in known:
                message = f"No journey is called `{self.stem}`, as this file is."
                hint = "Name the file after its journey, or add `journeys:`."
                self._say(key.place, message, hint, "unknown-journey")
            return (self.stem,)
        return self._names.known(named, known, "journey")

    def _answers(self, written: Mapped) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, node in written.entries():
            question = self.library.questions.get(key)
            if question is None:
                self._unknown_question(key)
                continue
            try:
                found[str(key)] = read_typed(question, _said(node), self.today)
            except TypedError as error:
                message = f"`{_said(node)[:60]}` is no answer to `{key}`."
                self._say(node.place, message, str(error), "answer")
        return found

    def _refuse_beyond_limits(self, written: Mapped, situation: Situation) -> None:
        answers, helping = situation.answers, situation.helping
        reading = self.library.rulebook.read(answers, situation.today, helping)
        words = Words(self.library, reading, helping)
        for key, node in written.entries():
            if key in answers and (fault := limit_fault(self.library.questions[key], words)):
                message = f"`{_said(node)[:60]}` is beyond the limits of `{key}`."
                self._say(node.place, message, fault, "answer")

    def _unknown_question(self, key: Text) -> None:
        message = f"No question is called `{key}`."
        if key in self.library.facts:
            message, hint = f"`{key}` is a fact.", "Answer the questions it is made from."
        else:
            hint = did_you_mean(key, self.library.questions)
        self._say(key.place, message, hint, "unknown-name")

    def _marks(self, written: Mapped) -> dict[str, Mark]:
        found: dict[str, Mark] = {}
        for key, node in written.entries():
            raw = dict(node) if isinstance(node, Mapped) else node
            try:
                marks = read_marks({str(key): raw})
            except SituationError as error:
                self._say(node.place, str(error), "", "mark")
                continue
            if self._names.known((key,), self.library.steps, "step"):
                found |= marks
        return found

    def _say(self, place: Place, message: str, hint: str, rule: str) -> None:
        self.problems.append(Problem(place, message, hint, rule))


def _said(node: Node) -> str:
    return node if isinstance(node, Text) else ", ".join(scalars(node)) or "none"
