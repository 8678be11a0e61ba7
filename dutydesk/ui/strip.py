"""The top strip: unit, shift, who is on duty, state of the record, clock.

Every cell has a full and a short form; the strip shows the fullest set that fits its width, so
nothing is cut and the clock and the state of the record are always there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from dutydesk.domain.changes import Changes
from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.desk import Desk, DeskServices, OnDuty, RecordState, StripFacts
from dutydesk.ui.widgets.elided_label import ElidedLabel
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import when

_POSTS = 3
_UNIT_SHORTENED = 3
_SHORTEST_UNIT = "值班室值…"


@dataclass(frozen=True, slots=True)
class _Words:
    """A cell's text from full to short; the last may be empty, which hides the cell."""

    forms: tuple[str, ...]
    tip: str = ""

    def at(self, level: int) -> str:
        return self.forms[min(level, len(self.forms) - 1)]


class TopStrip(QWidget):
    """Reads its facts after writes that concern them; the clock beats with the hub."""

    LEVELS = 6
    """Level 2 shortens all cells, 3 also the unit, 4 leaves the shift to its tool tip, 5 the
    posts: a name alone does not say who leads."""

    def __init__(self, desk: Desk, services: DeskServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._services = desk, services
        self._facts = StripFacts("", "", "")
        self._record = RecordState()
        self._is_locked = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self._practice = QLabel("演练")
        self._unit, self._shift = ElidedLabel(), QLabel()
        self._posts = [QLabel() for _ in range(_POSTS)]
        self._record_icon, self._record_words = QLabel(), QLabel()
        self._clock = QLabel()
        self._lines: list[QFrame] = []
        self._build()
        desk.hub.second.connect(self._on_second)
        desk.hub.committed.connect(self._on_committed)
        desk.theme.changed.connect(self._restyle)
        self._on_second(desk.clock.now())
        self._restyle()
        self.reload()

    def reload(self) -> None:
        """Read unit, shift and people again, and the state of the record."""
        self._desk.runner.submit(self._services.strip_facts, done=self._show_facts)
        self.reload_record()

    def reload_record(self) -> None:
        """Read when it was saved, backed up and checked."""
        self._desk.runner.submit(self._services.record_state, done=self._show_record)

    def set_locked(self, *, is_locked: bool) -> None:
        """Leave out telephone numbers while the desk is locked."""
        self._is_locked = is_locked
        self._fit()

    def texts(self) -> list[str]:
        """Return what is shown now, left to right."""
        labels = [self._practice, self._unit, self._shift, *self._posts]
        labels += [self._record_words, self._clock]
        return [label.text() for label in labels if not label.isHidden()]

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._practice.setVisible(self._services.practice)
        self._practice.setAccessibleName("演练")
        set_style(self._practice, tone="soon")
        self._row.addWidget(self._practice)
        self._row.addWidget(self._unit, 1)
        for label in (self._shift, *self._posts):
            self._add_line()
            self._row.addWidget(label)
            label.setVisible(False)
        self._add_line()
        self._row.addWidget(self._record_icon)
        self._row.addWidget(self._record_words)
        self._add_line()
        self._row.addWidget(self._clock)
        self._unit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _add_line(self) -> None:
        line = QFrame()
        line.setFixedWidth(self._desk.theme.measure("line"))
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(line, ground="line")
        self._lines.append(line)
        self._row.addWidget(line)

    def _on_second(self, now: datetime) -> None:
        self._clock.setText(when.clock_with_seconds(now))
        self._clock.setAccessibleName(f"现在 {when.full(now)}")

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*self._services.strip_tables):
            self.reload()
        else:
            self.reload_record()

    def _show_facts(self, facts: StripFacts) -> None:
        self._facts = facts
        self._fit()

    def _show_record(self, state: RecordState) -> None:
        self._record = state
        self._fit()

    def _restyle(self) -> None:
        theme = self._desk.theme
        self.setFixedHeight(theme.measure("strip"))
        self._row.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        self._row.setSpacing(theme.px(10))
        self._unit.setFont(theme.font("title", bold=True))
        self._clock.setFont(theme.font("title", bold=True))
        self._practice.setFont(theme.font("title", bold=True))
        for line in self._lines:
            line.setFixedHeight(theme.px(20))
        self._fit()

    def _cells(self) -> list[tuple[QLabel, _Words]]:
        facts = self._facts
        shift = _Words((facts.shift, *[facts.shift_short] * 3, ""), facts.shift)
        cells = [(self._shift, shift)]
        for at, label in enumerate(self._posts):
            words = _post_words(facts.on_duty[at]) if at < len(facts.on_duty) else _Words(("",))
            if self._is_locked and at < len(facts.on_duty):
                words = _Words((words.at(1), *words.forms[1:]))
            cells.append((label, words))
        cells.append((self._record_words, _record_words(self._record, self._desk.clock.now())))
        return cells

    def _fit(self) -> None:
        cells = self._cells()
        level = next(
            (n for n in range(self.LEVELS) if self._width(cells, n) <= self.width()),
            self.LEVELS - 1,
        )
        for label, words in cells:
            text = words.at(level)
            label.setText(text)
            label.setVisible(bool(text))
            label.setToolTip(words.tip)
            label.setAccessibleName(words.tip or text)
        self._unit.setText(self._facts.unit)
        self._show_state_icon()
        visible = [label for label, _ in cells if not label.isHidden()]
        for line, label in zip(self._lines, (self._shift, *self._posts), strict=False):
            line.setVisible(label in visible)

    def _width(self, cells: Sequence[tuple[QLabel, _Words]], level: int) -> int:
        """Return the width the strip needs with these forms; the unit may give way at the end."""
        theme = self._desk.theme
        metrics, bold = QFontMetrics(theme.font()), QFontMetrics(theme.font("title", bold=True))
        shown = [words.at(level) for _, words in cells if words.at(level)]
        gaps = theme.px(10) * 2 + theme.measure("line")
        total = sum(metrics.horizontalAdvance(text) + gaps for text in shown)
        unit = self._facts.unit if level < _UNIT_SHORTENED else _SHORTEST_UNIT
        total += bold.horizontalAdvance(unit) + bold.horizontalAdvance("00:00:00")
        total += theme.px(12) * 2 + theme.px(16) + gaps * 2
        if self._services.practice:
            total += bold.horizontalAdvance("演练") + theme.px(10)
        return total

    def _show_state_icon(self) -> None:
        theme, state = self._desk.theme, self._record
        if state.trouble:
            icon, role = "triangle-alert", "overdue"
        elif state.checking:
            icon, role = "refresh-cw", "accent"
        else:
            icon, role = "circle-check", "done"
        self._record_icon.setPixmap(theme.pixmap(icon, role, 16))
        set_style(self._record_words, tone="overdue" if state.trouble else "")


def _post_words(duty: OnDuty) -> _Words:
    short = f"{duty.post} {duty.name}"
    full = f"{short} {duty.phone}" if duty.phone else short
    return _Words((full, short, short, short, short, duty.name), full)


def _record_words(state: RecordState, now: datetime) -> _Words:
    tip = "\n".join(
        (
            f"最后保存 {_instant(state.saved_at, now)}",
            f"最后备份 {_instant(state.backup_at, now)}",
            f"记录核对 {_instant(state.chain_checked_at, now)}",
        )
    )
    if state.trouble:
        return _Words((state.trouble,), tip)
    if state.checking:
        return _Words(("核对中",), tip)
    if state.saved_at is None:
        return _Words(("还没有记录", "还没有记录", "无记录"), tip)
    saved = f"已保存 {when.clock_with_seconds(state.saved_at)}"
    return _Words((saved, saved, "已保存"), tip)


def _instant(at: datetime | None, now: datetime) -> str:
    return "还没有" if at is None else when.near(at, now)
