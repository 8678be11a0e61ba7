"""What is done first at the scene (先期处置): the unit's list and what was ticked (§6, S0).

Rules of this file: as for calls (``incident_notice``): a tick is never changed, and one whose log
entry was withdrawn does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import MAX_FIELD
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import Incident, IncidentCategory
from dutydesk.domain.incident_notice import (
    MAX_NAME,
    check_moment,
    check_open_file,
    check_texts,
)
from dutydesk.domain.incident_scope import IncidentScope


@dataclass(frozen=True, slots=True, kw_only=True)
class InitialAction:
    """One line of the unit's list: 人员疏散, 交通管制 …."""

    id: str
    name: str
    category: IncidentCategory | None = None
    kind: str = ""
    order_no: int = 0
    is_active: bool = True

    @property
    def scope(self) -> IncidentScope:
        """Return which incidents it is for."""
        return IncidentScope(self.category, (self.kind,) if self.kind else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftActionTaken:
    """One tick; ``done_by`` is the unit or person at the scene."""

    id: str
    incident_id: str
    action: str
    done_at: datetime
    done_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionTaken:
    """One tick on record, with the entry it left in the log."""

    id: str
    incident_id: str
    action: str
    done_at: datetime
    done_by: str
    note: str
    recorder: str
    recorded_at: datetime
    entry_id: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action of the sheet with its ticks, oldest first."""

    action: str
    taken: tuple[ActionTaken, ...] = field(default=())

    @property
    def is_done(self) -> bool:
        """Tell whether anybody did it."""
        return bool(self.taken)


@dataclass(eq=False)
class ActionMissing(Refusal):
    """A tick says what was done."""


def check_action(draft: DraftActionTaken, incident: Incident, now: datetime) -> None:
    """Accept a tick; raises ActionMissing and what ``check_notice`` raises of time and texts."""
    check_open_file(incident)
    if not draft.action.strip():
        raise ActionMissing
    check_texts(
        {"action": (draft.action, MAX_NAME), "done_by": (draft.done_by, MAX_FIELD)}
        | {"note": (draft.note, MAX_FIELD)}
    )
    check_moment(draft.done_at, incident, now)


def action_lines(
    incident: Incident, actions: Iterable[InitialAction], taken: Sequence[ActionTaken]
) -> list[ActionLine]:
    """Return the sheet of an incident in the unit's order, then what is not on the list."""
    wanted = [
        one.name
        for one in sorted(actions, key=lambda one: one.order_no)
        if one.is_active and one.scope.holds(incident)
    ]
    names = dict.fromkeys([*wanted, *(one.action for one in taken)])
    return [ActionLine(name, tuple(one for one in taken if one.action == name)) for name in names]
