"""What stands on the list of equipment with the checks of a span (设备检查登记表, notes §7.9)."""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper_span import PaperSpan


@dataclass(frozen=True)
class EquipmentRow:
    """One item as it stood at the end of the span; `result` and `rule` are wordings."""

    name: str
    location: str
    number: str
    rule: str
    checked_at: datetime | None = None
    result: str = ""
    is_fault: bool = False
    note: str = ""
    test_due: date | None = None


@dataclass(frozen=True)
class EquipmentCheckRow:
    """Checks of one shift that say the same: `names` of what was checked, from when to when."""

    since: datetime
    until: datetime
    names: tuple[str, ...]
    result: str
    recorder: str
    is_fault: bool = False
    charge: str = ""
    is_test_call: bool = False
    note: str = ""
    fault_reported_to: str = ""


@dataclass(frozen=True)
class EquipmentList:
    """The unit's list, and every check of a span."""

    unit: str
    span: PaperSpan
    is_practice: bool
    items: tuple[EquipmentRow, ...] = ()
    checks: tuple[EquipmentCheckRow, ...] = ()
