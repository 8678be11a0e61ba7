"""What the text of a warning says, as far as the rules could read it; None is not said."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.warning_color import WarningColor


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningReading:
    """One text; ``is_lifting`` where it lifts a warning, ``is_change`` where it changes one.

    Texts that were not found are empty. What an entry on record says was told is here too.
    """

    kind: str = ""
    color: WarningColor | None = None
    issued_by: str = ""
    issued_at: datetime | None = None
    title: str = ""
    doc_no: str = ""
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    area: str = ""
    content: str = ""
    measures: str = ""
    cause: str = ""
    impact: str = ""
    is_lifting: bool = False
    is_change: bool = False
    reported_at: datetime | None = None
    reported_to: str = ""
    forwarded_at: datetime | None = None
    forwarded_to: str = ""
