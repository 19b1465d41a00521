"""What a scenario expects beside the steps -> its lines with what comes out now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from navigator.authoring.asking import Answered, NotAsked, NotOffered, Open
from navigator.authoring.case_names import cases_of, name_of, number_taken, said_of
from navigator.authoring.expectations import Expectation, Seen
from navigator.authoring.showing import (
    Comes,
    Faces,
    Offers,
    Quiet,
    Taken,
    Ways,
    faced,
    is_shown,
    value_of,
    ways,
)
from navigator.authoring.written_scenario import folded
from navigator.authoring.yaml_lines import YamlLines
from navigator.content.nodes import Listed, Mapped, scalars
from navigator.content.problems import Place


@dataclass
class BesideRewriter:
    """Changes what one scenario expects beside the steps."""

    seen: Seen
    body: Mapped
    lines: YamlLines

    def rewrite(self, failing: Sequence[Expectation]) -> list[str]:
        """Make the changes for ``failing`` expectations and return what they are."""
        changes = [change for each in failing for change in self._weigh(each)]
        kinds = {type(each) for each in failing}
        if NotAsked in kinds:
            self._rewrite_not_asked()
        if NotOffered in kinds:
            self._rewrite_not_offered()
        if kinds & {Faces, Ways}:
            self._rewrite_choices()
        return changes

    def _weigh(self, expectation: Expectation) -> Iterator[str]:
        match expectation:
            case Open():
                found = self.seen.open
                self._put("open", folded("    open: ", found) if found else [])
                yield f"open: {', '.join(found) or 'none'}"
            case Offers():
                offered = sorted(offer.journey for offer in self.seen.checklist.see_also())
                self._put("offers", folded("    offers: ", offered))
                yield f"offers: {', '.join(offered) or 'none'}"
            case Faces():
                yield f"choices: {', '.join(faced(self.seen)) or 'none'}"
            case Ways(choice):
                yield f"choices: {choice}: {', '.join(ways(self.seen, choice)) or 'none'}"
            case _:
                yield from self._weigh_one(expectation)

    def _weigh_one(self, expectation: Expectation) -> Iterator[str]:
        match expectation:
            case Answered():
                for miss in expectation.misses(self.seen):
                    yield f"answers stay as they are: {miss.got}"
            case NotAsked(question):
                yield f"not_asked: {question} is asked now"
            case NotOffered(question, option):
                yield f"not_offered: {question}: {option} is no longer left out"
            case Quiet(is_quiet, place):
                old, new = ("yes", "no") if is_quiet else ("no", "yes")
                yield self._said("quiet", place, old, new)
            case Comes(fact, value, place):
                yield self._said(f"facts: {fact}", place, value, value_of(self.seen, fact))
            case Taken():
                yield self._retaken(expectation)

    def _retaken(self, taken: Taken) -> str:
        said = said_of(taken.owner, taken.path)
        if not is_shown(self.seen, taken.owner):
            cases = self.body.mapping("cases")
            key = cases if len(cases) > 1 else self.body
            self.lines.replace_block(key.place_of(said if key is cases else "cases").line, ())
            return f"cases: {said} is not shown"
        checklist = self.seen.checklist
        cases_now = cases_of(checklist.library, taken.owner, taken.path)[0]
        now = name_of(cases_now, number_taken(cases_now, checklist.reading))
        return self._said(f"cases: {said}", taken.place, taken.named, now)

    def _said(self, label: str, place: Place, old: str, new: str) -> str:
        if self.lines.replace_word(place, old, new):
            return f"{label} {old} is now {new}"
        return f"{label} stays as it is: write it on one line, without quotes"

    def _rewrite_not_asked(self) -> None:
        kept = [str(q) for q in self.body.listed("not_asked") if not self.seen.asks(q)]
        self._put("not_asked", folded("    not_asked: ", kept) if kept else [])

    def _rewrite_not_offered(self) -> None:
        block: list[str] = []
        for question, node in self.body.mapping("not_offered").entries():
            offered = self.seen.checklist.reading.offered(question)
            kept = [str(option) for option in scalars(node) if option not in offered]
            if kept and self.seen.asks(question):
                block += folded(f"      {question}: ", kept)
        self._put("not_offered", ["    not_offered:", *block] if block else [])

    def _rewrite_choices(self) -> None:
        written = self.body.mapping("choices")
        now, block = faced(self.seen), []
        for choice in now:
            if isinstance(written.get(choice), Listed):
                block += folded(f"      {choice}: ", ways(self.seen, choice))
            else:
                block.append(f"      {choice}:")
        in_lines = ["    choices:", *block]
        self._put("choices", in_lines if written else folded("    choices: ", now))

    def _put(self, key: str, new: Sequence[str]) -> None:
        self.lines.put(self.body, key, new)
