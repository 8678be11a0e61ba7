"""突发事件, the room of incidents: the list, one incident in full, and the form for a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Changes
from dutydesk.domain.duty_log import ListedEntry, LogEntry
from dutydesk.domain.incident import Incident
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.report import Report, ReportMedium, latest_written
from dutydesk.services.duty_log import DutyLogService
from dutydesk.services.incident import IncidentService, IncidentView
from dutydesk.services.incident_report import IncidentReportService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.decide_dialogs import EndDialog, GradeDialog
from dutydesk.ui.incident.detail import IncidentDetail, Shown
from dutydesk.ui.incident.incident_form import IncidentForm
from dutydesk.ui.incident.incident_rows import VIEW_ROLE, IncidentDelegate, IncidentModel
from dutydesk.ui.incident.report_dialog import ReportDialog
from dutydesk.ui.incident.update_dialog import UpdateDialog
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import when
from dutydesk.wording.incident import MEDIUM
from dutydesk.wording.report import stage_line

ShowPaper = Callable[[PaperRequest], object]

REPORT = ActionSpec("incident.report", "报告选中的事件", "Ctrl+R", ActionGroup.ENTRY, "megaphone")
UPDATE = ActionSpec("incident.update", "更新选中的事件", "Ctrl+U", ActionGroup.ENTRY, "pencil")
GRADE = ActionSpec("incident.grade", "认定事件等级", "Ctrl+Y", ActionGroup.ENTRY, "badge-check")
END = ActionSpec("incident.end", "结束选中的事件", "Ctrl+J", ActionGroup.ENTRY, "check")

_EMPTY = EmptyWords(
    "siren",
    "没有突发事件",
    "登记后两个时限立即开始计时。值班台里选中一条记录按 Ctrl+I，内容自动带过来。",
    "登记一件  F2",
)
_TABLES = ("incident", "incident_grading", "incident_report", "log_entry", "setting")
_NARROW = 640
_LIST_ROWS_ABOVE = 2


@dataclass(frozen=True, slots=True)
class Services:
    """What the room asks of the services."""

    incident: IncidentService
    report: IncidentReportService
    duty_log: DutyLogService


@dataclass(frozen=True, slots=True)
class _Read:
    views: Sequence[IncidentView]
    running: int
    first_word: str


class IncidentPanel(RoomPanel):
    """The list is kept as it was left; ``count_changed`` says how many run."""

    help_page = "incident"

    def __init__(
        self,
        desk: Desk,
        services: Services,
        show_paper: ShowPaper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._services, self._show_paper = services, show_paper
        self._wanted = ""
        self.which = ChoiceBox(desk.theme, "列出")
        self.new = QPushButton("登记  F2")
        self.view = QListView()
        self.model = IncidentModel(desk.clock.now(), self)
        self.detail = IncidentDetail(desk.theme)
        self.form = IncidentForm(desk, services.incident, services.duty_log)
        self._empty = EmptyState(desk.theme, _EMPTY)
        self._title = QLabel("突发事件")
        self._buttons: list[QPushButton] = []
        self._pages, self._split = QStackedWidget(), QSplitter()
        self._build()
        self._add_actions()
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self._on_minute)
        desk.session.changed.connect(self._allow)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.reload()

    def entered(self) -> None:
        """Go on where work was left: in the form, or in the list."""
        if self._pages.currentWidget() is self.form:
            self.form.begin()
        elif self.model.views:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().entered()

    def begin(self) -> bool:
        """F2: the form for a new incident."""
        self._pages.setCurrentWidget(self.form)
        self.form.begin()
        return True

    def begin_from(self, entry: LogEntry) -> None:
        """Open the form filled from a log entry (Ctrl+I on the duty desk)."""
        self._pages.setCurrentWidget(self.form)
        self.form.begin_from(entry)

    def print_view(self) -> bool:
        """F9: the special report sent last for the selected incident."""
        view = self.selected()
        report = latest_written(view.reports) if view else None
        if report is None:
            return False
        self._show_report(report)
        return True

    def show_incident(self, incident_id: str) -> None:
        """Select an incident, as a click on its clock asks."""
        self._pages.setCurrentWidget(self._list_page)
        self._wanted = incident_id
        if self.model.row_of(incident_id) is None:
            self.which.setCurrentIndex(1)
        self.reload()

    def selected(self) -> IncidentView | None:
        """Return the incident that is selected."""
        value = self.view.currentIndex().data(VIEW_ROLE)
        return value if isinstance(value, IncidentView) else None

    def reload(self) -> None:
        """Read the incidents again."""
        job = partial(self._read, only_running=self.which.currentData() == "running")
        self.desk.runner.submit(job, done=self._show)

    def report_selected(self) -> None:
        """Ctrl+R: report the selected incident."""
        view = self._ready()
        if view is not None:
            word = self.model.first_word
            dialog = ReportDialog(self.desk, self._services.report, view, self.window(), word)
            dialog.answered.connect(self._on_reported)
            dialog.open()

    def update_selected(self) -> None:
        """Ctrl+U: new facts for the selected incident."""
        view = self._ready()
        if view is not None:
            UpdateDialog(self.desk, self._services.incident, view.incident, self.window()).open()

    def grade_selected(self) -> None:
        """Ctrl+Y: decide on the level."""
        view = self._ready()
        if view is not None:
            GradeDialog(self.desk, self._services.incident, view, self.window()).open()

    def end_selected(self) -> None:
        """Ctrl+J: end the selected incident."""
        view = self._ready()
        if view is not None:
            EndDialog(self.desk, self._services.incident, view, self.window()).open()

    def _ready(self) -> IncidentView | None:
        """Return the selected incident if it may still be worked on."""
        view = self.selected()
        is_ready = view is not None and not view.incident.is_closed
        is_shown = self._pages.currentWidget() is self._list_page and self.isVisible()
        return view if is_ready and is_shown and self.desk.session.seat.may_write else None

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self.which.addItem("正在处置", "running")
        self.which.addItem("全部", "all")
        self.view.setModel(self.model)
        self.view.setItemDelegate(IncidentDelegate(self.desk.theme, self))
        self.view.setAccessibleName("突发事件列表")
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setProperty("bare", True)
        left = QWidget()
        left.setLayout(self._left_column())
        right = QWidget()
        right.setLayout(self._right_column())
        self._split.addWidget(left)
        self._split.addWidget(right)
        self._split.setChildrenCollapsible(False)
        self._list_page = QWidget()
        column = QVBoxLayout(self._list_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)
        self._pages.addWidget(self._list_page)
        self._pages.addWidget(self.form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._connect()

    def _left_column(self) -> QVBoxLayout:
        self._top = QHBoxLayout()
        self._top.addWidget(self._title)
        self._top.addStretch(1)
        self._top.addWidget(self.which)
        self._top.addWidget(self.new)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self.view, 1)
        column.addWidget(self._empty, 1)
        return column

    def _right_column(self) -> QVBoxLayout:
        self._verbs = QHBoxLayout()
        for spec, word, handler in (
            (REPORT, "报告", self.report_selected),
            (UPDATE, "更新", self.update_selected),
            (GRADE, "定级", self.grade_selected),
            (END, "结束", self.end_selected),
        ):
            button = QPushButton(f"{word}  {spec.key}")
            button.clicked.connect(handler)
            self._buttons.append(button)
            self._verbs.addWidget(button)
        self._verbs.addStretch(1)
        set_style(self._buttons[0], rank="primary")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._verbs)
        column.addWidget(self.detail, 1)
        return column

    def _connect(self) -> None:
        self.which.activated.connect(self._on_which)
        self.new.clicked.connect(self.begin)
        self._empty.begun.connect(self.begin)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self._on_activated)
        self.form.opened.connect(self._on_opened)
        self.form.left.connect(self._on_left)
        self.detail.paper_wanted.connect(self._show_report)
        self.detail.text_wanted.connect(self._show_text)

    def _add_actions(self) -> None:
        actions = self.desk.actions
        actions.add(REPORT, self.report_selected, self, local=True)
        actions.add(UPDATE, self.update_selected, self, local=True)
        actions.add(GRADE, self.grade_selected, self, local=True)
        actions.add(END, self.end_selected, self, local=True)

    def _read(self, *, only_running: bool) -> _Read:
        service = self._services.incident
        views = service.incidents(only_running=only_running)
        running = sum(1 for view in views if not view.incident.is_closed)
        return _Read(views, running, service.first_report_word())

    def _show(self, read: _Read) -> None:
        chosen = self.selected()
        self.model.show_views(read.views, self.desk.clock.now(), read.first_word)
        self.count_changed.emit(read.running)
        self.view.setVisible(bool(read.views))
        self._empty.setVisible(not read.views)
        wanted = self._wanted or (chosen.incident.id if chosen else "")
        row = self.model.row_of(wanted)
        self._wanted = ""
        if read.views:
            index = self.model.index(row if row is not None else 0)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, flag)
            self.view.scrollTo(index)
        self._ask_detail()

    def _ask_detail(self) -> None:
        view = self.selected()
        for widget in (self.detail, *self._buttons):
            widget.setVisible(view is not None)
        self._allow()
        if view is not None:
            job = partial(self._services.duty_log.entries_of_incident, view.incident.id)
            self.desk.runner.submit(job, done=partial(self._show_detail, view))

    def _show_detail(self, view: IncidentView, entries: list[ListedEntry]) -> None:
        chosen = self.selected()
        if chosen is not None and chosen.incident.id == view.incident.id:
            shown = Shown(view, entries, self.model.first_word)
            self.detail.show_incident(shown, self.desk.clock.now())

    def _allow(self) -> None:
        view = self.selected()
        is_open = view is not None and not view.incident.is_closed
        for button in self._buttons:
            button.setEnabled(is_open and self.desk.session.seat.may_write)
        self.new.setEnabled(self.desk.session.seat.may_write)

    def _on_row(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._ask_detail()

    def _on_activated(self, _index: QModelIndex) -> None:
        self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_which(self, _at: int) -> None:
        self.reload()

    def _on_opened(self, incident: Incident) -> None:
        self._pages.setCurrentWidget(self._list_page)
        self._wanted = incident.id
        self.reload()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        self._pages.setCurrentWidget(self._list_page)
        self.entered()

    def _on_reported(self, report: Report) -> None:
        said = f"{stage_line(report, self.model.first_word)}（{MEDIUM[report.medium]}）已报出"
        if report.medium is ReportMedium.WRITTEN:
            text = f"{said}，第{report.issue_no}期。"
            show = partial(self._show_report, report)
            notice = Notice("incident.reported", NoticeKind.DONE, text, "预览和打印", show)
        else:
            notice = Notice("incident.reported", NoticeKind.DONE, f"{said}，已记入值班日志。")
        self.desk.notices.put(notice)

    def _show_report(self, report: Report) -> None:
        self._show_paper(PaperRequest(PaperKind.SPECIAL_REPORT, report_id=report.id))

    def _show_text(self, report: Report) -> None:
        self.desk.messages.tell(f"{report.title}　{when.full(report.sent_at)}", report.body)

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*_TABLES):
            self.reload()

    def _on_minute(self, _now: datetime) -> None:
        self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = self.desk.theme
        is_narrow = self.width() < theme.px(_NARROW)
        way = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._split.orientation() is way and self._split.property("scale") == theme.scale:
            return
        self._split.setProperty("scale", theme.scale)
        self._split.setOrientation(way)
        if is_narrow:
            row = max(1, self.view.sizeHintForRow(0))
            above = min(theme.px(48) + row * _LIST_ROWS_ABOVE, self.height() * 2 // 5)
            self._split.setSizes([above, max(1, self.height() - above)])
        else:
            wide = theme.px(300)
            self._split.setSizes([wide, max(1, self.width() - wide)])
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(12)
        self._title.setFont(theme.font("title", bold=True))
        self._top.setContentsMargins(side, theme.px(8), side, theme.px(8))
        self._top.setSpacing(theme.px(8))
        self._verbs.setContentsMargins(theme.px(16), theme.px(8), side, theme.px(4))
        self._verbs.setSpacing(theme.px(8))
        self.view.doItemsLayout()
        self._arrange()
