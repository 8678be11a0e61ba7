"""Which register of the log, of which month or days: the way to its preview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.entry_register import REGISTER_KINDS
from dutydesk.domain.errors import Refusal
from dutydesk.domain.instants import china
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.paper_span import SpanReversed
from dutydesk.domain.typed_month import read_typed_month
from dutydesk.domain.typed_time import read_typed_day
from dutydesk.ui.ask_dialog import AskDialog
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.paper import PAPER_KIND
from dutydesk.wording.sentences import sentence

ShowPaper = Callable[[PaperRequest], object]

_PAPERS = (*REGISTER_KINDS, PaperKind.MONTH_VOLUME, PaperKind.SPOT_CHECK_PACK)
_NOTE = "只印一段日子就写起止日期，写了就不看月份；只写起始日，就印到现在这一班。"


class RegisterDialog(AskDialog):
    """Nothing is written here: Enter shows the paper, and the preview prints or saves it."""

    help_page = "papers"

    def __init__(self, desk: Desk, show: ShowPaper, month: date, parent: QWidget) -> None:
        super().__init__(desk, "打印登记簿", "预览", parent)
        self._show = show
        self.paper = ChoiceBox(desk.theme, "登记簿")
        for kind in _PAPERS:
            self.paper.addItem(PAPER_KIND[kind], kind.value)
        self.month, self.since, self.until = QLineEdit(), QLineEdit(), QLineEdit()
        self.month.setText(month.isoformat()[:7])
        self.month.setPlaceholderText("如 11、2026-11、上月")
        for field in (self.since, self.until):
            field.setPlaceholderText("可以不填，如 1103、昨天")
        for word, row in (
            ("登记簿", self.paper),
            ("月份", self.month),
            ("起始日", self.since),
            ("截止日", self.until),
        ):
            self.form.row(word, row)
        self.form.note(_NOTE)
        self.paper.currentIndexChanged.connect(self._on_paper)
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Show the paper, or say what cannot be read and put the cursor there."""
        self.answer.hide()
        request = self._request()
        if request is not None:
            self.accept()
            self._show(request)

    def _request(self) -> PaperRequest | None:
        kind = PaperKind(self.paper.currentData())
        today = china(self.desk.clock.now()).date()
        read: dict[str, date] = {}
        is_span = kind is not PaperKind.MONTH_VOLUME
        for name, field in (("since", self.since), ("until", self.until)):
            if is_span and field.text().strip():
                try:
                    read[name] = read_typed_day(field.text(), today)
                except Refusal as refusal:
                    self.say(sentence(refusal), field)
                    return None
        if read.get("since", date.min) > read.get("until", date.max):
            self.say(sentence(SpanReversed(read["since"], read["until"])), self.since)
            return None
        if read:
            return PaperRequest(kind, since=read.get("since"), until=read.get("until"))
        try:
            return PaperRequest(kind, month=read_typed_month(self.month.text(), today))
        except Refusal as refusal:
            self.say(sentence(refusal), self.month)
            return None

    def _on_paper(self, _at: int) -> None:
        """Ask for days only where a part of a month makes sense."""
        is_volume = self.paper.currentData() == PaperKind.MONTH_VOLUME.value
        for field in (self.since, self.until):
            field.setEnabled(not is_volume)
