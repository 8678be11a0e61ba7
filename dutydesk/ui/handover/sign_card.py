"""One side of the sign block: who signs with which PIN, or who has signed and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.handover import HandoverSide, HandoverSignature, ReliefPosts
from dutydesk.domain.officer import Officer
from dutydesk.domain.rostered_posts import RosteredPosts
from dutydesk.ui.handover.section import plain
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.officer_choice import OfficerChoice
from dutydesk.ui.widgets.pin_field import PinField
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import when
from dutydesk.wording.handover import HANDOVER_SIDE

_VERB = {
    HandoverSide.OUTGOING: "签字交班",
    HandoverSide.INCOMING: "签字接班",
    HandoverSide.LEAD: "会签",
}
_CHOOSE = {
    HandoverSide.OUTGOING: "请选择",
    HandoverSide.INCOMING: "请选择",
    HandoverSide.LEAD: "可以以后会签",
}


class SignCard(QWidget):
    """A side; ``sign_wanted`` and ``take_back_wanted`` name it, ``changed`` at every choice."""

    sign_wanted = Signal(object)
    take_back_wanted = Signal(object)
    changed = Signal()

    @property
    def typed_note(self) -> str:
        """Return the note that goes with the next signature; none once it is signed."""
        return "" if self._fields.isHidden() else self.note.text().strip()

    def __init__(self, theme: Theme, side: HandoverSide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.side = theme, side
        word = HANDOVER_SIDE[side]
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(word)
        set_style(self, ground="window", edge="all")
        self._title = QLabel(word)
        self.who = OfficerChoice(theme, word, _CHOOSE[side])
        self.pin = PinField(f"{word}口令", is_kept=True)
        self.note = QLineEdit()
        self.note.setPlaceholderText("可不写")
        self.note.setAccessibleName(f"{word}说明")
        self.sign = QPushButton(_VERB[side])
        set_style(self.sign, rank="primary")
        self.signed = plain()
        self.take_back = QPushButton("撤回签字")
        self.take_back.setAccessibleName(f"撤回{word}签字")
        self.answer = plain(tone="overdue")
        self.form = FormRows(theme)
        self._fields = QWidget()
        self._build()
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_officers(self, officers: Iterable[Officer]) -> None:
        """List who may sign here."""
        self.who.show_officers(officers)

    def fix_officer(self, officer: Officer | None) -> None:
        """Name the only one who may sign here."""
        self.who.show_officers([officer] if officer else [])
        self.who.choose(officer.id if officer else None)
        self.who.setEnabled(False)

    def show_signature(self, signature: HandoverSignature | None, now: datetime) -> None:
        """Show who has signed, or the fields to sign in."""
        is_signed = signature is not None
        if signature is not None:
            note = f"\n说明：{signature.note}" if signature.note.strip() else ""
            words = f"{signature.officer_name}　{when.near(signature.signed_at, now)} 已签字{note}"
            self.signed.setText(words)
        self._fields.setVisible(not is_signed)
        self.sign.setVisible(not is_signed)
        self.signed.setVisible(is_signed)
        self.take_back.setVisible(is_signed)
        if is_signed:
            self.pin.clear()
            self.answer.hide()

    def allow(self, *, may_write: bool) -> None:
        """Let the side sign, or only be read."""
        self.sign.setEnabled(may_write)
        self.take_back.setEnabled(may_write)
        self._fields.setEnabled(may_write)

    def say(self, words: str) -> None:
        """Say why it was not signed; the PIN is asked anew."""
        self.pin.clear()
        self.answer.setText(words)
        self.answer.show()
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        theme = self.theme
        side = theme.px(12)
        self._column.setContentsMargins(side, theme.px(10), side, theme.px(12))
        self._column.setSpacing(theme.px(8))
        self._title.setFont(theme.font(bold=True))
        self.form.restyle()

    def _build(self) -> None:
        self.form.setContentsMargins(0, 0, 0, 0)
        self._fields.setLayout(self.form)
        self.form.row("姓名", self.who)
        self._add_posts()
        self.form.row("口令", self.pin)
        self.form.row("说明", self.note)
        self._column = QVBoxLayout(self)
        for widget in (self._title, self._fields, self.signed, self.answer):
            self._column.addWidget(widget)
        self._column.addWidget(self.sign)
        self._column.addWidget(self.take_back)
        self._column.addStretch(1)
        self.answer.hide()
        self.signed.hide()
        self.take_back.hide()
        self.sign.clicked.connect(self._sign)
        self.pin.returnPressed.connect(self._sign)
        self.note.returnPressed.connect(self._sign)
        self.take_back.clicked.connect(self._take_back)
        self.who.currentIndexChanged.connect(self.changed)
        self.note.textChanged.connect(self.changed)

    def _add_posts(self) -> None:
        """Add rows under the name; the incoming side does."""

    def _sign(self) -> None:
        if self.who.officer_id() is None:
            self.say(f"还没有选{HANDOVER_SIDE[self.side]}。请先选好姓名，再输入口令。")
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.pin.text():
            self.say("还没有输入口令。请输入后再签字。")
        else:
            self.answer.hide()
            self.sign_wanted.emit(self.side)
            self.pin.clear()

    def _take_back(self) -> None:
        self.take_back_wanted.emit(self.side)


class IncomingCard(SignCard):
    """The incoming side also says who keeps the next shift with it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.lead = OfficerChoice(theme, "下一班带班领导", "沿用本班")
        self.secondary = OfficerChoice(theme, "下一班副班", "无")
        self.standby = OfficerChoice(theme, "下一班备勤", "无")
        self._proposed = RosteredPosts()
        super().__init__(theme, HandoverSide.INCOMING, parent)

    def posts(self) -> ReliefPosts:
        """Return the posts of the next shift."""
        return ReliefPosts(
            self.lead.officer_id(), self.secondary.officer_id(), self.standby.officer_id()
        )

    def show_posts(
        self, writers: Iterable[Officer], leads: Iterable[Officer], kept: Officer | None
    ) -> None:
        """List who may keep a post; ``kept`` leads on when nobody else is named."""
        writers = tuple(writers)
        self.lead.show_officers(leads, f"沿用本班：{kept.name}" if kept else "暂不填")
        self.secondary.show_officers(writers)
        self.standby.show_officers(writers)

    def propose(self, rostered: RosteredPosts) -> None:
        """Choose whom the roster has next, where nobody has chosen otherwise since."""
        for choice, new, last in (
            (self.who, rostered.primary_officer_id, self._proposed.primary_officer_id),
            (self.lead, rostered.lead_officer_id, self._proposed.lead_officer_id),
            (self.secondary, rostered.secondary_officer_id, self._proposed.secondary_officer_id),
            (self.standby, rostered.standby_officer_id, self._proposed.standby_officer_id),
        ):
            if choice.officer_id() == last:
                choice.choose(new)
        self._proposed = rostered

    def _add_posts(self) -> None:
        self.form.row("新带班", self.lead)
        self.form.row("新副班", self.secondary)
        self.form.row("新备勤", self.standby)
