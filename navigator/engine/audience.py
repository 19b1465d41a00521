"""Whom something is for: a condition in words that hold for nobody in particular."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from navigator.content.library import Library
from navigator.engine import phrases
from navigator.engine.reasons import capital
from navigator.engine.words import Words
from navigator.rules import PLACES, Condition, FactRule, tree

_DEEPEST = 8  # facts within facts; no journey comes near
_OPPOSITE: Mapping[tree.Bound, tree.Bound] = MappingProxyType(
    {
        "at least": "less than",
        "less than": "at least",
        "at most": "more than",
        "more than": "at most",
    }
)


@dataclass(frozen=True, slots=True)
class Audience:
    """What has to fit: all of ``parts`` or one of them; each is a sentence or such a group."""

    every: bool
    parts: tuple[str | Audience, ...]


def audience(condition: Condition | None, words: Words) -> Audience:
    """Return whom ``condition`` is for; without parts it is for everyone.

    ``words`` should know nobody. What has no words of its own is told by the questions behind it.
    """
    if condition is None:
        return Audience(True, ())
    found = _Teller(words, _DEEPEST).tell(condition.tree, True)
    return found if isinstance(found, Audience) else Audience(True, (found,))


@dataclass(frozen=True)
class _Teller:
    words: Words
    depth: int

    @property
    def library(self) -> Library:
        return self.words.library

    def tell(self, node: tree.Condition, holds: bool) -> str | Audience:
        match node:
            case tree.Always():
                return Audience(holds, ())
            case tree.Negation(part=part):
                return self.tell(part, not holds)
            case tree.Every(parts=parts):
                return _joined(holds, [self.tell(part, holds) for part in parts])
            case tree.Some(parts=parts):
                return _joined(not holds, [self.tell(part, holds) for part in parts])
            case tree.Claim(name=name):
                return self._claim(name, holds)
        return self._test(node, holds) or self._depends(node)

    def _claim(self, name: str, holds: bool) -> str | Audience:
        if name == "helping":
            return self.words.phrase(phrases.SOMEBODY_HELPS if holds else phrases.FOR_THEMSELVES)
        if name in self.library.questions:
            answer = self.words.phrase(phrases.YES if holds else phrases.NO)
            return self._answers(name, [answer], True)
        fact, rule = self.library.facts[name], self.library.rulebook.definitions[name]
        if text := self.words.text(fact.because):
            return capital(text) if holds else self.words.phrase(phrases.NOT_IF, reason=text)
        if isinstance(rule, FactRule) and rule.when is not None and self.depth:
            return replace(self, depth=self.depth - 1).tell(rule.when, holds)
        return self._depends(tree.Claim(name))

    def _test(self, node: tree.Condition, holds: bool) -> str:
        match node:
            case tree.Is(subject=tree.Name(id=name), options=options, negated=negated):
                return self._options(name, options, holds is not negated)
            case tree.Includes(subject=tree.Name(id=name), options=options, quantity=quantity):
                if quantity != "all":
                    return self._options(name, options, holds is not (quantity == "none"))
            case tree.Known(subject=tree.Name(id=name), negated=negated):
                if name in self.library.questions:
                    known = holds is not negated
                    pattern = phrases.ANSWER_KNOWN if known else phrases.ANSWER_NOT_KNOWN
                    return self.words.phrase(pattern, ask=self._ask(name))
        return self._limit(node, holds)

    def _limit(self, node: tree.Condition, holds: bool) -> str:
        match node:
            case tree.Compare(left=tree.Name(id=name), bound=bound, right=right):
                if holds or bound in _OPPOSITE:
                    return self._compared(phrases.BOUND[_side(bound, holds)], name, right)
            case tree.Compare(
                left=tree.Count() as count, bound=bound, right=tree.Number() as right
            ):
                if holds or bound in _OPPOSITE:
                    return self._counted(count, _side(bound, holds), right)
            case tree.Order(left=tree.Name(id=name), relation=relation, or_same=same, right=right):
                if not holds:
                    relation, same = ("after" if relation == "before" else "before"), not same
                return self._compared(phrases.ORDER[relation, same], name, right)
        return ""

    def _counted(self, count: tree.Count, bound: tree.Bound, right: tree.Number) -> str:
        way = "since" if count.until is None else "until"
        day = count.since if count.until is None else count.until
        if day is None or (count.since and count.until):
            return ""
        said = self.words.value(self.library.rulebook.value(day))
        if self.words.is_vague(said):
            return ""
        length = self.words.count(int(right.amount), count.unit.removesuffix("s"))
        return self.words.phrase(phrases.SPAN[way, bound], length=length, day=said)

    def _options(self, name: str, options: Iterable[str], chosen: bool) -> str:
        question = self.library.questions.get(name)
        if question is None:
            return ""
        labels = {o.id: self.words.text(o.label) for o in question.options}
        return self._answers(name, [labels.get(o) or PLACES.get(o, o) for o in options], chosen)

    def _answers(self, name: str, answers: Iterable[str], chosen: bool) -> str:
        said = self.words.phrase(phrases.OR).join(f"“{answer}”" for answer in answers)
        pattern = phrases.ANSWERED if chosen else phrases.NOT_ANSWERED
        return self.words.phrase(pattern, answers=said, ask=self._ask(name))

    def _compared(self, pattern: str, name: str, right: tree.Value) -> str:
        found = self.words.value(self.library.rulebook.value(right))
        fact = self.library.facts.get(name)
        if self.words.is_vague(found) or (fact is not None and fact.words is None):
            return ""
        left = self.words.name(name)
        return self.words.phrase(pattern, left=capital(left), right=found)

    def _depends(self, node: tree.Condition) -> str:
        """Return the questions that decide ``node``: where there are no better words."""
        rulebook = self.library.rulebook
        names = sorted(tree.names_in(node) & rulebook.kinds.keys())
        behind = dict.fromkeys(q for n in names for q in sorted(rulebook.questions_behind(n)))
        if not behind:
            return self.words.phrase(phrases.DEPENDS_ON_DAY)
        asks = self.words.phrase(phrases.AND).join(f"“{self._ask(name)}”" for name in behind)
        return self.words.phrase(phrases.DEPENDS, asks=asks)

    def _ask(self, name: str) -> str:
        return self.words.text(self.library.questions[name].ask)


def _side(bound: tree.Bound, holds: bool) -> tree.Bound:
    return bound if holds else _OPPOSITE[bound]


def _joined(every: bool, parts: Iterable[str | Audience]) -> str | Audience:
    """Return one group; a part that is of the same kind is opened up, one of one part replaced."""
    flat = tuple(dict.fromkeys(each for part in parts for each in _opened(every, part)))
    return flat[0] if len(flat) == 1 else Audience(every, flat)


def _opened(every: bool, part: str | Audience) -> Iterator[str | Audience]:
    if isinstance(part, Audience) and (part.every is every or len(part.parts) == 1):
        yield from part.parts
    else:
        yield part
