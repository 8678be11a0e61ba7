"""The command HQs of the room of contacts: read into the tree, shown and changed beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.hq_member import HqMember, HqPart, HqView
from dutydesk.services.contacts import ContactsService
from dutydesk.services.hq_member import HqMemberService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.contacts.hq_dialog import HqMemberDialog
from dutydesk.ui.contacts.hq_view import HqTable
from dutydesk.ui.contacts.panel import ContactsPanel
from dutydesk.ui.contacts.person_reader import sees_mobiles
from dutydesk.ui.contacts.unit_lines import Which
from dutydesk.wording.sentences import sentence

HQS = ActionSpec("contacts.hqs", "专项指挥部", "Ctrl+Q", ActionGroup.VIEW, "megaphone")
VERBS = (HQS,)
_TABLES = ("hq_member", "command_hq", "contact", "contact_number", "unit")


class HqDeed(QObject):
    """Hangs on the room; an HQ stands where the people stand while it is chosen."""

    def __init__(
        self, panel: ContactsPanel, service: HqMemberService, contacts: ContactsService
    ) -> None:
        super().__init__(panel)
        self._panel, self._service, self._contacts = panel, service, contacts
        self._desk = panel.desk
        self._which = Which()
        self._wanted = ""
        self.view = HqTable(panel.desk.theme)
        self.view.setParent(panel)
        self.view.hide()
        panel.read_hqs = self._hqs
        panel.reload()
        panel.desk.actions.add(HQS, self.show_all, panel, local=True)
        panel.which_changed.connect(self._on_which)
        panel.units_shown.connect(self._follow)
        self.view.wanted.connect(self._on_wanted)
        panel.desk.hub.committed.connect(self._on_committed)
        panel.desk.session.changed.connect(self._read)

    def show_all(self) -> None:
        """Show every HQ."""
        self._panel.show_which(Which(hq_id=""))
        self.view.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _hqs(self) -> Sequence[CommandHq]:
        return [view.hq for view in self._service.views()]

    def _on_which(self, which: Which) -> None:
        self._which = which
        self.view.say("")
        if which.hq_id is not None:
            self._panel.show_instead(self.view)
            self._read()

    def _read(self) -> None:
        if self._which.hq_id is not None:
            self._desk.runner.submit(self._service.views, done=self._show)

    def _show(self, views: Sequence[HqView]) -> None:
        is_masked = not sees_mobiles(self._desk)
        chosen = next((view for view in views if view.hq.id == self._which.hq_id), None)
        if chosen is None:
            self.view.show_all(views, is_masked=is_masked)
            return
        may_write = self._desk.session.seat.may_write
        self.view.show_hq(chosen, may_write=may_write, is_masked=is_masked)
        if self._wanted:
            self.view.choose(self._wanted)
            self._wanted = ""

    def _on_wanted(self, verb: str) -> None:
        member, by = self.view.member(), self._desk.session.seat.actor
        if verb == "copy":
            self._copy(member)
        elif not self._desk.session.seat.may_write:
            return
        elif verb == "add" and self._which.hq_id:
            new = HqMember(id=self._service.new_id(), hq_id=self._which.hq_id, part=HqPart.MEMBER)
            self._open(new)
        elif member is None:
            return
        elif verb == "edit":
            self._open(member)
        elif verb == "remove":
            self._write(partial(self._service.remove, member.id, by=by))
        else:
            self._wanted = member.id
            steps = -1 if verb == "up" else 1
            self._write(partial(self._service.move, member.id, steps, by=by))

    def _copy(self, member: HqMember | None) -> None:
        if member is not None and member.phone and sees_mobiles(self._desk):
            self.view.say(self._panel.clipboard.copy(member.phone), "done")

    def _open(self, member: HqMember) -> None:
        services = (self._service, self._contacts)
        dialog = HqMemberDialog(self._desk, services, member, self._panel.window())
        dialog.saved.connect(self._saved)
        dialog.open()

    def _saved(self, member: HqMember) -> None:
        """Follow an HQ of the shipped list that became the unit's own."""
        self._wanted = member.id
        self._which = Which(hq_id=member.hq_id)
        self._follow()
        self._read()

    def _follow(self) -> None:
        """Keep the line of the HQ chosen when the tree was read again."""
        if self._which.hq_id is not None:
            self._panel.tree.choose(self._which)
            self._panel.box.choose(self._which)

    def _write(self, job: Callable[[], Done[Any]]) -> None:
        self._desk.runner.submit(job, done=self._written, failed=self._refused)

    def _written(self, done: Done[Any]) -> None:
        self._desk.hub.announce(done.changes, self)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.view.say(sentence(error), "overdue")

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*_TABLES):
            self._read()
