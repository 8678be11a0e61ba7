"""Writes what is filled in on the page, and signs it: in order, and nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.handover_facts import CarriedItem, HandoverView
from dutydesk.services.handover import Filling, Signing
from dutydesk.ui.desk import Desk
from dutydesk.ui.handover.checks import CheckSection
from dutydesk.ui.handover.reading import HandoverServices
from dutydesk.ui.handover.remarks import RemarkSection
from dutydesk.ui.handover.things import ThingSection
from dutydesk.wording.sentences import sentence

_PAUSE_MS = 1500
_NAMELESS = "物品资料里有一件没有填名称。请补上，或按“去掉”，再签字。"


class HandoverPen(QObject):
    """Keeps the order of writes; a signature waits for what is still on its way.

    ``written`` after a write while none is under way; ``signed`` after the first signature,
    ``passed(HandoverView)`` with the second. ``refused(words)`` when content was not written,
    ``sign_refused(side, words)`` when a signature was not. What was typed stays and is written
    with the next try.
    """

    written = Signal()
    signed = Signal()
    passed = Signal(object)
    refused = Signal(str)
    sign_refused = Signal(object, str)

    def __init__(
        self,
        desk: Desk,
        services: HandoverServices,
        sections: tuple[CheckSection, ThingSection, RemarkSection],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._services = desk, services
        self._checks, self._things, self._remarks = sections
        self._under_way = 0
        self._signing: Signing | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.save)
        for section in (self._checks, self._things, self._remarks):
            section.edited.connect(self.touch)
        self._checks.settled.connect(self.save)
        self._things.settled.connect(self.save)

    @property
    def is_busy(self) -> bool:
        """Tell whether something is on its way to the record."""
        return self._under_way > 0

    def touch(self) -> None:
        """Remember that something was typed; it is on record within two seconds."""
        if not self._pause.isActive():
            self._pause.start()

    def save(self) -> None:
        """Write now what is not on its way yet."""
        self._pause.stop()
        checks, things = self._checks.pending(), self._things.pending()
        remarks = self._remarks.pending()
        if not checks and things is None and remarks is None:
            return
        self._mark(is_sent=True)
        filling = Filling(checks, things, remarks)
        by = self._desk.session.seat.actor
        job = partial(self._services.handover.fill, filling, by=by)
        self._submit(job, self._done, self._not_filled)

    def sign(self, signing: Signing) -> None:
        """Write what is left, then sign; nothing is signed that was not written."""
        nameless = self._things.nameless()
        if nameless is not None:
            self.save()
            self.sign_refused.emit(signing.side, _NAMELESS)
            nameless.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._signing = signing
        self.save()
        if not self.is_busy:
            self._sign_now()

    def take(self, item_ids: tuple[str, ...], is_taken: bool) -> None:
        """Tick open items, or untick them."""
        by = self._desk.session.seat.actor
        job = partial(self._services.handover.take_items, item_ids, is_taken=is_taken, by=by)
        self._submit(job, self._done, self._not_done)

    def give_owner(self, item: CarriedItem, owner: str) -> None:
        """Write who has an open item."""
        by = self._desk.session.seat.actor
        job = partial(self._services.open_item.give_owner, item.id, owner, by=by)
        self._submit(job, self._done, self._not_done)

    def _submit(
        self,
        job: Callable[[], Done[Any]],
        done: Callable[[Done[Any]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._under_way += 1
        self._desk.runner.submit(job, done=done, failed=failed)

    def _done(self, done: Done[Any]) -> None:
        self._under_way -= 1
        self._desk.hub.announce(done.changes, self)
        self._go_on()

    def _go_on(self) -> None:
        if self.is_busy:
            return
        if self._signing is not None:
            self._sign_now()
        else:
            self.written.emit()

    def _sign_now(self) -> None:
        signing, self._signing = self._signing, None
        if signing is None:
            return
        by = self._desk.session.seat.actor
        job = partial(self._services.handover.sign, signing, by=by)
        self._submit(job, self._signed, partial(self._not_signed, signing))

    def _signed(self, done: Done[HandoverView]) -> None:
        self._under_way -= 1
        if done.value.handover.is_over:
            # The seat changes before anybody hears of it, so that nothing is written in between.
            self.passed.emit(done.value)
        else:
            self.signed.emit()
        self._desk.hub.announce(done.changes, self)
        self._go_on()

    def _not_signed(self, signing: Signing, error: Exception) -> None:
        self.sign_refused.emit(signing.side, self._failed(error))
        self._go_on()

    def _not_filled(self, error: Exception) -> None:
        self._mark(is_sent=False)
        self._not_done(error)

    def _not_done(self, error: Exception) -> None:
        self._signing = None
        self.refused.emit(self._failed(error))

    def _failed(self, error: Exception) -> str:
        self._under_way -= 1
        if not isinstance(error, Refusal | StoreError):
            raise error
        return sentence(error)

    def _mark(self, *, is_sent: bool) -> None:
        self._checks.mark_sent(is_sent=is_sent)
        self._things.mark_sent(is_sent=is_sent)
        self._remarks.mark_sent(is_sent=is_sent)
