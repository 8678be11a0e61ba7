"""The tree of units from its room: narrowed by typing, moved by keys or mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.contacts import within
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.unit_card import UnitCard
from dutydesk.services.contact_unit import ContactUnitService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.contacts.move_dialog import MoveDialog, MoveStart, MoveTo
from dutydesk.ui.contacts.panel import ContactsPanel
from dutydesk.ui.contacts.unit_dialog import UnitDialog, UnitStart
from dutydesk.ui.contacts.unit_lines import Which
from dutydesk.wording.sentences import sentence

NARROW = ActionSpec("contacts.narrow", "在单位里查找", "Ctrl+U", ActionGroup.VIEW, "search")
MOVE = ActionSpec("contacts.move", "移到别的单位", "Ctrl+J", ActionGroup.ENTRY, "arrow-left-right")
UP = ActionSpec("contacts.up", "单位或联系人上移", "Ctrl+Shift+Up", ActionGroup.ENTRY, "users")
DOWN = ActionSpec(
    "contacts.down", "单位或联系人下移", "Ctrl+Shift+Down", ActionGroup.ENTRY, "users"
)
DUTY = ActionSpec("contacts.duty_phone", "复制单位的值班电话", "Ctrl+T", ActionGroup.VIEW, "phone")
NEW_UNIT = ActionSpec("contacts.new_unit", "新增单位", "", ActionGroup.ENTRY, "plus")
EDIT_UNIT = ActionSpec("contacts.edit_unit", "修改选中的单位", "", ActionGroup.ENTRY, "pencil")
VERBS = (NARROW, MOVE, UP, DOWN, DUTY, NEW_UNIT, EDIT_UNIT)


class UnitDeed(QObject):
    """Hangs on the room; meant is the unit while the tree has the cursor, else a person."""

    def __init__(self, panel: ContactsPanel, service: ContactUnitService) -> None:
        super().__init__(panel)
        self._panel, self._service, self._desk = panel, service, panel.desk
        self._asked = 0
        self._found: frozenset[str] | None = None
        moving = (self.narrow, self.move, self.up, self.down)
        for spec, handler in zip(
            VERBS, (*moving, self.copy_duty, self.add, self.edit), strict=True
        ):
            self._desk.actions.add(spec, handler, panel, local=True)
        panel.new_unit.clicked.connect(self.add)
        panel.edit_unit.clicked.connect(self.edit)
        panel.unit_filter.textChanged.connect(self._on_typed)
        panel.unit_filter.returnPressed.connect(self._take_first)
        panel.unit_filter.installEventFilter(self)
        panel.tree.unit_dropped.connect(self._on_unit_dropped)
        panel.tree.person_dropped.connect(self._on_person_dropped)
        panel.head.number_taken.connect(panel.copy)
        panel.which_changed.connect(self._read)
        panel.units_shown.connect(self._show_narrowed)
        self._desk.hub.committed.connect(self._on_committed)

    def narrow(self) -> None:
        """Put the cursor where the name of a unit is typed."""
        target = self._panel.unit_filter
        (target if target.isVisible() else self._panel.box).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )
        target.selectAll()

    def add(self) -> None:
        """Open the form of a new unit below the one chosen."""
        start = UnitStart(self._panel.units, parent_id=self._panel.tree.which().unit_id or None)
        self._open_unit(start)

    def edit(self) -> None:
        """Open the form of the unit chosen."""
        unit, card = self._panel.unit(), self._panel.head.card()
        if unit is not None:
            self._open_unit(UnitStart(self._panel.units, unit, unit.parent_id, card))

    def move(self) -> None:
        """Ask where the unit or the person goes."""
        by, units = self._desk.session.seat.actor, self._panel.units
        unit, card = self._panel.unit(), self._panel.chosen()
        job: MoveTo
        if self._is_unit() and unit is not None:
            below = within(unit.id, units)
            start = MoveStart(unit.name, units, unit.parent_id, below)
            job = partial(self._service.move_unit, unit.id, by=by)
        elif card is not None:
            contact = card.contact
            start = MoveStart(contact.name, units, contact.unit_id)
            job = partial(self._service.move_person, contact.id, by=by)
        else:
            return
        if self._desk.session.seat.may_write:
            MoveDialog(self._desk, start, job, self._panel.window()).open()

    def up(self) -> None:
        """Move it one place up."""
        self._shift(-1)

    def down(self) -> None:
        """Move it one place down."""
        self._shift(1)

    def copy_duty(self) -> None:
        """Copy the number by which the unit is reached at any hour."""
        card = self._panel.head.card()
        if card is None:
            self._panel.say("先在左边选一个单位。", "soon")
        elif card.duty_phone is None:
            self._panel.say(f"{card.unit.name}没有登记值班电话。", "soon")
        else:
            self._panel.copy(card.duty_phone)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key is Qt.Key.Key_Down:
                self._panel.tree.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if key is Qt.Key.Key_Escape and self._panel.unit_filter.text():
                self._panel.unit_filter.clear()
                return True
        return False

    def _is_unit(self) -> bool:
        return self._panel.tree.hasFocus() or self._panel.box.hasFocus()

    def _shift(self, steps: int) -> None:
        by, unit, card = self._desk.session.seat.actor, self._panel.unit(), self._panel.chosen()
        if self._is_unit() and unit is not None:
            self._write(partial(self._service.shift_unit, unit.id, steps, by=by))
        elif not self._is_unit() and card is not None:
            self._write(partial(self._service.shift_person, card.contact.id, steps, by=by))

    def _on_unit_dropped(self, unit_id: str, parent_id: str, before_id: str) -> None:
        by, move = self._desk.session.seat.actor, self._service.move_unit
        self._write(partial(move, unit_id, parent_id or None, before_id or None, by=by))

    def _on_person_dropped(self, contact_id: str, unit_id: str) -> None:
        by, move = self._desk.session.seat.actor, self._service.move_person
        self._write(partial(move, contact_id, unit_id or None, by=by))

    def _write(self, job: Callable[[], Done[Any]]) -> None:
        if self._desk.session.seat.may_write:
            self._panel.say("")
            self._desk.runner.submit(job, done=self._written, failed=self._refused)

    def _written(self, done: Done[Any]) -> None:
        self._desk.hub.announce(done.changes, self)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._panel.say(sentence(error), "overdue")

    def _open_unit(self, start: UnitStart) -> None:
        if self._desk.session.seat.may_write:
            window: QWidget = self._panel.window()
            UnitDialog(self._desk, self._service, start, window).open()

    def _on_typed(self, text: str) -> None:
        job = partial(self._service.find_units, text)
        self._desk.runner.submit(job, done=self._narrowed)

    def _narrowed(self, found: frozenset[str] | None) -> None:
        self._found = found
        self._show_narrowed()

    def _show_narrowed(self) -> None:
        self._panel.tree.narrow(self._found)

    def _take_first(self) -> None:
        if self._found:
            self._panel.tree.first_of(self._found)
            self._panel.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, which: Which) -> None:
        self._asked += 1
        if not which.unit_id:
            self._show(self._asked, None)
            return
        job = partial(self._service.card, which.unit_id)
        shown = partial(self._show, self._asked)
        self._desk.runner.submit(job, done=shown, failed=partial(self._gone, self._asked))

    def _show(self, asked: int, card: UnitCard | None) -> None:
        if asked == self._asked:
            self._panel.head.show_card(card)

    def _gone(self, asked: int, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._show(asked, None)

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names("contact", "contact_number", "contact_role", "unit"):
            self._read(self._panel.tree.which())
