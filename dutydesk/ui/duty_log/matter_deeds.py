"""Entries that belong together: once more the same caller, going on with a matter, going back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from dutydesk.domain.duty_log import ListedEntry, LogEntry
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.caller import Caller
from dutydesk.ui.duty_log.entry_form import EntryForm
from dutydesk.ui.duty_log.keys import AGAIN, CONTINUE, CONTINUED
from dutydesk.ui.duty_log.shift_list import ShiftList
from dutydesk.ui.widgets.field_text import is_writing, text_of
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind

_NOTICE = "continuation"
_CALLER = frozenset({"caller", "phone"})


class MatterDeeds(QObject):
    """``elsewhere`` with the id of an entry of another shift that is to be shown."""

    elsewhere = Signal(object)

    def __init__(self, desk: Desk, log: ShiftList, form: EntryForm, room: QWidget) -> None:
        super().__init__(room)
        self._desk, self._log, self._form = desk, log, form
        desk.actions.add(AGAIN, self.again, room)
        desk.actions.add(CONTINUE, self.go_on, room)
        desk.actions.add(CONTINUED, self.go_back, room)

    def again(self) -> None:
        """Begin an entry with the caller and the kind of the last one that a person recorded."""
        last = _last_by_hand(self._log.entries())
        if last is not None:
            self._form.begin_with(caller_of(last.entry), last.entry.kind)

    def go_on(self) -> None:
        """Go on with the selected entry or the newest one.

        Beside what is being typed the key takes the call that is offered, or drops the link.
        """
        if self._form.has_focus() and self._form.matter.turn():
            return
        listed = self._log.meant()
        if listed is not None:
            if _names_only(self._form, caller_of(listed.entry)):
                # Pressed before the offer came: the caller stands in the entry that goes on.
                self._form.give_up()
            go_on_with(self._desk, self._form, listed)

    def go_back(self) -> None:
        """Select the entry that the selected one goes on with."""
        listed = self._log.pointed_at()
        before = listed.entry.continuation_of if listed is not None else None
        if listed is None or before is None:
            self._desk.notices.put(Notice(_NOTICE, NoticeKind.HINT, "这条没有接别的记录。"))
        elif not self._log.go_to(before):
            self.elsewhere.emit(before)


def go_on_with(desk: Desk, form: EntryForm, listed: ListedEntry) -> None:
    """Begin an entry that goes on with this one; a withdrawal is nothing to go on with."""
    if listed.entry.is_withdrawal or not desk.session.seat.may_write:
        words = "撤回的记录不能接着记。请另记一条。"
        if listed.entry.is_withdrawal:
            desk.notices.put(Notice(_NOTICE, NoticeKind.HINT, words))
        return
    form.begin_with(caller_of(listed.entry), listed.entry.kind, listed)
    form.fields.text.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _names_only(form: EntryForm, caller: Caller) -> bool:
    """Tell whether nothing but this caller was written yet, so that nothing is to be kept."""
    fields = form.fields
    if fields.who.other_side() != caller or not form.files.is_empty():
        return False
    others = (field for name, field in fields.inputs.items() if name not in _CALLER)
    is_typed = any(text_of(one).strip() for one in others if is_writing(one))
    return not is_typed and not fields.details.inputs.is_written()


def caller_of(entry: LogEntry) -> Caller:
    """Return who was at the other side of an entry."""
    return Caller(entry.source, entry.person, entry.phone)


def _last_by_hand(entries: list[ListedEntry]) -> ListedEntry | None:
    by_hand = (
        one
        for one in entries
        if not (one.entry.is_automatic or one.entry.is_withdrawal or one.is_struck)
    )
    return max(by_hand, key=lambda one: one.entry.no, default=None)
