"""The grammar at work: a sentence into a tree, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import cast

from lark import Token, Tree, UnexpectedToken

from navigator.rules import tree
from navigator.rules.building import TreeBuilder
from navigator.rules.diagnosis import explain
from navigator.rules.faults import ConditionError, Fault
from navigator.rules.grammar import GRAMMAR
from navigator.rules.spelling import misspelled
from navigator.rules.stuck import Stuck

LONGEST_SENTENCE = 2000
"""Characters."""
DEEPEST_SENTENCE = 30
"""Pieces within pieces, as in `not (not (... ))`."""


def recognised(text: str, start: str) -> tree.Node:
    """Return the tree of ``text``, a "condition" or a "value". Raises ConditionError."""
    _stop_if_any(text, _too_long(text) or misspelled(text))
    builder = TreeBuilder()
    node = cast("tree.Node", builder.transform(_words(text, start)))
    _stop_if_any(text, (*builder.faults, *_too_deep(node)))
    return node


def _words(text: str, start: str) -> Tree[Token]:
    """Return lark's own tree of ``text``."""
    try:
        return GRAMMAR.parse(text, start=start)
    except UnexpectedToken as stop:
        raise ConditionError(text, (explain(_stuck_at(stop.token, text, start)),)) from None


def _stuck_at(word: Token, text: str, start: str) -> Stuck:
    steps = GRAMMAR.parse_interactive(text, start=start)
    read: list[Token] = []
    for token in steps.iter_parse():
        if token.start_pos == word.start_pos and word.type != "$END":
            break  # before it is fed: the parser then still knows all that could have come
        read.append(token)
    accepts: Callable[[], Collection[str]] = steps.accepts
    return Stuck(tuple(read), word, frozenset(accepts()))


def _stop_if_any(text: str, faults: tuple[Fault, ...]) -> None:
    if faults:
        raise ConditionError(text, faults)


def _too_long(text: str) -> tuple[Fault, ...]:
    if len(text) <= LONGEST_SENTENCE:
        return ()
    return (
        Fault(
            f"The sentence is longer than {LONGEST_SENTENCE:,} characters.",
            "Give its parts names as facts.",
            "too-long",
            LONGEST_SENTENCE,
            LONGEST_SENTENCE + 1,
        ),
    )


def _too_deep(node: tree.Node) -> tuple[Fault, ...]:
    waiting = [(node, 1)]
    while waiting:
        part, depth = waiting.pop()
        if depth > DEEPEST_SENTENCE:
            message = f"The sentence has more than {DEEPEST_SENTENCE} pieces within each other."
            hint = "Give the inner part a name as a fact."
            return (Fault(message, hint, "too-deep", part.start, part.end),)
        waiting.extend((inner, depth + 1) for inner in part.parts_within())
    return ()
