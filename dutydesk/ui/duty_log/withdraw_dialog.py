"""Taking one entry back: the original is shown, the reason asked for; nothing is removed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.withdrawal import Withdrawal
from dutydesk.services.withdrawal import WithdrawalService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.wording import when
from dutydesk.wording.duty_log import ENTRY_KIND, WITHDRAWAL, origin

# A long text is shown by its beginning; the whole of it stands in the list behind.
_SHOWN = 120


class WithdrawDialog(LongDialog):
    """Asks why; the reason is kept as a draft until the withdrawal is on record."""

    help_page = "duty_log"

    def __init__(
        self, desk: Desk, service: WithdrawalService, listed: ListedEntry, parent: QWidget
    ) -> None:
        entry = listed.entry
        super().__init__(desk, f"{WITHDRAWAL}第{entry.no}条", WITHDRAWAL, parent)
        self._service, self._entry = service, entry
        # Made once: a withdrawal that was written but not acknowledged is not written twice.
        self._id = service.new_id()
        text = entry.text if len(entry.text) <= _SHOWN else f"{entry.text[:_SHOWN]}…"
        head = " ".join(
            part for part in (when.full(entry.at), ENTRY_KIND[entry.kind], origin(entry)) if part
        )
        self.old = QLabel(f"{head}\n{text}")
        self.old.setWordWrap(True)
        self.old.setTextFormat(Qt.TextFormat.PlainText)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("例如：与第3条重复；记错了单位")
        self.form.row("原记录", self.old)
        self.form.row("原因", self.reason)
        self.form.note("原记录保留，加删除线；谁在什么时候为什么撤回，都留在日志里。")
        self.keep(f"withdrawal:{entry.id}", {"reason": self.reason}).begin()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        withdrawal = Withdrawal(self._id, self.reason.text().strip())
        by = self.desk.session.seat.actor
        return partial(self._service.withdraw, self._entry.id, withdrawal, by=by)
