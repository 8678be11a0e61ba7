"""What stands on the list of open items 未办结事项清单: everything open at an instant."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper import OpenItemLine


@dataclass(frozen=True)
class OpenItemList:
    """Open items and directives that are not closed, as a handover would print them."""

    unit: str
    as_of: datetime
    is_practice: bool
    items: tuple[OpenItemLine, ...] = ()
    directives: tuple[OpenItemLine, ...] = ()
