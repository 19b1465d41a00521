"""The rules content is checked by, beyond being well-formed: a rule's docstring documents it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from navigator.content.builder import Draft
from navigator.content.lint import (
    freshness,
    lifecycle,
    references,
    repeats,
    unused,
    visibility,
    wording,
)
from navigator.content.lint.finding import Finding, Rule
from navigator.content.problems import Problem, Severity

ERRORS: tuple[Rule, ...] = (
    references.unknown_step,
    references.unknown_choice,
    references.unknown_agency,
    references.unknown_document,
    references.unknown_permission,
    references.unknown_question,
    references.unknown_journey,
    references.unknown_state,
    references.foreign_step,
    references.reserved_word,
    references.step_loop,
    references.taken_address,
    visibility.not_visible,
    visibility.asked_later,
    lifecycle.no_when,
)
WARNINGS: tuple[Rule, ...] = (
    lifecycle.no_late,
    lifecycle.key_without_effect,
    lifecycle.waits_too_long,
    references.late_and_instead_of,
    unused.unused_question,
    unused.unused_fact,
    unused.unused_figure,
    unused.unused_document,
    unused.unused_agency,
    unused.unlisted_step,
    unused.unlisted_permission,
    unused.unplaced_group,
    unused.never_asked,
    repeats.same_question,
    repeats.same_option,
    wording.incomplete,
    wording.no_channel,
    wording.hidden_number,
    wording.long_text,
    wording.long_interview,
    wording.file_name,
)
DATED_WARNINGS: tuple[Callable[[Draft, date], Iterator[Finding]], ...] = (
    freshness.figure_check_by,
    freshness.stale_review,
)


def lint(draft: Draft, today: date | None) -> Iterator[Problem]:
    """Yield what the rules find; without ``today``, those that ask for the day are left out."""
    for rule in ERRORS:
        yield from _problems(rule.__name__, rule(draft), Severity.ERROR)
    for rule in WARNINGS:
        yield from _problems(rule.__name__, rule(draft), Severity.WARNING)
    if today is not None:
        for dated in DATED_WARNINGS:
            yield from _problems(dated.__name__, dated(draft, today), Severity.WARNING)


def lint_rules() -> dict[str, str]:
    """Return each rule's id with what it asks for, in a sentence."""
    rules = (*ERRORS, *WARNINGS, *DATED_WARNINGS)
    return {_id(rule.__name__): " ".join((rule.__doc__ or "").split()) for rule in rules}


def _problems(name: str, found: Iterator[Finding], severity: Severity) -> Iterator[Problem]:
    for finding in found:
        yield Problem(*finding, _id(name), severity)


def _id(name: str) -> str:
    return name.replace("_", "-")
