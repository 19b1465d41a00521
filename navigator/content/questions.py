"""Questions as they were written -> rules for the rulebook, and words for the library."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import cast, get_args

from navigator.content.days import read_valid
from navigator.content.entries import Entries, Entry
from navigator.content.library import Option, Question, Wording
from navigator.content.nodes import Mapped, Node, Text
from navigator.content.sentences import Log, Owner, Sentences, Use, read_condition
from navigator.content.texts import in_words, read_text, read_wording, wording_of
from navigator.rules import (
    AnyOf,
    Condition,
    ConditionError,
    Day,
    Kind,
    LengthKind,
    Money,
    MonthKind,
    Number,
    OneOf,
    QuestionRule,
    State,
    Value,
    YesNo,
    did_you_mean,
    parse_condition,
    tree,
)

_BORROWED = re.compile(r"(same as|chosen in) ([a-z][a-z0-9_]*)")
_LENGTHS = tuple(unit for unit in get_args(tree.LengthUnit) if isinstance(unit, str))
_PLAIN: Mapping[str, Kind] = MappingProxyType(
    {"yes or no": YesNo(), "state": State(), "date": Day(), "month": MonthKind()}
)
_LISTED: Mapping[str, Callable[[tuple[str, ...]], Kind]] = MappingProxyType(
    {"one of": OneOf, "any of": AnyOf}
)

ANSWERS = frozenset({*_PLAIN, *_LISTED, "money", "whole number"})
"""What can stand under `answer`."""


def question_rule(
    entry: Entry, entries: Entries, log: Log, texts: dict[tuple[str, str], Node]
) -> QuestionRule | None:
    """Return what the rulebook has to know; None where the kind of answer cannot be told.

    ``texts`` learns where each sentence stands, by name and part.
    """
    options = _option_nodes(entry, entries, log)
    kind = _kind(entry, tuple(options), log)
    if kind is None:
        return None
    owner, before = Owner("question", entry.id), len(log.uses)
    when = read_condition(entry.node.text("when"), owner, log)
    if when is not None:
        texts[entry.id, "when"] = entry.node["when"]
    conditions: dict[str, tree.Condition] = {}
    for id, node in options.items():
        own = node.text("when") if isinstance(node, Mapped) else None
        condition = read_condition(own, owner, log) or _ticked(entry, id, entries, log)
        if condition is not None:
            conditions[id] = condition
            texts[entry.id, f"options.{id}.when"] = own or entry.node["options"]
    log.uses[before:] = [use._replace(is_gate=True) for use in log.uses[before:]]
    return QuestionRule(kind, when, conditions, read_valid(entry.node, log))


def read_question(
    entry: Entry, entries: Entries, rule: QuestionRule, sentences: Sentences
) -> Question:
    """Return the question with its words; its rule is in the rulebook already."""
    node, own = entry.node, sentences.of("question", entry.id)
    borrowed = _borrowed(entry)
    return Question(
        id=entry.id,
        place=entry.place,
        kind=rule.kind,
        ask=read_wording(node, "ask", own) or wording_of(in_words(entry.id)),
        why=read_wording(node, "why", own),
        hint=read_wording(node, "hint", own),
        words=read_wording(node, "words", own),
        how_to_ask=read_wording(node, "how_to_ask", own),
        if_empty=read_wording(node, "if_empty", own),
        options=_options(entry, entries, rule, own),
        options_from=borrowed[1] if borrowed and borrowed[0] == "chosen in" else None,
        when=_compiled(rule.when, own),
        told=own.aside(node.text("told")),
        minimum=_limit(node.text("min"), rule.kind, own),
        maximum=_limit(node.text("max"), rule.kind, own),
        unit=node.line("unit"),
        sensitive=node.text("sensitive") == "yes",
        journey=entry.journey,
    )


def _kind(entry: Entry, options: tuple[str, ...], log: Log) -> Kind | None:
    answer = str(entry.node.text("answer") or "")
    if answer in _PLAIN:
        return _PLAIN[answer]
    if answer in _LISTED:
        if not options and not entry.node.get("options"):
            hint = "Add `options:` with an id and a label for each."
            message = f"`{entry.id}` is answered by {answer} its options, but has none."
            log.at(entry.place, message, hint, "missing-key")
        return _LISTED[answer](options) if options else None
    if answer == "money":
        per = entry.node.text("per")
        return Money(cast("tree.Period", str(per)) if per in get_args(tree.Period) else None)
    if answer == "whole number":
        unit = entry.node.text("unit")
        is_length = unit in _LENGTHS
        return LengthKind(cast("tree.LengthUnit", str(unit))) if is_length else Number()
    return None  # the schema has said so


def _borrowed(entry: Entry) -> tuple[str, str] | None:
    """Return ("same as" or "chosen in", the other question)."""
    written = entry.node.text("options")
    found = _BORROWED.fullmatch(written) if written else None
    return (found[1], found[2]) if found else None


def _option_nodes(entry: Entry, entries: Entries, log: Log | None = None) -> Mapping[str, Node]:
    """Return the options by id, another question's where they are borrowed."""
    current, seen = entry, {entry.id}
    while borrowed := _borrowed(current):
        other = entries.questions.get(borrowed[1])
        if other is None or other.id in seen:
            if log is not None and current is entry:
                _say_unknown(entry, borrowed[1], entries, log)
            return {}
        current = other
        seen.add(other.id)
    return {str(id): node for id, node in current.node.mapping("options").items()}


