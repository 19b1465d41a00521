"""Small libraries made in memory, so that engine tests say only what they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypedDict

from navigator.content.library import (
    Agency,
    Contact,
    HelperNote,
    Journey,
    Library,
    Option,
    Permission,
    Question,
    Step,
    Template,
    Wording,
)
from navigator.content.problems import Place
from navigator.rules import (
    AnyOf,
    Cases,
    Day,
    FactRule,
    FigureRule,
    Kind,
    OneOf,
    QuestionRule,
    Rulebook,
    Value,
    parse_condition,
    parse_value,
)

HERE = Place("world.yaml", 1, 1)
TODAY = date(2026, 11, 21)


class StepSpec(TypedDict, total=False):
    """A step as a designer would write it, sentences uncompiled."""

    when: str | None
    opens: str
    due: str
    best_by: str
    roll: bool
    late: str
    late_cases: Sequence[tuple[str | None, str]]
    if_late: str
    every: str
    until: str
    after: tuple[str, ...]
    helped_by: tuple[str, ...]
    instead_of: tuple[str, ...]
    done_if: str
    choose: str
    approved: tuple[str, ...]
    refused: str
    how: str
    needs: tuple[str, ...]
    valid: tuple[date | None, date | None]
    was: tuple[str, ...]
    at: str
    bring: tuple[str, ...]


def library(
    steps: Mapping[str, StepSpec],
    questions: Mapping[str, Kind] | None = None,
    facts: Mapping[str, str] | None = None,
    whens: Mapping[str, str] | None = None,
    permissions: Mapping[str, str] | None = None,
    order: Sequence[str] | None = None,
    quiet: str | None = None,
) -> Library:
    """Return a library of one journey `life`. A fact's sentence is a condition if it parses as one.

    ``whens`` holds conditions of questions; ``permissions`` the step that gets each permission.
    """
    kinds = dict(questions or {})
    definitions: dict[str, QuestionRule | FactRule | FigureRule] = {
        name: QuestionRule(kind, when=parse_condition((whens or {})[name]))
        if name in (whens or {})
        else QuestionRule(kind)
        for name, kind in kinds.items()
    }
    for name, sentence in (facts or {}).items():
        definitions[name] = FactRule(when=parse_condition(sentence))
    rulebook = Rulebook(definitions)
    made = {step_id: _step(step_id, spec, rulebook) for step_id, spec in steps.items()}
    journey = Journey(
        "life",
        HERE,
        "Life",
        "A life.",
        "us",
        TODAY,
        tuple(order or kinds),
        (),
        tuple(made),
        quiet=rulebook.condition(parse_condition(quiet)) if quiet else None,
    )
    agency = Agency("office", HERE, Contact("The office", phone="555-0100"))
    return Library(
        journeys={"life": journey},
        questions={name: _question(name, kind) for name, kind in kinds.items()},
        facts={},
        figures={},
        steps=made,
        choices={},
        agencies={"office": agency},
        documents={},
        permissions={
            name: Permission(name, "office", name, step=step)
            for name, step in (permissions or {}).items()
        },
        rulebook=rulebook,
        version="test",
    )


def wording(text: str, rulebook: Rulebook | None = None) -> Wording:
    """Return ``text`` as wording; ``{sentence}`` is a value of ``rulebook``."""
    parts: list[str | Value] = []
    for place, piece in enumerate(text.replace("}", "{").split("{")):
        if place % 2 and rulebook is not None:
            parts.append(rulebook.value(parse_value(piece)))
        elif piece:
            parts.append(piece)
    cases = Cases.of(Template(tuple(parts)))
    return Wording(cases, cases)


def _question(name: str, kind: Kind) -> Question:
    options = kind.options if isinstance(kind, OneOf | AnyOf) else ()
    return Question(
        name,
        HERE,
        kind,
        wording(f"{name}?"),
        options=tuple(Option(option, wording(option)) for option in options),
    )


def _step(step_id: str, spec: StepSpec, rulebook: Rulebook) -> Step:
    def day(key: str) -> Value | None:
        sentence = spec.get(key)
        return rulebook.value(parse_value(str(sentence))) if sentence else None

    when = spec.get("when", "always")
    late = spec.get("late")
    cases = spec.get("late_cases", [(None, late)] if late else [])
    valid_from, valid_until = spec.get("valid", (None, None))
    return Step(
        step_id,
        HERE,
        wording(step_id),
        spec.get("at", "office"),
        when=rulebook.condition(parse_condition(when)) if when else None,
        how=wording(spec["how"], rulebook) if "how" in spec else None,
        opens=day("opens"),
        due=day("due"),
        best_by=day("best_by"),
        roll=spec.get("roll", False),
        late=_late(cases, rulebook) if cases else None,
        if_late=wording(spec["if_late"], rulebook) if "if_late" in spec else None,
        every=day("every"),
        until=day("until"),
        after=spec.get("after", ()),
        helped_by=spec.get("helped_by", ()),
        instead_of=spec.get("instead_of", ()),
        done_if=rulebook.condition(parse_condition(spec["done_if"])) if "done_if" in spec else None,
        choose=spec.get("choose"),
        approved=spec.get("approved", ()),
        refused=spec.get("refused"),
        helper=HelperNote(needs=spec["needs"]) if "needs" in spec else None,
        valid_from=valid_from,
        valid_until=valid_until,
        was=spec.get("was", ()),
    )


def _late(cases: Sequence[tuple[str | None, str]], rulebook: Rulebook) -> Cases[str]:
    return Cases(
        tuple(
            (rulebook.condition(parse_condition(when)) if when else None, target)
            for when, target in cases
        )
    )


DAY = Day()
