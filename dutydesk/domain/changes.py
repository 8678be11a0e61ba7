"""What a use case changed, so that screens refresh from facts and not by guessing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Generic, TypeVar

from dutydesk.domain.dataclass import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows written by one transaction: table name -> ids."""

    touched: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def names(self, *tables: str) -> bool:
        """Tell whether any of the tables was written."""
        return any(table in self.touched for table in tables)

    def ids(self, table: str) -> frozenset[str]:
        """Return the ids written in one table."""
        return self.touched.get(table, frozenset())


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The answer of a writing use case: its result and what it changed."""

    value: T
    changes: Changes
