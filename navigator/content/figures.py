"""Figures as they were written -> tables for the rulebook, and notes for the library."""

from __future__ import annotations

from collections.abc import Sequence

from navigator.content.days import read_day
from navigator.content.entries import Entry
from navigator.content.library import FigureNote
from navigator.content.nodes import Mapped, Node, scalars
from navigator.content.sentences import Log
from navigator.content.texts import in_words
from navigator.rules import Fault, FigureRule, read_figure


def figure_rule(entry: Entry, log: Log) -> FigureRule | None:
    """Return the figure's table; None after reporting what is wrong with it."""
    node = entry.node
    unit, tables = node.line("unit"), node.get("from")
    if unit is None or not isinstance(tables, Mapped):
        return None  # the schema has said so
    by, limits = node.lines("by"), (node.line("check_by"), node.line("ends"))
    rule, faults = read_figure(unit, by, tables, *limits)
    for path, fault in faults:
        report_fault(entry, path, fault, log)
    return rule


def report_fault(entry: Entry, path: Sequence[str], fault: Fault, log: Log) -> None:
    """Report a fault at the end of ``path``: at the value if it speaks of it, else at the key."""
    here: Node = entry.node
    place = entry.place
    for key in path:
        if not isinstance(here, Mapped) or key not in here:
            break
        place, here = here.place_of(key), here[key]
    for text in scalars(here):
        if f"`{text}`" in fault.message:
            place = text.place
    log.at(place, fault.message, fault.hint, fault.rule)


def read_figure_note(entry: Entry, log: Log) -> FigureNote:
    """Return what is to be said of the figure."""
    node = entry.node
    return FigureNote(
        id=entry.id,
        place=entry.place,
        what=node.line("what") or in_words(entry.id),
        unit=node.line("unit") or "",
        source=node.lines("source"),
        confirm=node.lines("confirm"),
        check_by=read_day(node.text("check_by"), log),
        ends=read_day(node.text("ends"), log),
    )
