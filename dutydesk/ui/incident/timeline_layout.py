"""Where everything of a timeline stands in a picture of some width: axis, two lanes, marks.

Rules of this file: what has no room beside its mark goes into a row of its own below; past the
last row marks stand without words, and the list beside the picture tells them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.incident_timeline import IncidentTimeline, TimelineClock, TimelineMark
from dutydesk.domain.report import ReportMedium
from dutydesk.domain.report_clock import OPEN_STATUSES, ClockStatus
from dutydesk.domain.timeline_scale import TimelineScale
from dutydesk.ui.theme import Theme
from dutydesk.wording import when
from dutydesk.wording.incident_timeline import LANE
from dutydesk.wording.incident_view import SHAPE

SHAPE_SIZE = 10
_GAP, _BAR = 6, 8
_EVENTS = "经过"


@dataclass(frozen=True, slots=True)
class Placed:
    """One clock or mark with its place: ``area`` is what a click means, ``label`` its words."""

    item: TimelineClock | TimelineMark
    at: QPointF
    area: QRectF
    label: QRectF
    words: str


class TimelineLayout:
    """Lays a timeline out over a width; ``height`` is what it takes."""

    def __init__(
        self, timeline: IncidentTimeline, theme: Theme, width: float, most_rows: int
    ) -> None:
        self.timeline, self.theme, self.width = timeline, theme, width
        self._metrics = QFontMetrics(theme.font("small"))
        self.scale = TimelineScale(timeline.instants())
        names = [*LANE.values(), _EVENTS]
        gutter = max(self._metrics.horizontalAdvance(name) for name in names)
        self.left = float(gutter + theme.px(16))
        self.right = max(width - theme.px(12), self.left + 1)
        self._line = self._metrics.height()
        self.axis = QRectF(self.left, 0, self.right - self.left, self._line + theme.px(6))
        self.bands: list[tuple[str, QRectF]] = []
        self.placed: list[Placed] = []
        top = self.axis.bottom()
        lanes = [*ReportMedium, *([None] if timeline.lane(None) else [])]
        for medium in lanes:
            top = self._lay_clocks(medium, top)
        self.height = self._lay_marks(top, most_rows)

    def x(self, at: datetime) -> float:
        """Return the place of an instant."""
        return self.left + self.scale.place(at) * (self.right - self.left)

    def ticks(self) -> list[tuple[float, str]]:
        """Return places and words of the axis; the day is said where it begins or changes."""
        widest = self._metrics.horizontalAdvance("11月30日 00:00") + self.theme.px(16)
        found: list[tuple[float, str]] = []
        day = ""
        for at in self.scale.ticks(max(2, int((self.right - self.left) / widest))):
            x, moment = self.x(at), when.moment(at)
            if found and x - found[-1][0] < widest:
                continue
            found.append((x, when.clock(at) if moment.split(" ")[0] == day else moment))
            day = moment.split(" ")[0]
        return found

    def in_time(self) -> list[Placed]:
        """Return clocks and marks in the order in which keys step through them."""
        return sorted(self.placed, key=lambda one: (one.at.x(), one.at.y()))

    def found_at(self, point: QPointF) -> Placed | None:
        """Return what stands under a point."""
        under = [one for one in self.placed if one.area.contains(point)]
        return min(under, key=lambda one: abs(one.at.x() - point.x()), default=None)

    def _lay_clocks(self, medium: ReportMedium | None, top: float) -> float:
        height = self._line + self.theme.px(_BAR + _GAP)
        ends: list[float] = []
        for clock in sorted(self.timeline.lane(medium), key=lambda one: one.starts_at):
            words = clock_label(clock)
            left, right = self.x(clock.starts_at), self.x(bar_end(clock, self.timeline.as_of))
            wide = self._metrics.horizontalAdvance(words)
            label_left = min(left, max(self.left, self.right - wide))
            row = _free_row(ends, min(left, label_left))
            end = max(right, label_left + wide) + self.theme.px(12)
            ends[row : row + 1] = [end]
            y = top + self.theme.px(4) + row * height
            label = QRectF(label_left, y, wide + 1, self._line)
            bar_y = y + self._line + self.theme.px(_BAR) / 2
            area = label.united(QRectF(left, y, right - left, height - self.theme.px(2)))
            at = QPointF(self.x(clock.due_at), bar_y)
            self.placed.append(Placed(clock, at, area, label, words))
        band = QRectF(0, top, self.width, max(len(ends), 1) * height + self.theme.px(6))
        self.bands.append((LANE[medium], band))
        return band.bottom()

    def _lay_marks(self, top: float, most_rows: int) -> float:
        theme, height = self.theme, self._line + self.theme.px(_GAP)
        size = theme.px(SHAPE_SIZE)
        ends: list[float] = []
        for mark in self.timeline.marks:
            x, words = self.x(mark.at), f"{when.clock(mark.at)} {mark.word}"
            wide = self._metrics.horizontalAdvance(words)
            is_left = x + size + wide > self.right
            begins = x - size - wide if is_left else x - size / 2
            ends_at = (x + size / 2 if is_left else x + size + wide) + theme.px(10)
            row = _free_row(ends, begins)
            if row >= most_rows:
                row, words, wide = most_rows - 1, "", 0
            ends[row : row + 1] = [max([ends_at, *ends[row : row + 1]])]
            y = top + theme.px(6) + row * height
            label_left = x - size - wide if is_left else x + size
            label = QRectF(label_left, y, wide + 1, self._line)
            at = QPointF(x, y + self._line / 2)
            shape = QRectF(x - size / 2, y, size, self._line)
            area = shape.united(label) if words else shape
            self.placed.append(Placed(mark, at, area, label, words))
        band = QRectF(0, top, self.width, max(len(ends), 1) * height + theme.px(12))
        self.bands.append((_EVENTS, band))
        return band.bottom()


def clock_label(clock: TimelineClock) -> str:
    """Return the words above a bar: 首报 时限08:45 已按时."""
    due = f"时限{when.clock(clock.due_at)}"
    judged = {
        ClockStatus.MET: "按时",
        ClockStatus.MET_LATE: "迟报",
        ClockStatus.OVERDUE: "已超时",
        ClockStatus.REPORT_NOW_AFTER_UPGRADE: "立即补报",
    }.get(clock.status, "计时中")
    shape = "✓" if clock.status is ClockStatus.MET else SHAPE[clock.status]
    return f"{shape} {clock.word} {due} {judged}"


def bar_end(clock: TimelineClock, now: datetime) -> datetime:
    """Return how far a bar goes: to the limit, and on to what answered it late or to now."""
    if clock.stopped_at is not None:
        return max(clock.due_at, clock.stopped_at)
    return max(clock.due_at, now) if clock.status in OPEN_STATUSES else clock.due_at


def _free_row(ends: Sequence[float], begins: float) -> int:
    return next((row for row, end in enumerate(ends) if end <= begins), len(ends))
