"""What was given and could not be used as it stands: unknown names, wrong kinds, beyond limits."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.engine.checklist import Checklist
from navigator.engine.limits import limit_fault
from navigator.engine.words import Words
from navigator.rules import did_you_mean


def unusable(found: Checklist, words: Words) -> tuple[str, ...]:
    """Return a sentence for each answer or mark that was not used, or that no page would take."""
    return (*_unused_answers(found), *_unused_marks(found), *_beyond_limits(found, words))


def _unused_answers(found: Checklist) -> Iterator[str]:
    for name in found.reading.ignored:
        if name in found.library.questions:
            kind = found.library.rulebook.kinds[name]
            yield f"The answer to {name!r} is not {kind}, so it was not used."
        else:
            hint = did_you_mean(name, found.library.questions, "")
            yield f"No question is called {name!r}, so its answer was not used. {hint}".strip()


def _unused_marks(found: Checklist) -> Iterator[str]:
    for step in found.situation.marks:
        if step not in found.library.steps and step not in found.plan.routes.former:
            hint = did_you_mean(step, found.library.steps, "")
            yield f"No step is called {step!r}, so its mark was not used. {hint}".strip()


def _beyond_limits(found: Checklist, words: Words) -> Iterator[str]:
    """Yield the answers beyond a question's `min` or `max`; they are used all the same."""
    for name in found.situation.answers:
        question = found.library.questions.get(name)
        if question is not None and (fault := limit_fault(question, words)):
            yield f"The answer to {name!r} is beyond its limits. {fault}"
