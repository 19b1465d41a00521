"""Why a step is on the list, or is not, in sentences that name the answers behind it."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.engine import phrases
from navigator.engine.words import Words
from navigator.rules import BUILT_IN, Because, Condition, tree


def because(condition: Condition | None, words: Words) -> tuple[str, ...]:
    """Return a sentence for each answer or fact that decided ``condition``, repeats dropped."""
    if condition is None:
        return ()
    said = dict.fromkeys(
        sentence for reason in condition.because(words.reading) for sentence in _said(reason, words)
    )
    return tuple(said) or (words.phrase(phrases.FOR_EVERYONE),)


def _said(reason: Because, words: Words) -> Iterator[str]:
    fact = words.library.facts.get(reason.names[0]) if len(reason.names) == 1 else None
    if fact is not None and fact.because is not None:
        text = words.text(fact.because)
        yield capital(text) if reason.holds else words.phrase(phrases.NOT_SO, reason=text)
        return
    if reason.names == ("helping",):
        yield words.phrase(phrases.FOR_HELPERS if not words.helping else phrases.FOR_YOURSELF)
    rulebook = words.library.rulebook
    for name in reason.names:
        if name in BUILT_IN:
            continue
        for question_id in sorted(rulebook.questions_behind(name)):
            if question_id in words.reading.answers:
                yield _told(question_id, reason, words)


def _told(question_id: str, reason: Because, words: Words) -> str:
    """Return what was answered to a question, as one sentence."""
    question = words.library.questions[question_id]
    return words.phrase(
        phrases.TOLD_BY_HELPER if words.helping else phrases.TOLD,
        ask=words.text(question.ask),
        answer=words.answer(question_id, _that_counts(reason, words.reading.answers[question_id])),
    )


def _that_counts(reason: Because, answer: object) -> object:
    """Return what ``reason`` looked for among the options ticked; all of them if it was none."""
    if isinstance(answer, list) and isinstance(reason.test, tree.Includes):
        return [option for option in answer if option in reason.test.options] or answer
    return answer


def capital(clause: str) -> str:
    """Return a clause as a sentence begins; capitalize() would lower the rest."""
    return clause[:1].upper() + clause[1:]
