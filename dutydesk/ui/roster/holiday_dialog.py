"""节假日: a year's days off and days worked, from a file or typed, behind a PIN."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import Refusal
from dutydesk.domain.holiday import HolidayYearView, Notice, read_day_of
from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor
from dutydesk.services.holiday import HolidayService
from dutydesk.services.officer import OfficerService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.admin_list import AdminListDialog, AdminListLook
from dutydesk.ui.desk import Desk
from dutydesk.ui.messages import FileWish
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.holiday import OFF_DAY, WORKED_DAY, due_words, kind_word, year_words
from dutydesk.wording.when import whole_day_and_weekday

EDIT = ActionSpec("holiday.edit", "节假日", "", ActionGroup.ENTRY, "calendar-check")
_HEADS = ("日期", "放假或上班", "节日")
_LOOK = AdminListLook("节假日", "放假和上班的日子", _HEADS, (0, 2), (820, 620))
_FILES = "节假日文件 (*.json)"
_OFF, _WORKED, _ORDINARY = "off", "worked", "ordinary"
_KINDS = {_OFF: True, _WORKED: False, _ORDINARY: None}


class HolidayDialog(AdminListDialog):
    """One year at a time; Enter on a day takes it into the fields below."""

    help_page = "settings"

    def __init__(
        self, desk: Desk, service: HolidayService, officer: OfficerService, parent: QWidget
    ) -> None:
        super().__init__(desk, officer, _LOOK, parent)
        self._service = service
        self._years: dict[int, HolidayYearView] = {}
        self._due: int | None = None
        theme = desk.theme
        self.year, self.kind = ChoiceBox(theme, "年份"), ChoiceBox(theme, "放假或上班")
        self.first, self.last, self.name = QLineEdit(), QLineEdit(), QLineEdit()
        self.paper = QLineEdit()
        self.put, self.put_paper = QPushButton("记下"), QPushButton("记下通知")
        self.take, self.back = QPushButton("从文件导入…"), QPushButton("改回随附")
        self.state = QLabel()
        self._build()
        self.reload()

    def reload(self) -> None:
        """Read all years again."""
        self._desk.runner.submit(self._read, done=self._show, failed=self._refused)

    def _read(self) -> tuple[tuple[HolidayYearView, ...], int | None]:
        """Run on the store lane: touches no widget."""
        return self._service.years(), self._service.due_year()

    def _build(self) -> None:
        px = self._desk.theme.px
        for value, word in ((_OFF, OFF_DAY), (_WORKED, WORKED_DAY), (_ORDINARY, "按星期")):
            self.kind.addItem(word, value)
        for field, name, sample in (
            (self.first, "第一天", "从，如 10-1"),
            (self.last, "最后一天", "到，一天就不写"),
            (self.name, "节日名称", "节日，如 国庆节"),
            (self.paper, "放假通知", "通知名称或文号"),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(sample)
        self.kind.setToolTip("按星期：这几天不放假也不调休")
        self.paper.setToolTip("写上通知，这一年就不再标推定")
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.year)
        head.addWidget(self.paper, 1)
        head.addWidget(self.put_paper)
        fields = QGridLayout()
        fields.setSpacing(px(8))
        for column, part in enumerate((self.first, self.last, self.kind, self.name, self.put)):
            fields.addWidget(part, 0, column)
        fields.setColumnStretch(3, 1)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.take)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self._close)
        self._connect()
        self._lay_out(self.first, self.state, head, fields, self._answer, foot)

    def _connect(self) -> None:
        self.year.currentIndexChanged.connect(self._show_year)
        self.table.activated.connect(self._begin_change)
        for field in (self.first, self.last, self.name):
            field.returnPressed.connect(self._put)
        self.put.clicked.connect(self._put)
        self.paper.returnPressed.connect(self._put_paper)
        self.put_paper.clicked.connect(self._put_paper)
        self.take.clicked.connect(self._take)
        self.back.clicked.connect(self._take_back)

    def _allow(self, *_at: int) -> None:
        is_open, view = self._may_change, self._view()
        for part in (
            self.first,
            self.last,
            self.kind,
            self.name,
            self.put,
            self.paper,
            self.put_paper,
            self.take,
        ):
            part.setEnabled(is_open)
        self.back.setEnabled(is_open and view is not None and view.own is not None)

    def _view(self) -> HolidayYearView | None:
        return self._years.get(self.year.currentData() or 0)

    def _show(self, read: tuple[tuple[HolidayYearView, ...], int | None]) -> None:
        years, self._due = read
        this_year = china(self._desk.clock.now()).year
        chosen = self.year.currentData() or self._due or this_year
        self._years = {one.notice.year: one for one in years}
        self.year.blockSignals(True)
        self.year.clear()
        for year in self._years:
            self.year.addItem(f"{year}年", year)
        self.year.setCurrentIndex(max(self.year.findData(chosen), 0))
        self.year.blockSignals(False)
        self._show_year()

    def _show_year(self, _at: int = 0) -> None:
        view = self._view()
        if view is None:
            return
        is_due = view.notice.year == self._due
        self.state.setText(
            year_words(view) + (f"。{due_words(view.notice.year)}" if is_due else "")
        )
        set_style(self.state, tone="soon" if is_due else "muted")
        self.paper.setText("；".join(view.notice.papers))
        self._show_cells(
            [
                (
                    whole_day_and_weekday(one.day),
                    kind_word(is_off_day=one.is_off_day),
                    one.name,
                )
                for one in view.notice.days
            ],
            max(self.table.currentRow(), 0),
        )

    def _begin_change(self) -> None:
        view, row = self._view(), self.table.currentRow()
        if view is None or not self.first.isEnabled() or not 0 <= row < len(view.notice.days):
            return
        day = view.notice.days[row]
        self.first.setText(day.day.isoformat())
        self.last.clear()
        self.kind.setCurrentIndex(self.kind.findData(_OFF if day.is_off_day else _WORKED))
        self.name.setText(day.name)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self) -> None:
        view = self._view()
        if view is None or not self.put.isEnabled():
            return
        try:
            first = read_day_of(self.first.text(), view.notice.year)
            last = read_day_of(self.last.text(), view.notice.year) if self.last.text() else first
        except Refusal as refusal:
            self._refused(refusal)
            return
        change = partial(
            self._service.set_days,
            view.notice.year,
            (first, last),
            self.name.text(),
            is_off_day=_KINDS[self.kind.currentData()],
        )
        self._do(lambda by: change(by=by), self._kept)

    def _kept(self, done: Done[Any]) -> None:
        for field in (self.first, self.last):
            field.clear()
        self._changed(done)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_paper(self) -> None:
        view = self._view()
        if view is not None and self.put_paper.isEnabled():
            notice = view.notice
            papers = tuple(self.paper.text().split("；"))
            typed = Notice(notice.year, papers, notice.days)
            self._do(lambda by: self._service.put(typed, by=by))

    def _take(self) -> None:
        files = self._desk.messages.open_files(FileWish("导入节假日", filters=(_FILES,)))
        for file in files[:1]:
            self._do(partial(self._import, file), self._taken)

    def _import(self, file: Path, by: Actor) -> Done[Any]:
        """Run on the store lane: touches no widget."""
        return self._service.import_file(file, by=by)

    def _taken(self, done: Done[Any]) -> None:
        self.year.setCurrentIndex(self.year.findData(int(done.value.id)))
        self._changed(done)

    def _take_back(self) -> None:
        view = self._view()
        if view is not None:
            year = view.notice.year
            self._do(lambda by: self._service.take_shipped(year, by=by))


class HolidayDeed(QObject):
    """Hung on a room by the application: a verb for the palette, a button to be placed there."""

    def __init__(self, panel: RoomPanel, service: HolidayService, officer: OfficerService) -> None:
        super().__init__(panel)
        self._panel, self._service, self._officer = panel, service, officer
        self.button = QPushButton("节假日…")
        self.button.clicked.connect(self.open)
        panel.desk.actions.add(EDIT, self.open, panel)

    def open(self) -> None:
        """Open the years."""
        panel = self._panel
        HolidayDialog(panel.desk, self._service, self._officer, panel.window()).open()
