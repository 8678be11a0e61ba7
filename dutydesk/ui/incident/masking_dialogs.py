"""遮盖人员信息 (Ctrl+Shift+M): proposed words are ticked, others written; or kept, with why."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.incident_masking import DraftMasking, MaskingDecision
from dutydesk.domain.personal_word import PersonalWord, kind_of, masked_word
from dutydesk.services.incident_masking import IncidentMaskingService, MaskingSheet
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.incident_masking import (
    ARCHIVED_PAPERS,
    LAW,
    MASKING_DECISION,
    PERSONAL_KIND,
    masking_words,
)

_ROWS = 6
_SEPARATORS = re.compile(r"[\s、，,；;]+")
_WORD = Qt.ItemDataRole.UserRole


class MaskingDialog(LongDialog):
    """Space ticks a word; what was masked before is ticked already."""

    help_page = "incident"

    def __init__(
        self, desk: Desk, service: IncidentMaskingService, sheet: MaskingSheet, parent: QWidget
    ) -> None:
        super().__init__(desk, f"遮盖人员信息：{sheet.incident.title}", "决定", parent)
        self._service, self._sheet = service, sheet
        self._id = service.new_id()
        self.words, self.others = QListWidget(), QLineEdit()
        self.decision, self.reason = ChoiceBox(desk.theme, "决定"), QLineEdit()
        self._fill()
        self._lay_rows()
        fields = {"others": self.others, "decision": self.decision, "reason": self.reason}
        self.keep(f"masking:{sheet.incident.id}", fields).begin()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        decision = MaskingDecision(self.decision.currentData())
        is_mask = decision is MaskingDecision.MASK
        draft = DraftMasking(
            id=self._id,
            incident_id=self._sheet.incident.id,
            decision=decision,
            words=tuple(self.chosen()) if is_mask else (),
            reason=self.reason.text().strip(),
        )
        return partial(self._service.decide, draft, by=self.desk.session.seat.actor)

    def chosen(self) -> list[str]:
        """Return the words ticked and written."""
        items = [self.words.item(at) for at in range(self.words.count())]
        ticked = [
            str(item.data(_WORD)) for item in items if item.checkState() is Qt.CheckState.Checked
        ]
        return [*ticked, *(word for word in _SEPARATORS.split(self.others.text()) if word)]

    def _fill(self) -> None:
        last = self._sheet.decisions[-1] if self._sheet.is_masked else None
        known = {one.word: one for one in self._sheet.proposed}
        for word in last.words if last else ():
            known.setdefault(word, PersonalWord(word, kind_of(word)))
        for word, found in known.items():
            text = f"{PERSONAL_KIND[found.kind]}　{word} → {masked_word(word)}　{found.count}处"
            item = QListWidgetItem(text)
            item.setData(_WORD, word)
            is_ticked = last is None or word in last.words
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            self.words.addItem(item)
        if known:
            self.words.setCurrentRow(0)
        for decision in (MaskingDecision.MASK, MaskingDecision.KEEP):
            self.decision.addItem(MASKING_DECISION[decision], decision.value)

    def _lay_rows(self) -> None:
        height = self.words.sizeHintForRow(0)
        row = height if self.words.count() else self.desk.theme.measure("row")
        self.words.setFixedHeight(row * _ROWS + self.desk.theme.px(8))
        self.words.setAccessibleName("找到的姓名、证件号码、电话")
        self.others.setPlaceholderText("没有找到的写在这里，用顿号隔开")
        self.reason.setPlaceholderText("保留原文要写，如：事故调查要用")
        self.reason.returnPressed.connect(self.submit)
        for word, field in (
            ("找到的", self.words),
            ("还要遮盖", self.others),
            ("决定", self.decision),
            ("原因", self.reason),
        ):
            self.form.row(word, field)
        before = "\n".join(masking_words(one) for one in self._sheet.decisions)
        if before:
            told = QLabel(before)
            told.setWordWrap(True)
            told.setTextFormat(Qt.TextFormat.PlainText)
            self.form.row("以前的决定", told)
        self.form.note(f"空格键勾选。{ARCHIVED_PAPERS}依据：{LAW}。")


class UnmaskDialog(LongDialog):
    """Shows the data again, for an administrator and with a reason."""

    help_page = "incident"

    def __init__(
        self, desk: Desk, service: IncidentMaskingService, sheet: MaskingSheet, parent: QWidget
    ) -> None:
        super().__init__(desk, f"恢复显示：{sheet.incident.title}", "恢复显示", parent)
        self._service, self._incident = service, sheet.incident
        self._id = service.new_id()
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("谁要看，做什么用")
        self.reason.returnPressed.connect(self.submit)
        self.form.row("原因", self.reason)
        self.form.note("管理员才能恢复显示，原因留在记录里。")
        self.keep(f"unmask:{sheet.incident.id}", {"reason": self.reason}).begin()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        draft = DraftMasking(
            id=self._id,
            incident_id=self._incident.id,
            decision=MaskingDecision.UNMASK,
            reason=self.reason.text().strip(),
        )
        return partial(self._service.unmask, draft, by=self.desk.session.seat.actor)
