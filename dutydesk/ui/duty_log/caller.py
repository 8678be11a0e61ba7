"""Who is at the other side of an entry, as the contacts or an entry on record have it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.widgets.person_picker import Candidate


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls or is called, as filled in from the contacts."""

    source: str
    person: str
    phone: str


FindCallers = Callable[[str], Sequence[Candidate]]
