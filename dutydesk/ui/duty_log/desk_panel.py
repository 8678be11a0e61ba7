"""值班台, the front room: the running log of this shift and the quick entry below it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.day_view import DutyDay, mark_of
from dutydesk.domain.duty_log import ListedEntry, LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import china
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.day_view.ribbon_bar import RibbonBar
from dutydesk.ui.draft_bar import DraftBar, DraftFace
from dutydesk.ui.duty_log.attached_files import NAMES
from dutydesk.ui.duty_log.detail_keys import tick_read_back, unfold
from dutydesk.ui.duty_log.entry_form import FORM, EntryForm
from dutydesk.ui.duty_log.keys import (
    CHOOSE,
    CORRECT,
    FURTHER,
    LIST_OPEN,
    PARK,
    READ_BACK,
    START_INCIDENT,
)
from dutydesk.ui.duty_log.matter_deeds import MatterDeeds
from dutydesk.ui.duty_log.shift_list import ShiftList
from dutydesk.ui.duty_log.struck import say_struck
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.low_scroll import LowScroll
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.duty_log import ENTRY_KIND

if TYPE_CHECKING:
    from dutydesk.domain.changes import Changes
    from dutydesk.domain.shift import Shift
    from dutydesk.services.day_view import DayViewService
    from dutydesk.services.duty_log import DutyLogService
    from dutydesk.services.open_item import OpenItemService
    from dutydesk.ui.desk import Desk
    from dutydesk.ui.duty_log.caller import FindCallers

_LOG_TABLES = ("log_entry", "open_item", "shift", "attachment")
_KIND_KEYS = 9
_FACE = DraftFace(
    FORM,
    "at",
    ("caller", "text", "phone", "handling", "instruction", NAMES),
    "kind",
    {kind.value: word for kind, word in ENTRY_KIND.items()},
)

# From this height of the window on, at 100 % type, there is room for the ribbon as well.
_HIGH = 600


@dataclass(frozen=True, slots=True)
class DutyDeskServices:
    """What the front room asks for and writes with."""

    log: DutyLogService
    open_items: OpenItemService
    days: DayViewService


@dataclass(frozen=True, slots=True)
class _Read:
    """What the panel shows, read in one go."""

    shift: Shift | None
    entries: Sequence[ListedEntry]
    open_ids: frozenset[str]
    open_count: int
    day: DutyDay | None


class DutyDeskPanel(RoomPanel):
    """The front room; ``incident_wanted``, ``open_item_wanted`` with the entry one begins with.

    ``shown`` each time the log of the shift stands on the screen as it is on file.
    """

    help_page = "duty_desk"
    incident_wanted = Signal(object)
    open_item_wanted = Signal(object)
    sheet_wanted = Signal(object)
    shown = Signal()

    def __init__(
        self,
        desk: Desk,
        services: DutyDeskServices,
        find_callers: FindCallers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._service, self._open_items = services.log, services.open_items
        self._days = services.days
        self._shift: Shift | None = None
        self.log = ShiftList(desk.theme)
        self.model, self.view = self.log.model, self.log.view
        self.ribbon = RibbonBar(desk.theme)
        self.form = EntryForm(desk, services.log, find_callers)
        self.drafts = DraftBar(desk, self.form, _FACE)
        self.matters = MatterDeeds(desk, self.log, self.form, self)
        self._build()
        self._add_actions()
        desk.hub.committed.connect(self._on_committed)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.reload()
        self.drafts.restore()

    def entered(self) -> None:
        """Put the cursor where a call is taken down."""
        self.form.wait()

    def begin(self) -> bool:
        """F2: a new entry; one that is being typed is set aside, never thrown away."""
        if self.form.is_saving:
            return True
        if not self.form.is_empty() and self.form.has_focus():
            self.begin_another()
        else:
            if self.form.is_empty():
                self.form.matter.clear()
            self.form.begin()
        return True

    def take_up(self) -> bool:
        """Go on with the draft put aside last; one that is being typed takes its place."""
        return self.drafts.take_up_last()

    def print_view(self) -> bool:
        """F9: the sheet of this duty day."""
        if self._shift is not None:
            self.sheet_wanted.emit(self._shift.duty_date)
        return self._shift is not None

    def reload(self) -> None:
        """Read the running shift again."""
        self.desk.runner.submit(self._read, done=self._show)

    def selected(self) -> ListedEntry | None:
        """Return the entry that is selected."""
        return self.log.selected()

    def correct_selected(self) -> None:
        """Open the correction of the selected entry, or of the newest one."""
        listed = self.log.pointed_at()
        if listed is not None:
            # Loaded when somebody corrects: the room opens without it.
            from dutydesk.ui.duty_log.correct_dialog import open_correction  # noqa: PLC0415

            open_correction(self.desk, self._service, listed, self.window())

    def begin_another(self) -> None:
        """Begin a new entry; a draft that is being typed keeps its tab."""
        if not self.form.is_saving:
            self.form.set_aside(then=self.form.begin)

    def incident_from_selected(self) -> None:
        """Ask for the incident form, filled from the selected entry or the newest one."""
        listed = self._meant()
        if listed is not None:
            self.incident_wanted.emit(listed.entry)

    def list_selected(self) -> None:
        """Ask what is still open about the selected entry or the newest one."""
        listed = self._meant()
        if listed is not None:
            self.open_item_wanted.emit(listed.entry)

    def _meant(self) -> ListedEntry | None:
        """Return the entry that holds; of what was withdrawn say that it does not."""
        listed, pointed = self.log.meant(), self.log.pointed_at()
        if listed is None and pointed is not None:
            say_struck(self.desk, self._service, pointed)
        return listed

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self._line = QWidget()
        self._line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self._line, ground="line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.ribbon)
        column.addWidget(self.log, 1)
        for widget in (self._line, self.drafts, LowScroll(self.form)):
            column.addWidget(widget)
        self.ribbon.chosen.connect(self.log.show_entry)
        self.log.view.selectionModel().currentChanged.connect(self._on_current)
        self.desk.hub.minute.connect(self.ribbon.tick)
        self.log.opened.connect(self.correct_selected)
        self.log.begun.connect(self.form.begin)
        self.form.recorded.connect(self._on_recorded)
        self.form.drafts_changed.connect(self.drafts.refresh)
        self.drafts.taken_up.connect(self._on_taken_up)
        self.drafts.new_wanted.connect(self.begin_another)
        self.form.fields.edited.connect(self.drafts.retitle)

    def _add_actions(self) -> None:
        actions = self.desk.actions
        actions.add(CORRECT, self.correct_selected, self)
        actions.add(PARK, self.begin_another, self)
        self.drafts.add_keys("duty_desk", "值班台", self)
        actions.add(START_INCIDENT, self.incident_from_selected, self)
        actions.add(LIST_OPEN, self.list_selected, self)
        actions.add(CHOOSE, self.log.choose, self)
        fields = self.form.fields
        for spec, deed in (
            (FURTHER, partial(unfold, fields.details, fields.text)),
            (READ_BACK, partial(tick_read_back, fields.details)),
        ):
            actions.add(spec, deed, self.form, local=True)
        for number, kind in enumerate(list(EntryKind)[:_KIND_KEYS], start=1):
            spec = ActionSpec(
                f"duty_desk.kind_{kind.value}",
                f"类别：{ENTRY_KIND[kind]}",
                f"Ctrl+{number}",
                ActionGroup.ENTRY,
            )
            actions.add(spec, partial(self.form.fields.choose_kind, kind), self.form, local=True)

    def _read(self) -> _Read:
        shift, entries = self._service.entries_of_running_shift()
        items = self._open_items.open_items()
        marks = [mark_of(listed) for listed in entries]
        return _Read(
            shift,
            entries,
            frozenset(item.origin_entry_id for item in items if item.origin_entry_id),
            len(items),
            self._days.of_shift(shift, marks) if shift else None,
        )

    def _show(self, read: _Read) -> None:
        self._shift = read.shift
        self.log.show_entries(read.entries, read.open_ids, read.open_count)
        self.ribbon.show_day(read.day, self.desk.clock.now())
        self._make_room()
        self.shown.emit()

    def _on_recorded(self, entry: LogEntry) -> None:
        day = self._shift.duty_date if self._shift else china(entry.at).date()
        self.log.await_entry(ListedEntry(entry, day))
        self.reload()
        self.form.wait()

    def _on_current(self, _index: QModelIndex, _before: QModelIndex) -> None:
        listed = self.selected()
        self.ribbon.select(listed.entry.id if listed else "")

    def _on_committed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self.form and changes.names(*_LOG_TABLES):
            self.reload()

    def _on_taken_up(self) -> None:
        text = self.form.fields.text
        text.moveCursor(QTextCursor.MoveOperation.End)
        text.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Show the ribbon only where it takes no row from the log that is needed."""
        is_high = self.window().height() >= self.desk.theme.px(_HIGH)
        self.ribbon.setVisible(is_high and self.model.rowCount() > 0)

    def _restyle(self) -> None:
        self._make_room()
        self._line.setFixedHeight(self.desk.theme.measure("line"))
