"""What stands on the list of people whose numbers wait to be made sure of (待核实清单)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper_directory import masked


@dataclass(frozen=True)
class StaleContactRow:
    """One person as printed; `verified` is when and by whom, empty when nobody did."""

    unit: str
    name: str
    post: str = ""
    phone: str = ""
    mobile: str = ""
    verified: str = ""
    term: str = ""


@dataclass(frozen=True)
class StaleContactList:
    """Everybody whose numbers nobody made sure of for `stale_days`, by unit."""

    unit: str
    is_practice: bool
    as_of: date
    stale_days: int
    is_masked: bool = False
    rows: tuple[StaleContactRow, ...] = ()


def masked_stale_list(stale: StaleContactList) -> StaleContactList:
    """Return the list with every mobile hidden."""
    rows = tuple(
        replace(row, phone=masked(row.phone), mobile=masked(row.mobile)) for row in stale.rows
    )
    return replace(stale, rows=rows)
