"""What every room is handed, and what the shell asks of the application.

A room takes one :class:`Desk` and the services it needs, and knows no other room. The
application builds the services, binds them into room factories and gives both to the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from dutydesk.domain.clock import Clock
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.draft import Draft
from dutydesk.domain.officer import Actor
from dutydesk.ui.actions import ActionRegistry
from dutydesk.ui.hub import Hub
from dutydesk.ui.messages import Messages
from dutydesk.ui.tasks import Runner
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.notice_strip import NoticeBoard


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits at the desk: the actor of every write and the name shown.

    ``may_write`` is False for a viewer and while another machine holds the room; a viewer sees
    mobiles with their middle hidden.
    """

    actor: Actor
    name: str
    may_write: bool = True
    sees_mobiles: bool = True


class Drafts(Protocol):
    """Where drafts are kept; each call is a job for the store lane."""

    def keep(self, draft: Draft) -> None:
        """Keep what is being typed, in place of what this draft held before."""
        ...

    def drop(self, draft_id: str) -> None:
        """Forget a draft that was given up."""
        ...

    def of_form(self, form: str) -> Sequence[Draft]:
        """Return the drafts of one form, oldest first."""
        ...


class Session(QObject):
    """Holds the seat; ``changed`` when another officer sits down."""

    changed = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.seat = seat

    def sit_down(self, seat: Seat) -> None:
        """Let another officer take the seat."""
        if seat != self.seat:
            self.seat = seat
            self.changed.emit()


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk's own parts, the same for every room."""

    theme: Theme
    runner: Runner
    hub: Hub
    messages: Messages
    clock: Clock
    actions: ActionRegistry
    notices: NoticeBoard
    session: Session
    drafts: Drafts


@dataclass(frozen=True, slots=True)
class OnDuty:
    """One post of the strip: 带班 or 主班, who holds it, and the number."""

    post: str
    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class StripFacts:
    """What the top strip shows of the room and its shift, ready to read."""

    unit: str
    shift: str
    shift_short: str
    on_duty: tuple[OnDuty, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordState:
    """The state of the record; instants are aware UTC, None when it has not happened yet.

    ``checking`` while the file is being checked after start; ``trouble`` is a short word such as
    只读 and takes the place of 已保存.
    """

    saved_at: datetime | None = None
    backup_at: datetime | None = None
    chain_checked_at: datetime | None = None
    checking: bool = False
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Unlocker:
    """Somebody who may unlock the desk with a PIN."""

    officer_id: str
    name: str


@dataclass(frozen=True, slots=True)
class DeskServices:
    """What the shell asks; each callable is a job for the store lane, so it may read the file.

    ``unlock(officer_id, pin)`` returns the seat or raises a refusal that has a sentence.
    """

    strip_facts: Callable[[], StripFacts]
    record_state: Callable[[], RecordState]
    unlockers: Callable[[], tuple[Unlocker, ...]]
    unlock: Callable[[str, str], Seat]
    practice: bool = False
    strip_tables: tuple[str, ...] = field(default=("shift", "officer", "room", "setting"))
