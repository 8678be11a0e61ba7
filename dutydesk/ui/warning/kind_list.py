"""The unit's kinds of warnings with their colours, changed behind an administrator's PIN."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.officer import Actor
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_kind import WarningKind
from dutydesk.services.officer import OfficerService
from dutydesk.services.warning_kind import WarningKindService
from dutydesk.ui.admin_list import AdminListLook
from dutydesk.ui.desk import Desk
from dutydesk.ui.ordered_list import OrderedListDialog
from dutydesk.ui.warning.keys import KINDS
from dutydesk.ui.warning.panel import WarningPanel
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.warning import WARNING_COLOR

_LOOK = AdminListLook(
    "预警种类清单", "预警种类", ("种类", "有哪些颜色", "状态"), (0, 1), (760, 600)
)
_HINT = "登记时选了清单里没有的颜色只提示，不拦。停用的种类不再列出，已登记的不变。"


class KindListDialog(OrderedListDialog[WarningKind]):
    """Enter on a row takes it into the fields below."""

    help_page = "warning"

    def __init__(
        self, desk: Desk, service: WarningKindService, officer: OfficerService, parent: QWidget
    ) -> None:
        super().__init__(desk, officer, _LOOK, parent)
        self._service = service
        self._changing: WarningKind | None = None
        self.name = QLineEdit()
        self.colors = {color: QCheckBox(WARNING_COLOR[color]) for color in WarningColor}
        self._build()
        self.reload()

    def reload(self) -> None:
        self._desk.runner.submit(self._service.kinds, done=self._show, failed=self._refused)

    def _build(self) -> None:
        theme = self._desk.theme
        self.name.setAccessibleName("种类")
        self.name.setPlaceholderText("种类，例如：风暴潮")
        self.name.returnPressed.connect(self._put)
        fields = QHBoxLayout()
        fields.setSpacing(theme.px(8))
        for part in (self.name, *self.colors.values(), self.put):
            fields.addWidget(part)
        hint = QLabel(_HINT)
        set_style(hint, tone="muted")
        hint.setWordWrap(True)
        self.put.clicked.connect(self._put)
        self.table.activated.connect(self._begin_change)
        self.table.currentCellChanged.connect(self._allow)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.switch.clicked.connect(self._switch)
        self._lay_out(self.name, fields, hint, self._answer, self._foot())

    def _allow(self, *_cells: int) -> None:
        self._allow_order(self.name, *self.colors.values())

    def _words(self, line: WarningKind) -> tuple[str, ...]:
        return _cells(line)

    def _begin_change(self) -> None:
        kind = self._chosen()
        if kind is None or not self.name.isEnabled():
            return
        self._changing = kind
        self.name.setText(kind.name)
        for color, box in self.colors.items():
            box.setChecked(color in kind.colors)
        self.put.setText("改好")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self) -> None:
        colors = tuple(color.value for color, box in self.colors.items() if box.isChecked())
        new = WarningKind(id=self._service.new_id(), name="", colors=(), order_no=0)
        kind = replace(self._changing or new, name=self.name.text().strip(), colors=colors)
        self._do(partial(self._write, kind), self._kept)

    def _write(self, kind: WarningKind, by: Actor) -> Done[Any]:
        """Run on the store lane: touches no widget."""
        return self._service.put(kind, by=by)

    def _kept(self, done: Done[Any]) -> None:
        self._changing = None
        self.name.clear()
        for box in self.colors.values():
            box.setChecked(False)
        self.put.setText("加上")
        self._changed(done)

    def _move(self, steps: int) -> None:
        kind = self._chosen()
        if kind is not None:
            self._do(lambda by: self._service.move(kind.id, steps, by=by))

    def _switch(self) -> None:
        kind = self._chosen()
        if kind is not None:
            self._do(partial(self._write, replace(kind, is_active=not kind.is_active)))


class KindListDeed(QObject):
    """Hangs on the room: a verb for the palette and 更多."""

    def __init__(
        self, panel: WarningPanel, service: WarningKindService, officer: OfficerService
    ) -> None:
        super().__init__(panel)
        self._panel, self._service, self._officer = panel, service, officer
        panel.desk.actions.add(KINDS, self.open, panel, local=True)
        panel.add_verb(KINDS.word, self.open)

    def open(self) -> None:
        """Open the list."""
        panel = self._panel
        KindListDialog(panel.desk, self._service, self._officer, panel.window()).open()


def _cells(kind: WarningKind) -> tuple[str, ...]:
    colors = "、".join(WARNING_COLOR[WarningColor(color)] for color in kind.colors)
    return kind.name, colors, "" if kind.is_active else "已停用"
