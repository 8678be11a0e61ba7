"""The key sheet (Ctrl+/): every key by group, made from the registry."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from dutydesk.ui.actions import ActionGroup, ActionRegistry, ActionSpec, key_text
from dutydesk.ui.rooms import RoomSpec, room_of
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll

GROUP_WORDS = {
    ActionGroup.ENTRY: "登记",
    ActionGroup.ROOM: "去哪里",
    ActionGroup.VIEW: "显示",
    ActionGroup.DESK: "值班台",
}
ALWAYS = (
    ("Enter", "记下，或打开选中的一行"),
    ("Esc", "关闭，草稿留着；没有窗口时收起上面的提示"),
    ("Tab", "到下一格"),
)


class KeySheet(QDialog):
    """Two columns of groups; closes with Esc."""

    help_page = "keys"

    def __init__(
        self,
        theme: Theme,
        actions: ActionRegistry,
        parent: QWidget | None = None,
        *,
        rooms: Mapping[str, RoomSpec] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("按键一览")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        set_style(page, ground="surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._grid = QGridLayout(page)
        self._theme = theme
        self._rooms = rooms or {}
        self._fill(actions.specs())
        scroll = SteadyScroll(bar_stays=False)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scroll.setWidget(page)
        scroll.setAccessibleName("按键一览")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        side = theme.px(24)
        self._grid.setContentsMargins(side, side, side, side)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(6))
        wanted = page.sizeHint()
        room = parent.size() if parent is not None else wanted
        self.resize(
            min(wanted.width() + theme.px(24), room.width() - side),
            min(wanted.height() + theme.px(8), room.height() - side),
        )

    def texts(self) -> list[str]:
        """Return all texts of the sheet."""
        return [label.text() for label in self.findChildren(QLabel)]

    def _fill(self, specs: list[ActionSpec]) -> None:
        rows = {0: 0, 3: 0}
        for group in ActionGroup:
            own = [s for s in specs if s.group is group and room_of(s.id, self._rooms) is None]
            self._add_specs(GROUP_WORDS[group], own, rows)
        # One key may mean another thing in another room, so each room has its own list.
        for room in self._rooms.values():
            theirs = [s for s in specs if room_of(s.id, self._rooms) is room]
            self._add_specs(f"在{room.word}", theirs, rows)
        self._add_group("随处可用", list(ALWAYS), rows)
        self._grid.setColumnMinimumWidth(2, self._theme.px(24))
        self._grid.setRowStretch(max(rows.values()), 1)

    def _add_specs(self, title: str, specs: list[ActionSpec], rows: dict[int, int]) -> None:
        lines = [(key_text(spec.key), spec.word) for spec in specs if spec.key]
        if lines:
            self._add_group(title, lines, rows)

    def _add_group(self, title: str, lines: list[tuple[str, str]], rows: dict[int, int]) -> None:
        column = min(rows, key=lambda at: rows[at])
        head = QLabel(title)
        head.setFont(self._theme.font("title", bold=True))
        self._grid.addWidget(head, rows[column], column, 1, 2)
        for at, (key, word) in enumerate(lines, start=rows[column] + 1):
            key_label = QLabel(key)
            key_label.setFont(self._theme.font(bold=True))
            set_style(key_label, tone="accent")
            self._grid.addWidget(key_label, at, column)
            self._grid.addWidget(QLabel(word), at, column + 1)
        rows[column] += len(lines) + 1
        spacer = QLabel()
        self._grid.addWidget(spacer, rows[column], column)
        rows[column] += 1
