"""Random plans from a pool of compiled days and conditions, thousands a second."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache
from random import Random

from navigator.content.library import CLOSED, Library, Step
from navigator.engine import Mark, MarkKind, Situation
from navigator.rules import Cases, Condition, Kind, Value, YesNo, parse_condition, parse_value
from tests.engine.worlds import DAY, TODAY, library, wording

ANSWERS = {"yes": True, "no": False, "known_day": (TODAY + timedelta(days=20)).isoformat()}
_SPAN = range(-40, 90, 5)


@cache
def pool() -> tuple[Library, tuple[Condition, ...], tuple[Value, ...]]:
    """Return an empty library, conditions of every truth, and days settled and not."""
    names: dict[str, Kind] = {
        "yes": YesNo(),
        "no": YesNo(),
        "open": YesNo(),
        "known_day": DAY,
        "open_day": DAY,
    }
    empty = library({}, questions=names)
    rules = empty.rulebook
    conditions = ["always", "yes", "yes", "yes", "no", "open", "not open", "yes and open"]
    days = [(TODAY + timedelta(days=n)).isoformat() for n in _SPAN]
    days += ["today", "10 days after known_day", "10 days after open_day"]
    days += ["later of open_day and 2026-12-01", "2027-02", "3 months after 2026-10"]
    return (
        empty,
        tuple(rules.condition(parse_condition(text)) for text in conditions),
        tuple(rules.value(parse_value(text)) for text in days),
    )


def random_plan(chance: Random, most: int = 9) -> tuple[Library, Situation]:
    """Return a library of one journey of random steps without loops, and a random situation."""
    empty, _, _ = pool()
    ids = [f"s{number}" for number in range(chance.randint(1, most))]
    shuffled = chance.sample(ids, len(ids))  # who may wait for whom has nothing to do with writing
    steps = {step: _step(step, shuffled[: shuffled.index(step)], chance) for step in ids}
    journey = replace(empty.journeys["life"], steps=tuple(steps))
    made = replace(empty, journeys={"life": journey}, steps=steps)
    return made, Situation(TODAY, ANSWERS, _marks(ids, chance))


def _step(step_id: str, earlier: list[str], chance: Random) -> Step:
    _, conditions, days = pool()
    due = chance.choice(days) if chance.random() < 0.6 else None
    late: Cases[str] | None = None
    if due is not None and earlier and chance.random() < 0.3:
        late = Cases.of(chance.choice([*earlier, CLOSED]))
    return Step(
        step_id,
        pool()[0].journeys["life"].place,
        wording(step_id),
        "office",
        when=None if chance.random() < 0.1 else chance.choice(conditions),
        opens=chance.choice(days) if chance.random() < 0.3 else None,
        due=due,
        best_by=chance.choice(days) if chance.random() < 0.2 else None,
        late=late,
        if_late=wording("late") if due is not None and late is None else None,
        after=_some(earlier, chance),
        helped_by=_some(earlier, chance) if chance.random() < 0.3 else (),
        instead_of=_some(earlier, chance) if chance.random() < 0.1 else (),
        choose="either" if chance.random() < 0.1 else None,
        approved=_some(earlier, chance) if chance.random() < 0.2 else (),
        refused=chance.choice(earlier) if earlier and chance.random() < 0.2 else None,
    )


def _some(ids: list[str], chance: Random) -> tuple[str, ...]:
    return tuple(chance.sample(ids, min(len(ids), chance.choice([0, 0, 1, 2]))))


def _marks(ids: list[str], chance: Random) -> dict[str, Mark]:
    return {step: Mark(chance.choice(list(MarkKind))) for step in ids if chance.random() < 0.15}
