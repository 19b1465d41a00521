"""One narrow store: what people asked to keep, sealed so that nobody else can read it."""

from navigator.storage.return_code import CodeError, new_code, read_code, shown_code
from navigator.storage.sealing import SealError, TooLargeError
from navigator.storage.store import (
    ChangedMeanwhileError,
    NoSuchPlanError,
    Plans,
    SavedPlan,
    StoreError,
)

__all__ = [
    "ChangedMeanwhileError",
    "CodeError",
    "NoSuchPlanError",
    "Plans",
    "SavedPlan",
    "SealError",
    "StoreError",
    "TooLargeError",
    "new_code",
    "read_code",
    "shown_code",
]
