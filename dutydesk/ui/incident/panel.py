"""突发事件, the room of incidents: the list, one incident in full, and the form for a new one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Changes
from dutydesk.domain.duty_log import ListedEntry, LogEntry
from dutydesk.domain.incident import Incident
from dutydesk.domain.report import latest_written
from dutydesk.services.incident import IncidentView
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.deeds import EMPTY, NEW, IncidentDeeds, Services, ShowPaper
from dutydesk.ui.incident.detail import IncidentDetail, Shown
from dutydesk.ui.incident.incident_form import IncidentForm
from dutydesk.ui.incident.incident_rows import VIEW_ROLE, IncidentDelegate, IncidentModel
from dutydesk.ui.incident.reading import LISTED, IncidentsRead, read_incidents
from dutydesk.ui.incident.turning_split import TurningSplit
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.empty_state import EmptyState
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.verb_row import VerbRow

_VERBS = ("电话报告", "书面报告", "更新", "定级", "结束")


class IncidentPanel(RoomPanel):
    """The list is kept as it was left; ``count_changed`` says how many run.

    ``view_shown(IncidentView)`` each time one is shown in full, anew after every change:
    what the application hung on fills its section of ``detail`` then.
    """

    view_shown = Signal(object)
    help_page = "incident"

    def __init__(
        self,
        desk: Desk,
        services: Services,
        show_paper: ShowPaper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._services = services
        self._wanted = ""
        self.which = ChoiceBox(desk.theme, "列出")
        self.new = QPushButton("登记  Ctrl+N")
        self.view = QListView()
        self.model = IncidentModel(desk.clock.now(), self)
        self.detail = IncidentDetail(desk.theme)
        self.form = IncidentForm(desk, services.incident)
        self._empty = EmptyState(desk.theme, EMPTY)
        self._title = QLabel("突发事件")
        self._pages = QStackedWidget()
        self.deeds = IncidentDeeds(desk, services, show_paper, self._ready, self)
        self._build()
        desk.actions.add(NEW, self.begin, self)
        self.form.drafts.add_keys("incident", "突发事件", self)
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self.reload)
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
        """Show the form for a new incident (Ctrl+N); pressed there, set aside what it holds."""
        if self._pages.currentWidget() is not self.form:
            self.show_form()
        elif not self.form.is_saving:
            self.form.set_aside(then=self.show_form)
        return True

    def show_form(self) -> None:
        """Go on with what stands in the form."""
        self._pages.setCurrentWidget(self.form)
        self.form.begin()

    def take_up(self) -> bool:
        return self.form.drafts.take_up_last()

    def begin_from(self, entry: LogEntry) -> None:
        """Open the form filled from a log entry (Ctrl+I on the duty desk)."""
        if self.form.is_saving:
            self.form.when_saved = partial(self.begin_from, entry)
            return
        self._pages.setCurrentWidget(self.form)
        self.form.begin_from(entry)

    def print_view(self) -> bool:
        """F9: the special report sent last for the selected incident."""
        view = self.selected()
        report = latest_written(view.reports) if view else None
        if report is None:
            return False
        self.deeds.show_report(report)
        return True

    def why_no_paper(self) -> str:
        if self.selected() is None:
            return "没有选中突发事件。先选一件，再按 F9。"
        return "这件事还没有书面报告，没有可打印的。按 Ctrl+R 报书面报告。"

    def show_record(self, record_id: str) -> None:
        """Select an incident, as a click on its clock asks."""
        self._pages.setCurrentWidget(self._list_page)
        self._wanted = record_id
        if self.model.row_of(record_id) is None:
            self.which.setCurrentIndex(1)
        self.reload()

    def selected(self) -> IncidentView | None:
        """Return the incident that is selected."""
        value = self.view.currentIndex().data(VIEW_ROLE)
        return value if isinstance(value, IncidentView) else None

    def reload(self) -> None:
        """Read the incidents again."""
        only = self.which.currentData() == "running"
        job = partial(read_incidents, self._services.incident, only_running=only)
        self.desk.runner.submit(job, done=self._show)

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
        self._right = QWidget()
        self._right.setLayout(self._right_column())
        self._list_page = QWidget()
        column = QVBoxLayout(self._list_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(TurningSplit(self.desk.theme, self.view, (left, self._right)))
        self._pages.addWidget(self._list_page)
        self._pages.addWidget(self.form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.form.drafts)
        whole.addWidget(self._pages)
        self._connect()

    def _left_column(self) -> QVBoxLayout:
        self.top = QHBoxLayout()
        self.top.addWidget(self._title)
        self.top.addStretch(1)
        self.top.addWidget(self.which)
        self.top.addWidget(self.new)
        column = self.left = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.top)
        column.addWidget(self.view, 1)
        column.addWidget(self._empty, 1)
        return column

    def _right_column(self) -> QVBoxLayout:
        verbs = [
            (f"{word}  {spec.key}", handler)
            for word, (spec, handler) in zip(_VERBS, self.deeds.verbs(), strict=True)
        ]
        self._verbs = VerbRow(self.desk.theme, verbs)
        self._buttons = self._verbs.buttons
        self.deeds.more = self._verbs.add
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._verbs)
        column.addWidget(self.detail, 1)
        return column

    def _connect(self) -> None:
        self.which.activated.connect(self.reload)
        self.new.clicked.connect(self.begin)
        self._empty.begun.connect(self.begin)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self._on_activated)
        self.form.opened.connect(self._on_opened)
        self.form.left.connect(self._on_left)
        self.form.drafts.taken_up.connect(self.show_form)
        self.form.drafts.new_wanted.connect(self.begin)
        self.form.fields.edited.connect(self.form.drafts.retitle)
        self.detail.paper_wanted.connect(self.deeds.show_report)
        self.detail.text_wanted.connect(self.deeds.show_text)

    def _show(self, read: IncidentsRead) -> None:
        chosen = self.selected()
        self.deeds.first_word = read.first_word
        self.model.show_views(read.views, self.desk.clock.now(), read.first_word)
        self.count_changed.emit(read.running)
        self.view.setVisible(bool(read.views))
        self._empty.setVisible(not read.views)
        # With nothing to show beside it, the empty state has the whole width.
        self._right.setVisible(bool(read.views))
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
            self.view_shown.emit(view)

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

    def _on_opened(self, incident: Incident) -> None:
        self._pages.setCurrentWidget(self._list_page)
        self._wanted = incident.id
        self.reload()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        self._pages.setCurrentWidget(self._list_page)
        self.entered()

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*LISTED):
            self.reload()
        elif changes.names("log_entry"):
            self._ask_detail()

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(12)
        self._title.setFont(theme.font("title", bold=True))
        self.top.setContentsMargins(side, theme.px(8), side, theme.px(8))
        self.top.setSpacing(theme.px(8))
        self.view.doItemsLayout()
