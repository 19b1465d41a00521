"""What a scenario expects, as it is written -> expectations, and problems with their places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from navigator.authoring.asking import Answered, NotAsked, NotOffered, Open
from navigator.authoring.case_names import cases_of, name_of, named_cases, number_of
from navigator.authoring.expectations import (
    DAYS,
    Before,
    Exactly,
    Expectation,
    Field,
    May,
    Must,
    MustNot,
    Next,
)
from navigator.authoring.showing import Comes, Faces, Offers, Quiet, Taken, Ways
from navigator.authoring.typed_days import TypedError, read_day
from navigator.content import Library
from navigator.content.nodes import Listed, Mapped, Node, Text, scalars
from navigator.content.problems import Place, Problem
from navigator.engine.life import State
from navigator.engine.order import Group
from navigator.rules import did_you_mean

YES = ("yes", "true")
_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "status": ("to_do", "may_apply"),
    "state": tuple(state.value for state in State),
    "group": tuple(group.name.lower() for group in Group),
}
_NO_DAY = ("none", "not known")


@dataclass
class ExpectationReader:
    """Reads what one scenario expects on its day, and gathers the problems."""

    library: Library
    today: date
    problems: list[Problem] = field(default_factory=list)

    def read(self, body: Mapped) -> Iterator[Expectation]:
        """Yield the expectations of a scenario, those that its answers imply first."""
        yield from self._of_the_interview(body)
        yield from self._of_steps(body)
        yield from self._of_the_rest(body)

    def known(self, ids: tuple[Text, ...], known: Collection[str], what: str) -> tuple[str, ...]:
        """Return those of ``ids`` that there are; the others are problems."""
        for each in ids:
            if each not in known:
                hint = did_you_mean(each, known)
                self._say(each.place, f"No {what} is called `{each}`.", hint, f"unknown-{what}")
        return tuple(str(each) for each in ids if each in known)

    def _of_the_interview(self, body: Mapped) -> Iterator[Expectation]:
        questions, answers = self.library.questions, body.mapping("answers")
        places = {str(key): key.place for key, _ in answers.entries() if key in questions}
        yield Answered(places, body.place_of("answers"))
        left = self.known(body.listed("open"), questions, "question")
        yield Open(left, body.place_of("open" if "open" in body else "answers"))
        for each in body.listed("not_asked"):
            for question in self.known((each,), questions, "question"):
                yield NotAsked(question, each.place)
        for key, node in body.mapping("not_offered").entries():
            for question in self.known((key,), questions, "question"):
                options = [option.id for option in questions[question].options]
                for each in scalars(node):
                    for option in self.known((each,), options, "option"):
                        yield NotOffered(question, option, each.place)

    def _of_the_rest(self, body: Mapped) -> Iterator[Expectation]:
        if "offers" in body:
            offered = self.known(body.listed("offers"), self.library.journeys, "journey")
            yield Offers(frozenset(offered), body.place_of("offers"))
        if "choices" in body:
            yield from self._choices(body)
        if quiet := body.text("quiet"):
            yield Quiet(quiet in YES, quiet.place)
        for key, node in body.mapping("cases").entries():
            if isinstance(node, Text):
                yield from self._taken(key, node)
        for key, node in body.mapping("facts").entries():
            for fact in self.known((key,), self.library.facts, "fact"):
                yield Comes(fact, str(node), node.place)

    def _choices(self, body: Mapped) -> Iterator[Expectation]:
        written, known = body.mapping("choices"), self.library.choices
        named = tuple(key for key, _ in written.entries()) or body.listed("choices")
        yield Faces(self.known(named, known, "choice"), body.place_of("choices"))
        for key, node in written.entries():
            if key in known and isinstance(node, Listed):
                options = [option.id for option in known[key].options]
                shown = self.known(scalars(node), options, "option")
                yield Ways(str(key), shown, node.place)

    def _taken(self, key: Text, node: Text) -> Iterator[Taken]:
        written = named_cases(self.library)
        for said in self.known((key,), written, "text in cases"):
            owner, path = written[said]
            cases = cases_of(self.library, owner, path)[0]
            try:
                number = number_of(cases, str(node))
            except KeyError:
                names = [name_of(cases, number) for number in range(len(cases.cases))]
                hint = did_you_mean(node, names) or f"Write one of {'; '.join(names)}."
                self._say(node.place, f"`{said}` has no case `{node[:60]}`.", hint, "expectation")
                continue
            yield Taken(owner, path, number, str(node), node.place)

    def _of_steps(self, body: Mapped) -> Iterator[Expectation]:
        steps = self.library.steps
        for key, node in body.mapping("must").entries():
            if self.known((key,), steps, "step"):
                fields = node if isinstance(node, Mapped) else Mapped(key.place)
                yield Must(str(key), key.place, tuple(self._fields(fields)))
        yield from (MustNot(str(each), each.place) for each in self._steps_under("must_not", body))
        yield from (May(str(each), each.place) for each in self._steps_under("may", body))
        for pair in _pairs(body.get("order")):
            named = self.known(scalars(pair), steps, "step")
            if len(named) == 2:
                yield Before(*named, pair.place)
        if "next" in body:
            yield Next(self.known(body.listed("next"), steps, "step"), body.place_of("next"))
        if (body.text("exactly") or "") in YES:
            yield _exactly(body)

    def _fields(self, written: Mapped) -> Iterator[Field]:
        for key, node in written.entries():
            if not isinstance(node, Text):
                continue
            place = node.place
            if key in DAYS:
                yield Field(str(key), self._day(node), place)
            elif (value := node.replace(" ", "_")) in _ALLOWED.get(key, ()):
                yield Field(str(key), value, place)
            else:
                allowed = _ALLOWED.get(key, ())
                hint = did_you_mean(node, allowed) or f"Write one of {', '.join(allowed)}."
                self._say(place, f"`{key}` cannot be `{node[:60]}`.", hint, "expectation")

    def _day(self, written: Text) -> str | None:
        if written in _NO_DAY:
            return None
        try:
            return read_day(written, self.today).isoformat()
        except TypedError:
            hint = "Write it like 2026-11-21, or `none`."
            self._say(written.place, f"`{written[:60]}` is no date.", hint, "expectation")
            return None

    def _steps_under(self, key: str, body: Mapped) -> Iterator[Text]:
        for step in body.listed(key):
            if self.known((step,), self.library.steps, "step"):
                yield step

    def _say(self, place: Place, message: str, hint: str, rule: str) -> None:
        self.problems.append(Problem(place, message, hint, rule))


def _exactly(body: Mapped) -> Exactly:
    named = {*body.mapping("must"), *map(str, body.listed("may"))}
    return Exactly(frozenset(named), body.place_of("exactly"))


def _pairs(node: Node | None) -> Iterator[Listed]:
    if isinstance(node, Listed):
        yield from (pair for pair in node if isinstance(pair, Listed))
