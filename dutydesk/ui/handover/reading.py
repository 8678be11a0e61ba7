"""What the handover page reads in one go, and the services it is handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from dutydesk.domain.backup import AutomaticBackup
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.handover_facts import HandoverView
from dutydesk.domain.officer import Actor, Officer
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.rostered_posts import RosteredPosts
from dutydesk.domain.shift import Shift, ShiftStatus
from dutydesk.services.checklist import ChecklistService
from dutydesk.services.handover import HandoverService
from dutydesk.services.officer import OfficerService
from dutydesk.services.open_item import OpenItemService
from dutydesk.services.relief import ReliefService
from dutydesk.services.shift import ShiftService
from dutydesk.ui.desk import Seat

TABLES = frozenset(
    {
        "handover",
        "handover_check",
        "handover_thing",
        "handover_signature",
        "shift",
        "open_item",
        "open_item_progress",
        "directive",
        "log_entry",
        "incident",
        "incident_report",
        "officer",
        "checklist_item",
        "absence_notice",
        "equipment_item",
        "equipment_check",
        "report_draft",
        "roster_slot",
    }
)
"""What the page shows is on file in these."""


@dataclass(frozen=True, slots=True)
class HandoverServices:
    """The services of the page, and the callables that lead out of it.

    ``backup`` is a job for the pool; ``show_paper`` opens the preview of a paper.
    """

    handover: HandoverService
    relief: ReliefService
    checklist: ChecklistService
    open_item: OpenItemService
    shift: ShiftService
    officer: OfficerService
    backup: Callable[[], AutomaticBackup]
    show_paper: Callable[[PaperRequest], object]

    def read(self) -> Reading:
        """Read the running handover with everybody who may take part in it."""
        view = self.shift.view()
        officers = tuple(one for one in self.officer.officers() if one.is_active)
        if view.shift is None or view.shift.status is ShiftStatus.AWAITING:
            return Reading(None, None, None, officers)
        draft = self.handover.draft()
        coming = draft.facts.incoming_shift
        rostered = self.shift.rostered(coming.duty_date, coming.kind)
        return Reading(draft, view.shift, view.primary, officers, rostered)

    def former(self, limit: int) -> list[HandoverView]:
        """Return handovers in which duty has passed, the newest first."""
        # One more than asked: the running one may stand among them.
        found = self.handover.handovers(limit + 1)
        return [one for one in found if one.handover.is_over][:limit]

    def print_record(self, handover_id: str) -> None:
        """Show the paper of a handover."""
        self.show_paper(PaperRequest(PaperKind.HANDOVER_RECORD, handover_id=handover_id))


@dataclass(frozen=True, slots=True)
class Reading:
    """The draft (None while nobody is on duty), its shift and primary, who is active and next."""

    view: HandoverView | None
    shift: Shift | None
    primary: Officer | None
    officers: tuple[Officer, ...]
    rostered: RosteredPosts = field(default_factory=RosteredPosts)

    @property
    def writers(self) -> tuple[Officer, ...]:
        """Return who may take over."""
        return tuple(one for one in self.officers if one.may_write)

    @property
    def leads(self) -> tuple[Officer, ...]:
        """Return who may countersign."""
        return tuple(one for one in self.officers if one.may_lead)


def seat_of(officer: Officer) -> Seat:
    """Return the seat of the officer to whom duty has passed."""
    return Seat(Actor(officer.id, officer.id), officer.name, officer.may_write)
