"""The language of journeys: sentences, the kinds of what they speak of, and what they come to."""

from navigator.rules import tree
from navigator.rules.because import Because
from navigator.rules.business import is_business_day, next_business_day
from navigator.rules.cases import Cases
from navigator.rules.checker import check_condition, check_value, hidden_numbers
from navigator.rules.condition import Condition
from navigator.rules.days import plus_months, shifted
from navigator.rules.facts import FactRule
from navigator.rules.faults import ConditionError, Fault, did_you_mean
from navigator.rules.figure_rows import FigureFault, read_figure
from navigator.rules.figures import FigureRule
from navigator.rules.kinds import (
    BUILT_IN,
    AnyOf,
    Count,
    Day,
    Kind,
    LengthKind,
    Money,
    MonthKind,
    Number,
    OneOf,
    Percent,
    State,
    YesNo,
)
from navigator.rules.lengths import Length
from navigator.rules.months import Month
from navigator.rules.parser import parse_condition, parse_value
from navigator.rules.places import PLACES
from navigator.rules.questions import QuestionRule, Valid
from navigator.rules.reading import Reading
from navigator.rules.rulebook import Rulebook
from navigator.rules.tree import names_in
from navigator.rules.truth import NOT_APPLICABLE, Absent, Truth
from navigator.rules.value import Value

__all__ = [
    "BUILT_IN",
    "NOT_APPLICABLE",
    "PLACES",
    "Absent",
    "AnyOf",
    "Because",
    "Cases",
    "Condition",
    "ConditionError",
    "Count",
    "Day",
    "FactRule",
    "Fault",
    "FigureFault",
    "FigureRule",
    "Kind",
    "Length",
    "LengthKind",
    "Money",
    "Month",
    "MonthKind",
    "Number",
    "OneOf",
    "Percent",
    "QuestionRule",
    "Reading",
    "Rulebook",
    "State",
    "Truth",
    "Valid",
    "Value",
    "YesNo",
    "check_condition",
    "check_value",
    "did_you_mean",
    "hidden_numbers",
    "is_business_day",
    "names_in",
    "next_business_day",
    "parse_condition",
    "parse_value",
    "plus_months",
    "read_figure",
    "shifted",
    "tree",
]
