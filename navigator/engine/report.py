"""The checklist as data: what `navigator plan --format json` prints and the pages show."""

from __future__ import annotations

from collections.abc import Iterable

from navigator.engine import phrases, summary
from navigator.engine.checklist import Checklist
from navigator.engine.interview import next_question
from navigator.engine.life import Gone, Why
from navigator.engine.order import Placed
from navigator.engine.reasons import because
from navigator.engine.timing import due_words, opens_words
from navigator.engine.unusable import unusable
from navigator.engine.words import Words
from navigator.rules import Truth

JSON = dict[str, object]


def report(found: Checklist, words: Words) -> JSON:
    """Return the checklist as JSON values; the published schema is ``schema/plan.json``."""
    question = next_question(found.library, found.situation, found.plan.journeys)
    return {
        "journeys": list(found.plan.journeys),
        "today": found.situation.today.isoformat(),
        "content": found.library.version,
        "next": list(found.next),
        "next_question": None if question is None else question.id,
        "steps": [step_report(placed, found, words) for placed in found.steps],
        "papers": [{"id": paper.id, "for": list(paper.steps)} for paper in summary.papers(found)],
        "calls": [{"agency": c.agency, "steps": list(c.steps)} for c in summary.calls(found)],
        "not_for_you": [
            {"id": gone.step.id, "because": list(why_not(gone, words))} for gone in found.gone()
        ],
        "choices": [choice.id for choice in found.choices()],
        "see_also": [
            {"journey": offer.journey, "because": words.text(offer.because)}
            for offer in found.see_also()
        ],
        "problems": list(unusable(found, words)),
    }


def step_report(placed: Placed, found: Checklist, words: Words) -> JSON:
    """Return one step as JSON values; days are ISO dates or null."""
    entry = placed.entry
    return {
        "id": entry.step.id,
        "do": words.text(entry.step.do),
        "at": entry.step.agency,
        "status": "to_do" if entry.status is Truth.YES else "may_apply",
        "state": entry.state.value,
        "group": placed.group.name.lower(),
        "opens": _iso(entry.clock.opens),
        "due": _iso(entry.clock.due),
        "due_words": due_words(entry, found.situation, words) or opens_words(entry, words),
        "because": list(reasons(placed, found, words)),
        "settled_by": list(found.settled_by(entry)),
        "waits_for": list(placed.waits_for),
        "bring": list(summary.bring(placed, found.reading)),
        "mark": None if entry.mark is None else entry.mark.kind.value,
    }


def reasons(placed: Placed, found: Checklist, words: Words) -> tuple[str, ...]:
    """Return why a step is on the list; () for one that only may apply (see ``settled_by``)."""
    entry = placed.entry
    if entry.via is not None:
        source = found.library.steps[entry.via]
        return (words.phrase(_came(entry.via, found), step=words.text(source.do)),)
    if entry.status is Truth.UNKNOWN:
        return ()
    return because(entry.step.when, words)


def _came(source: str, found: Checklist) -> str:
    """Return how to say by which route of ``source`` a step came."""
    if found.life.is_done(source):
        return phrases.CAME_APPROVED
    late = found.life.clock(source).is_late(found.situation)
    return phrases.CAME_LATE if late else phrases.CAME_REFUSED


def why_not(gone: Gone, words: Words) -> tuple[str, ...]:
    """Return why a step is not on the list."""
    day = words.day(gone.day) if gone.day is not None else ""
    match gone.why:
        case Why.ANSWERS:
            return because(gone.step.when, words)
        case Why.CLOSED:
            pattern = phrases.CLOSED if gone.day is not None else phrases.CLOSED_UNDATED
            return (words.phrase(pattern, day=day),)
        case Why.STARTS:
            return (words.phrase(phrases.STARTS, day=day),)
        case Why.ENDED:
            return (words.phrase(phrases.ENDED, day=day),)
    return (words.phrase(phrases.REPLACED, steps=titles(gone.by, words)),)


def titles(step_ids: Iterable[str], words: Words) -> str:
    """Return the titles of steps, as one phrase."""
    return "; ".join(words.text(words.library.steps[step_id].do) for step_id in step_ids)


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
