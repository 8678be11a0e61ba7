"""事件脉络 in the detail pane, and large by Ctrl+Shift+L with its list and a way to save it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.incident_timeline import IncidentTimeline, TimelineClock, TimelineMark
from dutydesk.services.incident import IncidentView
from dutydesk.services.incident_timeline import IncidentTimelineService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.panel import IncidentPanel
from dutydesk.ui.incident.timeline_view import TimelineView
from dutydesk.ui.messages import FileWish
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.wording.incident_timeline import TIMELINE, mark_line

LARGE = ActionSpec(
    "incident.timeline", "看事件脉络", "Ctrl+Shift+L", ActionGroup.VIEW, "chart-column"
)
VERBS = (LARGE,)
_MANY_ROWS = 40
_PICTURES = "图片 (*.png)"


class TimelineDeed(QObject):
    """Hangs on the room: one verb and one section."""

    def __init__(self, panel: IncidentPanel, service: IncidentTimelineService) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._service = panel, panel.desk, service
        theme = panel.desk.theme
        self.view, self.words = TimelineView(theme), QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        set_style(self.words, tone="muted")
        self.large = QPushButton(f"放大  {LARGE.key}")
        self.large.clicked.connect(lambda: self._desk.actions.trigger(LARGE.id))
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.view)
        column.addWidget(self.words)
        column.addWidget(self.large, 0, Qt.AlignmentFlag.AlignLeft)
        panel.detail.add_section(TIMELINE, section)
        panel.deeds.add(LARGE, self._open, panel.selected)
        self.view.pointed.connect(self.words.setText)
        panel.view_shown.connect(self._read)
        shown = panel.selected()
        if shown is not None:
            self._read(shown)

    def _read(self, view: IncidentView) -> None:
        job = partial(self._service.timeline, view.incident.id)
        self._desk.runner.submit(job, done=self._show)

    def _show(self, timeline: IncidentTimeline) -> None:
        chosen = self._panel.selected()
        if chosen is not None and chosen.incident.id == timeline.incident_id:
            self.view.show_timeline(timeline)
            if self.view.chosen() is None:
                self.words.setText("点一个标记，或按 Tab 到图上用左右键，逐个看说明。")

    def _open(self, view: IncidentView) -> None:
        job = partial(self._service.timeline, view.incident.id)
        self._desk.runner.submit(job, done=self._show_large)

    def _show_large(self, timeline: IncidentTimeline) -> None:
        TimelineDialog(self._desk, timeline, self._panel.window()).open()


class TimelineDialog(QDialog):
    """The picture over its list; choosing in one chooses in the other."""

    help_page = "incident"

    def __init__(self, desk: Desk, timeline: IncidentTimeline, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._timeline = desk, timeline
        # In the order of the list.
        self._items: list[TimelineClock | TimelineMark] = [*timeline.marks, *timeline.clocks]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{TIMELINE}：{timeline.title}（{timeline.incident_no}）")
        self.view = TimelineView(desk.theme, rows=_MANY_ROWS)
        self.list, self.words = QListWidget(), QLabel()
        self.save, self._close = QPushButton("存为图片…"), QPushButton("关闭")
        self._build()
        self.view.show_timeline(timeline)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme = self._desk.theme
        area = SteadyScroll(bar_stays=False)
        self.view.grown.connect(lambda height: area.setMaximumHeight(height + theme.px(4)))
        area.setWidget(self.view)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.list.setAccessibleName(f"{TIMELINE}逐条")
        self.list.setWordWrap(True)
        for mark in self._timeline.marks:
            self.list.addItem(mark_line(mark))
        for clock in self._timeline.clocks:
            self.list.addItem(clock.words)
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(area, 3)
        column.addWidget(self.words)
        column.addWidget(self.list, 2)
        column.addLayout(foot)
        for button in (self.save, self._close):
            button.setAutoDefault(False)
        self.view.pointed.connect(self._follow_view)
        self.list.currentRowChanged.connect(self._follow_list)
        self.save.clicked.connect(self._save)
        self._close.clicked.connect(self.reject)
        window = self.parentWidget()
        if window is not None:
            self.resize(window.window().size() * 0.94)

    def _follow_view(self, words: str) -> None:
        self.words.setText(words)
        chosen = self.view.chosen()
        if chosen is not None:
            self.list.blockSignals(True)
            self.list.setCurrentRow(self._items.index(chosen.item))
            self.list.blockSignals(False)

    def _follow_list(self, row: int) -> None:
        if 0 <= row < len(self._items):
            self.view.choose_item(self._items[row])

    def _save(self) -> None:
        proposed = f"{TIMELINE}-{self._timeline.incident_no}.png"
        file = self._desk.messages.save_file(FileWish("存为图片", proposed, (_PICTURES,)))
        if file is not None:
            self.save_to(file)

    def save_to(self, file: Path) -> None:
        """Write the picture and say where it is, or that it could not be written."""
        if not file.suffix:
            file = file.with_suffix(".png")
        if self.view.save_picture(file):
            self.words.setText(f"已存为图片：{file}")
        else:
            self.words.setText(f"图片没有存下：{file}。请换一个文件夹再试。")
