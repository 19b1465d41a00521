"""Facts as they were written -> their rules for the rulebook, and their words for the library."""

from __future__ import annotations

from navigator.content.days import read_valid
from navigator.content.entries import Entry
from navigator.content.library import Fact
from navigator.content.nodes import Node, Text
from navigator.content.sentences import Log, Owner, Sentences, cases_of, read_condition, read_value
from navigator.content.texts import read_wording
from navigator.rules import FactRule, tree


def fact_rule(entry: Entry, log: Log, texts: dict[tuple[str, str], Node]) -> FactRule | None:
    """Return what the rulebook has to know; None where faults hide whether it is a day, a number...

    ``texts`` learns where each sentence stands, by name and part.
    """
    owner, node = Owner("fact", entry.id), entry.node
    if (node.any_of("when") is None) == (node.any_of("value") is None):
        message = f"`{entry.id}` needs exactly one of `when` and `value`."
        hint = "Write `when:` for a condition, or `value:` for an amount or a day."
        log.at(entry.place, message, hint, "fact-shape")
        return None
    valid = read_valid(node, log)
    if when := node.text("when"):
        texts[entry.id, "when"] = when
        return FactRule(when=read_condition(when, owner, log) or tree.Always(), valid=valid)
    value = _value(entry, owner, log, texts)
    return None if value is None else FactRule(value=value, valid=valid)


def read_fact(entry: Entry, sentences: Sentences) -> Fact:
    """Return the fact with its words; its rule is in the rulebook already."""
    own = sentences.of("fact", entry.id)
    because = read_wording(entry.node, "because", own)
    return Fact(entry.id, entry.place, because, read_wording(entry.node, "words", own))


def _value(
    entry: Entry, owner: Owner, log: Log, texts: dict[tuple[str, str], Node]
) -> tree.Value | tuple[tuple[tree.Condition | None, tree.Value], ...] | None:
    node = entry.node.any_of("value")
    cases = cases_of(node, log)
    if isinstance(node, Text):
        texts[entry.id, "value"] = node
        return read_value(node, owner, log)
    sound: list[tuple[tree.Condition | None, tree.Value]] = []
    for number, case in enumerate(cases):
        texts[entry.id, f"value.{number}.{'then' if case.when else 'otherwise'}"] = case.then
        if case.when is not None:
            texts[entry.id, f"value.{number}.when"] = case.when
        when = read_condition(case.when, owner, log)
        then = read_value(case.then, owner, log) if isinstance(case.then, Text) else None
        if then is not None and (when is None) == (case.when is None):
            sound.append((when, then))
    return tuple(sound) if sound and len(sound) == len(cases) else None
