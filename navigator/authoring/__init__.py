"""What a designer's change does: scenarios played, answers read as typed; pure."""

from navigator.authoring.scenarios import Finding, Outcome, run_scenarios
from navigator.authoring.typed import read_typed
from navigator.authoring.typed_days import TypedError

__all__ = ["Finding", "Outcome", "TypedError", "read_typed", "run_scenarios"]