def _say_unknown(entry: Entry, other: str, entries: Entries, log: Log) -> None:
    text = entry.node.text("options")
    if text is None:
        return
    if other in entries.questions:
        message, hint = f"`{other}` has no options of its own.", "Write them out once."
        log.say(text, message, hint, "loop", text.index(other))
        return
    hint = did_you_mean(other, entries.questions) or "Name a question with options."
    log.say(text, f"No question is called `{other}`.", hint, "unknown-name", text.index(other))


def _ticked(entry: Entry, option: str, entries: Entries, log: Log) -> tree.Condition | None:
    """With `chosen in people`, an option is offered when it is ticked there."""
    borrowed, text = _borrowed(entry), entry.node.text("options")
    if borrowed is None or text is None or borrowed[0] != "chosen in":
        return None
    if borrowed[1] in entries.questions:
        log.uses.append(Use(Owner("question", entry.id), text, 0, frozenset({borrowed[1]})))
    try:
        return parse_condition(f"{borrowed[1]} includes {option}")
    except ConditionError:  # the option's id is reported where it is defined
        return None


def _options(
    entry: Entry, entries: Entries, rule: QuestionRule, sentences: Sentences
) -> tuple[Option, ...]:
    return tuple(
        _option(id, node, _compiled(rule.option_when.get(id), sentences), sentences)
        for id, node in _option_nodes(entry, entries).items()
    )


def _option(id: str, node: Node, when: Condition | None, sentences: Sentences) -> Option:
    if isinstance(node, Mapped):
        label = read_wording(node, "label", sentences) or wording_of(in_words(id))
        told = sentences.aside(node.text("told"))
        return Option(id, label, read_wording(node, "hint", sentences), when, told)
    text = read_text(node, sentences)
    label = Wording(text, text) if text else wording_of(in_words(id))
    return Option(id, label, None, when)


def _compiled(condition: tree.Condition | None, sentences: Sentences) -> Condition | None:
    """Compile what the rulebook has checked already: it reports the faults."""
    try:
        return None if condition is None else sentences.rulebook.condition(condition)
    except ConditionError:
        return None


def _limit(text: Text | None, kind: Kind, sentences: Sentences) -> Value | None:
    """Return the least or largest answer; it must be of the answer's own kind."""
    value = sentences.value(text)
    if value is None or text is None:
        return value
    fitting: tuple[type, ...] = (type(kind),)
    if isinstance(kind, LengthKind):
        fitting = (LengthKind, Number)
    elif isinstance(kind, Day | MonthKind):
        fitting = (Day, MonthKind)
    if not isinstance(value.kind, fitting):
        message = f"The limit is {value.kind}, but the answer is {kind}."
        sentences.log.say(text, message, "Write a limit of the answer's kind.", "limit-kind")
    return value
