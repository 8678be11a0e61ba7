"""统计, the room of figures: a month or a year of incidents and reports, in charts and words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.changes import Changes
from dutydesk.domain.duty_figures import DutyFigures
from dutydesk.domain.instants import china
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.paper_span import PaperSpan, month_of
from dutydesk.domain.statistics import MONTHS, Hours
from dutydesk.services.statistics import StatisticsService, StatisticsView
from dutydesk.ui.desk import Desk
from dutydesk.ui.messages import FileWish
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.statistics.duty_view import DutyView
from dutydesk.ui.statistics.figures_view import FiguresView
from dutydesk.ui.statistics.verbs import EARLIER, LATER, PICTURE
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.wording.entry_register import span_words

_TABLES = ("incident", "incident_report", "incident_grading", "setting")
_DUTY_TABLES = ("log_entry", "shift", "handover", "incident_report", "holiday_year")
_EMPTY = EmptyWords(
    "chart-column",
    "这段时间没有突发事件和报告",
    "登记突发事件、报出报告以后，这里按种类、等级、时间和按时率统计。上面可以换别的月份和年份。",
)
_INCIDENTS, _ENTRIES = "incidents", "entries"
_REPORTING, _DUTY = "reporting", "duty"
_NO_DUTY = "这段时间没有值班记录。上面可以换别的月份和年份。"
_KEY = "statistics.picture"
ShowPaper = Callable[[PaperRequest], object]


class StatisticsPanel(RoomPanel):
    """``incident_wanted(incident_id)`` when a late report is chosen."""

    incident_wanted = Signal(str)
    help_page = "statistics"

    def __init__(
        self,
        desk: Desk,
        service: StatisticsService,
        show_paper: ShowPaper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._service, self._show_paper = service, show_paper
        self._asked = 0
        today = china(desk.clock.now()).date()
        self.year, self.month = ChoiceBox(desk.theme, "年份"), ChoiceBox(desk.theme, "月份")
        self.about = ChoiceBox(desk.theme, "看哪方面")
        self.counted = ChoiceBox(desk.theme, "时段图统计什么")
        self.picture = QPushButton("存为图片  Ctrl+E")
        self.paper = QPushButton("打印  F9")
        self.figures, self.duty = FiguresView(desk.theme), DutyView(desk.theme)
        self._title = QLabel("统计")
        self._scroll = SteadyScroll()
        self._empty = EmptyState(desk.theme, _EMPTY)
        self._build(today)
        desk.hub.committed.connect(self._on_committed)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        desk.runner.submit(service.years, done=self._show_years)
        self.reload()

    @property
    def span(self) -> PaperSpan:
        """The month chosen, or the whole year."""
        year, month = int(self.year.currentData()), int(self.month.currentData())
        if not month:
            return PaperSpan(date(year, 1, 1), date(year, MONTHS, 31))
        return month_of(date(year, month, 1))

    def reload(self) -> None:
        """Read the figures again."""
        self._asked += 1
        span = self.span
        if self._is_duty:
            self.desk.runner.submit(
                partial(self._service.duty, span), done=partial(self._show_duty, self._asked)
            )
            return
        self.desk.runner.submit(
            partial(self._service.of, span), done=partial(self._show, self._asked)
        )
        if self.counted.currentData() == _ENTRIES:
            self.desk.runner.submit(
                partial(self._service.entry_hours, span),
                done=partial(self._show_entries, self._asked),
            )

    def print_view(self) -> bool:
        """F9: these very figures on paper."""
        span = self.span
        self._show_paper(PaperRequest(PaperKind.STATISTICS, since=span.since, until=span.until))
        return True

    def step(self, by: int) -> None:
        """Go so many months on, or years where the whole year is shown."""
        year, month = int(self.year.currentData()), int(self.month.currentData())
        if month:
            months = year * MONTHS + month - 1 + by
            year, month = months // MONTHS, months % MONTHS + 1
        else:
            year += by
        at = self.year.findData(year)
        if at < 0:
            return
        self.year.setCurrentIndex(at)
        self.month.setCurrentIndex(month)
        self.reload()

    def save_picture(self) -> None:
        """Write what is drawn as a picture; the journal keeps papers, not this."""
        where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        name = f"{self.about.currentText()}-{span_words(self.span)}.png"
        target = self.desk.messages.save_file(
            FileWish("存为图片", str(Path(where) / name), ("*.png",))
        )
        if target is None:
            return
        if target.suffix.lower() != ".png":
            target = target.with_name(target.name + ".png")
        shown = self.duty if self._is_duty else self.figures
        if shown.grab().save(str(target), "PNG"):
            notice = Notice(_KEY, NoticeKind.DONE, f"已存为图片：{target}")
        else:
            words = f"图片写不进{target}。请换一个文件夹，或看看磁盘是不是满了。"
            notice = Notice(_KEY, NoticeKind.ERROR, words)
        self.desk.notices.put(notice)

    def _build(self, today: date) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self.year.addItem(f"{today.year}年", today.year)
        self.month.addItem("全年", 0)
        for month in range(1, MONTHS + 1):
            self.month.addItem(f"{month}月", month)
        self.month.setCurrentIndex(today.month)
        self.about.addItem("突发事件和报送", _REPORTING)
        self.about.addItem("值班工作", _DUTY)
        self.counted.addItem("突发事件时段", _INCIDENTS)
        self.counted.addItem("值班记录时段", _ENTRIES)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        for part in (self.about, self.year, self.month, self.counted):
            self._head.addWidget(part)
        self._head.addStretch(1)
        for button in (self.picture, self.paper):
            self._head.addWidget(button)
        # One under the other: only one of them is ever shown.
        pages = QWidget()
        under = QVBoxLayout(pages)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.figures)
        under.addWidget(self.duty)
        self.duty.hide()
        self._scroll.setWidget(pages)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._empty, 1)
        self._empty.hide()
        self._connect()

    def _connect(self) -> None:
        for box in (self.about, self.year, self.month, self.counted):
            box.activated.connect(self.reload)
        self.picture.clicked.connect(self.save_picture)
        self.paper.clicked.connect(self.print_view)
        self.figures.late_chosen.connect(self.incident_wanted)
        actions = self.desk.actions
        actions.add(EARLIER, partial(self.step, -1), self, local=True)
        actions.add(LATER, partial(self.step, 1), self, local=True)
        actions.add(PICTURE, self.save_picture, self, local=True)

    def _show_years(self, years: list[int]) -> None:
        chosen = self.year.currentData()
        self.year.clear()
        for year in years:
            self.year.addItem(f"{year}年", year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))

    def _show(self, asked: int, view: StatisticsView) -> None:
        if asked != self._asked:
            return
        is_counting_entries = self.counted.currentData() == _ENTRIES
        self._show_page(is_empty=view.statistics.is_empty and not is_counting_entries)
        if not is_counting_entries:
            self.figures.show_hours(view.statistics.hours, "接报时段（起）", "起")
        self.figures.show_view(view)

    @property
    def _is_duty(self) -> bool:
        return bool(self.about.currentData() == _DUTY)

    def _show_duty(self, asked: int, figures: DutyFigures) -> None:
        if asked == self._asked:
            self._show_page(is_empty=False)
            self.duty.show_figures(figures)
            if figures.is_empty:
                self.duty.summary.setText(_NO_DUTY)

    def _show_page(self, *, is_empty: bool) -> None:
        self.counted.setVisible(not self._is_duty)
        self.figures.setVisible(not self._is_duty)
        self.duty.setVisible(self._is_duty)
        self._scroll.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        self.picture.setEnabled(not is_empty)

    def _show_entries(self, asked: int, hours: Hours) -> None:
        if asked == self._asked:
            self.figures.show_hours(hours, "值班记录时段（条）", "条")

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*(_DUTY_TABLES if self._is_duty else _TABLES)):
            self.reload()

    def _restyle(self) -> None:
        theme = self.desk.theme
        self._title.setFont(theme.font("title", bold=True))
        self._head.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        self._head.setSpacing(theme.px(8))
