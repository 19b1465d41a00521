"""The tables: nothing in them can be read without a person's code."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Date, Integer, LargeBinary, MetaData, Table

metadata: Final = MetaData()

saved_plans: Final = Table(
    "saved_plan",
    metadata,
    Column("locator", LargeBinary(32), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("edition", Integer, nullable=False),
    Column("expires_on", Date, nullable=False, index=True),
)
