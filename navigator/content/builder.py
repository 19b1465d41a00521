"""The files of a folder -> a Library, with the problems of all of them at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from navigator.content.agencies import read_agency, read_document, read_permission
from navigator.content.entries import Entries, collect
from navigator.content.facts import fact_rule, read_fact
from navigator.content.figures import figure_rule, read_figure_note, report_fault
from navigator.content.folder import Folder
from navigator.content.interviews import Interview, read_interview
from navigator.content.journeys import read_choice, read_journey
from navigator.content.library import Library
from navigator.content.nodes import Node
from navigator.content.problems import Problem
from navigator.content.questions import question_rule, read_question
from navigator.content.sentences import Log, Owner, Sentences, Use
from navigator.content.steps import read_step
from navigator.rules import FactRule, FigureRule, QuestionRule, Rulebook, tree

# Stands for a definition with faults: its kind cannot be told, so what names it gives no others.
_BROKEN = FactRule(value=tree.Name(""))


@dataclass(frozen=True)
class Draft:
    """A library with what it was made from, for the rules of lint to look at."""

    folder: Folder
    entries: Entries
    interviews: Mapping[str, Interview]
    library: Library
    uses: tuple[Use, ...]
    problems: tuple[Problem, ...]


def build(folder: Folder) -> Draft:
    """Build what can be built; a definition with faults never hides those of others."""
    entries, log = collect(folder), Log()
    rules, rulebook = _rulebook(entries, log)
    sentences = Sentences(rulebook, log, Owner("", ""))
    interviews = {id: read_interview(entry, entries, log) for id, entry in entries.journeys.items()}
    library = _library(entries, interviews, rules, sentences, folder.version)
    problems = (*folder.problems, *entries.problems, *log.problems)
    return Draft(folder, entries, interviews, library, tuple(log.uses), problems)


def _rulebook(entries: Entries, log: Log) -> tuple[Mapping[str, QuestionRule], Rulebook]:
    """Return the rules of the questions, and all rules, checked against each other."""
    texts: dict[tuple[str, str], Node] = {}
    rules: dict[str, QuestionRule | FactRule | FigureRule] = {}
    questions: dict[str, QuestionRule] = {}
    for id, entry in entries.questions.items():
        question = question_rule(entry, entries, log, texts)
        if question is not None:
            questions[id] = question
        rules[id] = question or _BROKEN
    for id, entry in entries.facts.items():
        rules[id] = fact_rule(entry, log, texts) or _BROKEN
    for id, entry in entries.figures.items():
        rules[id] = figure_rule(entry, log) or _BROKEN
    rulebook = Rulebook(rules)
    for name, part, fault in rulebook.faults:
        if node := texts.get((name, part)):
            log.faults((fault,), node)
        elif rules[name] is not _BROKEN and (home := entries.name(name)):
            report_fault(home, part.split("."), fault, log)
    return questions, rulebook


def _library(
    entries: Entries,
    interviews: Mapping[str, Interview],
    rules: Mapping[str, QuestionRule],
    sentences: Sentences,
    version: str,
) -> Library:
    log = sentences.log
    return Library(
        journeys={
            id: read_journey(entry, entries, interviews[id], sentences)
            for id, entry in entries.journeys.items()
        },
        questions={
            id: read_question(entry, entries, rules[id], sentences)
            for id, entry in entries.questions.items()
            if id in rules
        },
        facts={id: read_fact(entry, sentences) for id, entry in entries.facts.items()},
        figures={id: read_figure_note(entry, log) for id, entry in entries.figures.items()},
        steps={id: read_step(entry, sentences) for id, entry in entries.steps.items()},
        choices={id: read_choice(entry, sentences) for id, entry in entries.choices.items()},
        agencies={id: read_agency(entry, log) for id, entry in entries.agencies.items()},
        documents={id: read_document(entry, sentences) for id, entry in entries.documents.items()},
        permissions={id: read_permission(entry) for id, entry in entries.permissions.items()},
        rulebook=sentences.rulebook,
        version=version,
    )
