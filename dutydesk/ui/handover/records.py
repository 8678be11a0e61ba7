"""Former handovers, the newest first: print again, countersign, review."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from dutydesk.domain.handover import HandoverSide
from dutydesk.domain.handover_facts import HandoverView
from dutydesk.domain.instants import china
from dutydesk.ui.handover.section import Section
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.selected_bar import show_bar
from dutydesk.wording import when
from dutydesk.wording.handover import HANDOVER_STATUS
from dutydesk.wording.shift import SHIFT_KIND

FIRST, MORE = 8, 20
_HEADS = ("记录号", "交班班次", "交班人 → 接班人", "交接时间", "状态")

_TIME, _NARROW = 3, 640


class RecordSection(Section):
    """The wanted signals carry the HandoverView that is selected; ``more_wanted(limit)``."""

    print_wanted = Signal(object)
    countersign_wanted = Signal(object)
    review_wanted = Signal(object)
    more_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "历次交接", parent)
        self._views: list[HandoverView] = []
        self._may_write = False
        self.limit = FIRST
        self.table = QTableWidget(0, len(_HEADS))
        self.print, self.countersign = QPushButton("打印"), QPushButton("会签")
        self.review, self.more = QPushButton("审阅"), QPushButton("再列更早的")
        self._foot = QHBoxLayout()
        self._build()
        self.restyle()

    def show_views(self, views: list[HandoverView]) -> None:
        """List handovers; the selected one stays selected."""
        chosen = self.selected()
        # A handover that has just been signed is the one to print or countersign.
        is_newer = views[:1] != self._views[:1]
        self._views = views
        self.table.setRowCount(len(views))
        for at, view in enumerate(views):
            for column, text in enumerate(_cells(view)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(at, column, item)
        ids = [view.handover.id for view in views]
        if ids:
            kept = chosen.handover.id if chosen and not is_newer else ids[0]
            self.table.selectRow(ids.index(kept) if kept in ids else 0)
        self.table.setVisible(bool(views))
        for button in (self.print, self.countersign, self.review):
            button.setVisible(bool(views))
        self.more.setVisible(len(views) >= self.limit)
        self.words.setText("" if views else "还没有交接过，第一次交接后列在这里")
        self.restyle()
        self._allow()

    def selected(self) -> HandoverView | None:
        """Return the handover that is selected."""
        row = self.table.currentRow()
        return self._views[row] if 0 <= row < len(self._views) else None

    def allow(self, *, may_write: bool) -> None:
        """Let leads sign, or only be read."""
        self._may_write = may_write
        self._allow()

    def restyle(self) -> None:
        super().restyle()
        self._foot.setSpacing(self.theme.px(8))
        row = self.theme.measure("row")
        self.table.verticalHeader().setDefaultSectionSize(row)
        head = self.table.horizontalHeader().sizeHint().height()
        # The page scrolls, not the table in it.
        self.table.setFixedHeight(head + row * len(self._views) + self.theme.px(16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(_TIME, self.width() < self.theme.px(_NARROW))

    def _build(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(list(_HEADS))
        table.setAccessibleName("历次交接")
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        show_bar(table, self.theme)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(len(_HEADS) - 1, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for button in (self.print, self.countersign, self.review, self.more):
            self._foot.addWidget(button)
        self._foot.addStretch(1)
        self.body.addWidget(table)
        self.body.addLayout(self._foot)
        table.itemSelectionChanged.connect(self._allow)
        table.activated.connect(self._print)
        self.print.clicked.connect(self._print)
        self.countersign.clicked.connect(self._countersign)
        self.review.clicked.connect(self._review)
        self.more.clicked.connect(self._list_more)

    def _allow(self) -> None:
        view = self.selected()
        self.print.setEnabled(view is not None)
        self.review.setEnabled(view is not None and self._may_write)
        has_lead = view is not None and view.signature(HandoverSide.LEAD) is not None
        self.countersign.setEnabled(view is not None and self._may_write and not has_lead)

    def _print(self) -> None:
        self.print_wanted.emit(self.selected())

    def _countersign(self) -> None:
        self.countersign_wanted.emit(self.selected())

    def _review(self) -> None:
        self.review_wanted.emit(self.selected())

    def _list_more(self) -> None:
        self.limit += MORE
        self.more_wanted.emit()


def _cells(view: HandoverView) -> tuple[str, ...]:
    facts, lead = view.facts, view.signature(HandoverSide.LEAD)
    incoming = view.signature(HandoverSide.INCOMING)
    over = view.handover.completed_at
    signed = f"{lead.officer_name}已会签" if lead else "未会签"
    return (
        facts.handover_no,
        f"{when.day(facts.outgoing_shift.duty_date)} {SHIFT_KIND[facts.outgoing_shift.kind]}",
        f"{facts.outgoing_officer} → {incoming.officer_name if incoming else ''}",
        f"{when.day(china(over).date())} {when.clock(over)}" if over else "",
        f"{HANDOVER_STATUS[view.handover.status]}，{signed}",
    )
