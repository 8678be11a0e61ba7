"""What stands on the page right after duty has passed: who has it now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from dutydesk.domain.handover import HandoverSide, HandoverStatus
from dutydesk.domain.handover_facts import HandoverView
from dutydesk.ui.handover.section import Section, plain
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import when
from dutydesk.wording.handover_record import shift_words


class PassedSection(Section):
    """``print_wanted`` and ``next_wanted`` by its buttons."""

    print_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "已交接", parent)
        set_style(self, ground="done_soft")
        self.view: HandoverView | None = None
        self.who, self.what, self.backup = plain(), plain(), plain(tone="muted")
        self.print = QPushButton("打印交接班记录  F9")
        self.next = QPushButton("看这一班的交接班")
        set_style(self.print, rank="primary")
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.print)
        self._foot.addWidget(self.next)
        self._foot.addStretch(1)
        self.backup.hide()
        for widget in (self.who, self.what, self.backup):
            self.body.addWidget(widget)
        self.body.addLayout(self._foot)
        self.print.clicked.connect(self.print_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.restyle()

    def show_view(self, view: HandoverView) -> None:
        """Say who has the duty now, since when, by which record."""
        self.view = view
        facts = view.facts
        self.who.setText(passed_words(view))
        label = f"{shift_words(facts.outgoing_shift)}（{facts.outgoing_officer}）"
        lines = [
            f"{label}已交，记录 {facts.handover_no}。上一班日志已锁定，更正另起一条。",
        ]
        if view.handover.status is HandoverStatus.FORCED:
            lines.append(f"单方交接，原因：{view.handover.forced_reason}")
        if view.signature(HandoverSide.LEAD) is None:
            lines.append("带班领导还没有会签，可以在下面“历次交接”里补签。")
        self.what.setText("\n".join(lines))

    def show_backup(self, words: str) -> None:
        """Say whether the backup of this handover was made."""
        self.backup.setText(words)
        self.backup.setVisible(bool(words))

    def restyle(self) -> None:
        super().restyle()
        self._foot.setSpacing(self.theme.px(8))
        self._foot.setContentsMargins(0, self.theme.px(8), 0, 0)
        self.who.setFont(self.theme.font("large", bold=True))


def passed_words(view: HandoverView) -> str:
    """Return 11月21日 周六 08:31 起由乙某值班。."""
    incoming = view.signature(HandoverSide.INCOMING)
    over = view.handover.completed_at
    if incoming is None or over is None:
        return ""
    return f"{when.full(over)} 起由{incoming.officer_name}值班。"
