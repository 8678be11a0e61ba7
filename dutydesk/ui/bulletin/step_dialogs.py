"""What is done with a draft: signed under the next number, or not sent."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.bulletin import Bulletin
from dutydesk.services.bulletin import BulletinService
from dutydesk.ui.ask_dialog import AskDialog, Job
from dutydesk.ui.desk import Desk
from dutydesk.wording.bulletin import BULLETIN_KIND

_FROZEN = "签发后按本年顺序给出期号，内容不能再改，值班日志自动记一条。"


class SignDialog(AskDialog):
    """Who signs: the leader of the running shift unless another name is written."""

    help_page = "bulletin"

    def __init__(
        self, desk: Desk, service: BulletinService, bulletin: Bulletin, parent: QWidget
    ) -> None:
        super().__init__(desk, f"签发{BULLETIN_KIND[bulletin.kind]}", "签发", parent)
        self._service, self._bulletin = service, bulletin
        self.signed_by = QLineEdit()
        self.form.row("标题", _words(bulletin.title))
        self.form.row("报", _words("、".join(bulletin.report_to) or "没有写报给谁，先修改。"))
        self.form.row("签发人", self.signed_by)
        self.form.note(_FROZEN)
        self._draft = self.keep(f"bulletin_sign:{bulletin.id}", {"signed_by": self.signed_by})
        self.signed_by.setFocus(Qt.FocusReason.OtherFocusReason)
        desk.runner.submit(service.lead_name, done=self._show_lead)

    def job(self) -> Job | None:
        return partial(
            self._service.sign,
            self._bulletin.id,
            self.signed_by.text(),
            by=self.desk.session.seat.actor,
        )

    def _show_lead(self, name: str) -> None:
        if not self.signed_by.text():
            self.signed_by.setText(name)
            self.signed_by.selectAll()
        self._draft.begin()


class DropDialog(AskDialog):
    """Why a draft is not sent; it never had a number, so none is missing."""

    help_page = "bulletin"

    def __init__(
        self, desk: Desk, service: BulletinService, bulletin: Bulletin, parent: QWidget
    ) -> None:
        super().__init__(desk, f"{BULLETIN_KIND[bulletin.kind]}不发", "不发", parent)
        self._service, self._bulletin = service, bulletin
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("例如：已电话报告")
        self.form.row("标题", _words(bulletin.title))
        self.form.row("原因", self.reason)
        self.keep(f"bulletin_drop:{bulletin.id}", {"reason": self.reason}).begin()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job | None:
        return partial(
            self._service.drop,
            self._bulletin.id,
            self.reason.text(),
            by=self.desk.session.seat.actor,
        )


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
