"""调班, 替班 and taking one back: who takes the seat, why, and who agreed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.roster import LEAD_POST, RosterSlot, RosterSwap, SwapKind
from dutydesk.domain.roster_edit import DraftSwap, DraftUndo, RosterPerson
from dutydesk.domain.roster_view import RosterDayView, RosterShiftView, SeatChange, SeatView
from dutydesk.services.roster import RosterService
from dutydesk.services.roster_swap import RosterSwapService
from dutydesk.ui.ask_dialog import AskDialog, Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.roster.seat_editor import FindPeople
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.person_picker import PersonPicker
from dutydesk.wording import when
from dutydesk.wording.roster import SWAP_KIND, place

_LOOK_AHEAD = timedelta(days=62)
_OPEN = (SeatChange.FREE, SeatChange.SWAP, SeatChange.FILL)


@dataclass(frozen=True, slots=True)
class SwapServices:
    """What the windows of swaps ask."""

    roster: RosterService
    swap: RosterSwapService
    find_people: FindPeople


@dataclass(frozen=True, slots=True)
class SwapSubject:
    """The seat that changes hands, in its shift."""

    shift: RosterShiftView
    seat: SeatView
    slot: RosterSlot

    @property
    def lead(self) -> str:
        """Return who leads the shift and usually agrees; nobody agrees to his own."""
        leaders = [one for one in self.shift.people_of(LEAD_POST) if one != self.slot.person]
        return "、".join(leaders)


class SwapDialog(AskDialog):
    """Somebody stands in, or two change places; ``job`` files it."""

    help_page = "roster"

    def __init__(
        self, desk: Desk, services: SwapServices, subject: SwapSubject, parent: QWidget
    ) -> None:
        super().__init__(desk, "调班、替班", "办理", parent)
        self._services, self._subject = services, subject
        # Made once: what was written but not acknowledged is not written twice.
        self._id = services.swap.new_id()
        self._person: RosterPerson | None = None
        slot = subject.slot
        find = partial(_found, services.find_people, slot.post_id)
        self.kind = ChoiceBox(desk.theme, "办法")
        self.person = PersonPicker(desk.theme, desk.runner, find, "由谁替")
        self.other = ChoiceBox(desk.theme, "和谁的哪一班互换")
        self.reason, self.agreed_by = QLineEdit(), QLineEdit()
        self._lay_out()
        fields: dict[str, QWidget] = {
            "kind": self.kind,
            "person": self.person,
            "reason": self.reason,
            "agreed_by": self.agreed_by,
        }
        kept = self.keep(f"roster_swap:{slot.id}", fields)
        kept.goes_along = ("kind",)
        kept.begin()
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.person.picked.connect(self._picked)
        self.person.edited.connect(self._typed)
        self.person.submitted.connect(self.person.go_on)
        self._on_kind()
        self.person.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        first = slot.duty_date.replace(day=1)
        job = partial(services.roster.days, first, slot.duty_date + _LOOK_AHEAD)
        desk.runner.submit(job, done=self._show_others)

    def job(self) -> Job | None:
        is_swap = self.kind.currentData() == SwapKind.SWAP.value
        other = str(self.other.currentData() or "")
        if is_swap and not other:
            self.say("没有可以互换的班。请改用替班。", self.kind)
            return None
        draft = DraftSwap(
            self._id,
            self._subject.slot.id,
            self.reason.text(),
            self.agreed_by.text(),
            other_slot_id=other if is_swap else None,
            person=None if is_swap else self._meant(),
        )
        return partial(self._services.swap.file, draft, by=self.desk.session.seat.actor)

    def _lay_out(self) -> None:
        subject = self._subject
        told = QLabel(_told(subject.slot, subject.seat))
        told.setWordWrap(True)
        for kind in (SwapKind.SUBSTITUTE, SwapKind.SWAP):
            word = "一人顶替" if kind is SwapKind.SUBSTITUTE else "两人互换"
            self.kind.addItem(f"{SWAP_KIND[kind]}（{word}）", kind.value)
        self.reason.setPlaceholderText("例如：参加全区会议")
        self.agreed_by.setText(subject.lead)
        self.agreed_by.setPlaceholderText("带班领导")
        self.form.row("这一班", told)
        self.form.row("办法", self.kind)
        self.form.row("由谁替", self.person)
        self.form.row("互换的班", self.other)
        self.form.row("事由", self.reason)
        self.form.row("同意人", self.agreed_by)

    def _on_kind(self) -> None:
        is_swap = self.kind.currentData() == SwapKind.SWAP.value
        self.form.setRowVisible(self.person, not is_swap)
        self.form.setRowVisible(self.other, is_swap)

    def _show_others(self, days: Sequence[RosterDayView]) -> None:
        """Offer the shifts of others on the same post that can still change hands."""
        slot = self._subject.slot
        for day in days:
            for shift in day.shifts:
                for seat in shift.seats:
                    if (
                        seat.slot is not None
                        and seat.post.id == slot.post_id
                        and seat.change in _OPEN
                        and seat.person != slot.person
                    ):
                        self.other.addItem(_told(seat.slot, seat), seat.slot.id)

    def _picked(self, value: object, _name: str) -> None:
        self._person = value if isinstance(value, RosterPerson) else None
        self.reason.setFocus(Qt.FocusReason.TabFocusReason)

    def _typed(self, _text: str) -> None:
        # Another name than the one picked is another person.
        self._person = None

    def _meant(self) -> RosterPerson:
        name = self.person.text().strip()
        if self._person is not None and self._person.name == name:
            return self._person
        return RosterPerson(name)


class UndoDialog(AskDialog):
    """Takes back a swap: shows what it was, and asks why and who agreed."""

    help_page = "roster"

    def __init__(
        self, desk: Desk, service: RosterSwapService, swap: RosterSwap, told: str, parent: QWidget
    ) -> None:
        super().__init__(desk, f"撤回{SWAP_KIND[swap.kind]}", "撤回", parent)
        self._service, self._swap = service, swap
        self._id = service.new_id()
        what = QLabel(told)
        what.setWordWrap(True)
        what.setTextFormat(Qt.TextFormat.PlainText)
        self.reason, self.agreed_by = QLineEdit(), QLineEdit(swap.agreed_by)
        self.reason.setPlaceholderText("例如：会议取消")
        self.form.row("撤回什么", what)
        self.form.row("事由", self.reason)
        self.form.row("同意人", self.agreed_by)
        fields: dict[str, QWidget] = {"reason": self.reason, "agreed_by": self.agreed_by}
        self.keep(f"roster_undo:{swap.id}", fields).begin()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        draft = DraftUndo(self._id, self._swap.id, self.reason.text(), self.agreed_by.text())
        return partial(self._service.undo, draft, by=self.desk.session.seat.actor)


def _found(find: FindPeople, post_id: str, text: str) -> Sequence[Any]:
    return find(text, post_id)


def _told(slot: RosterSlot, seat: SeatView) -> str:
    where = place(slot.duty_date, slot.shift, seat.post.name)
    weekday = when.day_and_weekday(slot.duty_date).partition(" ")[2]
    return f"{where}（{weekday}）　{slot.person}"
