"""Checks what a sentence says against the kinds of its names: all faults at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import singledispatchmethod

from navigator.rules import tree
from navigator.rules.faults import Fault, did_you_mean, in_words
from navigator.rules.kinds import AnyOf, Day, Kind, MonthKind, OneOf, State, YesNo
from navigator.rules.mismatch import compare_fault, fault_at
from navigator.rules.places import PLACES
from navigator.rules.value_kinds import ValueChecker

_WORD = "comparison-word"


def check_condition(
    condition: tree.Condition, kinds: Mapping[str, Kind | None], figures: Collection[str] = ()
) -> tuple[Fault, ...]:
    """Return all that is wrong with ``condition``.

    ``kinds`` gives the kind of every name, built-in ones too. None is the kind of a name whose
    own definition is at fault: sentences with it give no further faults. ``figures`` are the
    names that may stand before `on`.
    """
    checker = _ConditionChecker(ValueChecker(kinds, figures))
    checker.check(condition)
    return tuple(checker.values.faults)


def check_value(
    value: tree.Value, kinds: Mapping[str, Kind | None], figures: Collection[str] = ()
) -> tuple[Kind | None, tuple[Fault, ...]]:
    """Return the kind of ``value``, None if a fault hides it, and all that is wrong with it.

    ``kinds`` and ``figures`` are as in ``check_condition``.
    """
    checker = ValueChecker(kinds, figures)
    kind = checker.kind(value)
    return kind, tuple(checker.faults)


def hidden_numbers(sentence: tree.Node) -> tuple[Fault, ...]:
    """Return a fault for each amount of dollars in ``sentence``; `$0` is no figure."""
    return tuple(
        fault_at(
            part,
            f"`{part}` is hidden in a sentence.",
            "An amount that may change belongs in figures, with its date and source.",
            "hidden-number",
        )
        for part in tree.walk(sentence)
        if isinstance(part, tree.MoneyAmount) and part.cents
    )


class _ConditionChecker:
    def __init__(self, values: ValueChecker) -> None:
        self.values = values

    @singledispatchmethod
    def check(self, condition: tree.Node) -> None:
        raise TypeError(f"{condition!r} is not a condition")

    @check.register
    def _(self, condition: tree.Always) -> None:
        """Everybody."""

    @check.register
    def _(self, condition: tree.Claim) -> None:
        kind = self.values.kind_of_name(condition.name, condition)
        if kind is not None and not isinstance(kind, YesNo):
            message = f"`{condition.name}` is {kind}, not yes or no."
            self.values.blame(condition, message, _as_test(condition.name, kind))

    @check.register
    def _(self, condition: tree.Negation) -> None:
        self.check(condition.part)

    @check.register
    def _(self, condition: tree.Every | tree.Some) -> None:
        before: tree.Is | tree.Includes | None = None
        for part in condition.parts:
            if isinstance(part, tree.Claim) and before and self._is_option(part.name, before):
                self._blame_joined_option(part, before, condition)
                continue
            self.check(part)
            before = part if isinstance(part, tree.Is | tree.Includes) else None

    def _is_option(self, name: str, test: tree.Is | tree.Includes) -> bool:
        """Say whether ``name`` can only be one more option of ``test``."""
        if not isinstance(test.subject, tree.Name) or name in self.values.kinds:
            return False
        kind = self.values.kinds.get(test.subject.id)
        return isinstance(kind, OneOf | AnyOf) and name in kind.options

    def _blame_joined_option(
        self, claim: tree.Claim, test: tree.Is | tree.Includes, whole: tree.Every | tree.Some
    ) -> None:
        word = "and" if isinstance(whole, tree.Every) else "or"
        self.values.blame(
            claim,
            f"After a list, `{word}` starts a new condition.",
            f"`{claim.name}` is an option of `{test.subject}`: separate options with commas.",
            "or-in-list",
        )

    @check.register
    def _(self, condition: tree.Compare) -> None:
        left = self.values.kind(condition.left)
        if isinstance(left, OneOf | AnyOf | State | YesNo):
            subject = str(condition.left)
            message = f"`{subject}` is {left}: it is not more or less."
            self.values.blame(condition, message, _as_test(subject, left), _WORD)
            return
        right = self.values.kind(condition.right)
        if left is not None and right is not None:
            self._note(compare_fault(condition, left, right))

    def _note(self, fault: Fault | None) -> None:
        if fault:
            self.values.faults.append(fault)

    @check.register
    def _(self, condition: tree.Order) -> None:
        for side in (condition.left, condition.right):
            kind = self.values.kind(side)
            if kind is not None and not isinstance(kind, Day | MonthKind):
                message = f"`{side}` is {kind}; `is {condition.relation}` compares days and months."
                self.values.blame(side, message, _as_test(str(side), kind), _WORD)

    @check.register
    def _(self, condition: tree.Known) -> None:
        self.values.kind(condition.subject)

    @check.register
    def _(self, condition: tree.Is) -> None:
        kind = self.values.kind(condition.subject)
        if isinstance(kind, OneOf | State):
            self._check_options(condition, kind)
        elif kind is not None:
            self._blame_is(condition, kind)

    def _blame_is(self, test: tree.Is, kind: Kind) -> None:
        subject, option = str(test.subject), test.options[0]
        match kind:
            case AnyOf():
                hint = f"Say `{tree.Includes(test.subject, test.options[:1])}`."
            case YesNo():
                hint = f"Write `{subject}` or `not {subject}`."
            case Day() | MonthKind():
                hint = f"Say `{subject} is on or before {option}`, or `after`."
            case _:
                hint = f"Say `{subject} is exactly {option}`, `at least` or `at most`."
        self.values.blame(test, f"`{subject}` is {kind}: it has no single option.", hint, _WORD)

    @check.register
    def _(self, condition: tree.Includes) -> None:
        kind = self.values.kind(condition.subject)
        if isinstance(kind, AnyOf):
            self._check_options(condition, kind)
        elif kind is not None:
            message = f"`{condition.subject}` is {kind}: it cannot include several."
            hint = _as_test(str(condition.subject), kind)
            self.values.blame(condition, message, hint, _WORD)

    def _check_options(self, test: tree.Is | tree.Includes, kind: OneOf | AnyOf | State) -> None:
        known = tuple(PLACES) if isinstance(kind, State) else kind.options
        for number, option in enumerate(test.options):
            if option not in known:
                message, hint = _unknown_option(option, str(test.subject), known)
                start = test.option_starts[number] if test.option_starts else test.start
                self._note(Fault(message, hint, "unknown-option", start, start + len(option)))


def _unknown_option(option: str, subject: str, known: tuple[str, ...]) -> tuple[str, str]:
    if known == tuple(PLACES):
        message = f"`{option}` is not a state, DC or a territory."
        capitals = option.upper()
        hint = "Write two capital letters, such as `OH`."
        return message, f"Write `{capitals}`." if capitals in PLACES else hint
    message = f"`{option}` is not an option of `{subject}`."
    return message, did_you_mean(option, known, f"Its options are {in_words(known, 'and')}.")


def _as_test(subject: str, kind: Kind) -> str:
    """Return the hint how ``subject`` is tested."""
    match kind:
        case YesNo():
            return f"Write `{subject}` or `not {subject}`."
        case OneOf(options):
            return f"Say `{subject} is {options[0] if options else '...'}`."
        case AnyOf(options):
            return f"Say `{subject} includes {options[0] if options else '...'}`."
        case State():
            return f"Say `{subject} is one of AK, HI`."
        case Day() | MonthKind():
            return f"Say `{subject} is on or before today`."
        case _:
            return f"Say `{subject} is at least ...` or `{subject} is at most ...`."
