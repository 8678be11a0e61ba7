"""The list of incidents: a small model and the delegate that draws three lines for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from dutydesk.domain.incident import Incident, IncidentLevel
from dutydesk.services.incident import IncidentView
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.selected_bar import paint_selected
from dutydesk.ui.widgets.tag import TagLook, paint_tag, tag_size
from dutydesk.wording.incident import EXIT_REASON, FIRST_WORD, LEVEL, STATUS
from dutydesk.wording.incident_view import clock_tone, next_clock, short_clock
from dutydesk.wording.near_miss import TAG as NEAR_MISS_TAG

AnyIndex = QModelIndex | QPersistentModelIndex
VIEW_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_GRAVE = {IncidentLevel.ESPECIALLY_SERIOUS, IncidentLevel.SERIOUS}


class IncidentModel(QAbstractListModel):
    """Holds the views in the order given and the instant they are judged at."""

    def __init__(self, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self.first_word = FIRST_WORD
        self.views: tuple[IncidentView, ...] = ()

    def show_views(self, views: Sequence[IncidentView], now: datetime, first_word: str) -> None:
        """Show these incidents; where the same ones stand in the same order, nothing jumps."""
        same = [view.incident.id for view in views] == [one.incident.id for one in self.views]
        self.now, self.first_word = now, first_word
        if same:
            self.views = tuple(views)
            if views:
                self.dataChanged.emit(self.index(0), self.index(len(views) - 1))
            return
        self.beginResetModel()
        self.views = tuple(views)
        self.endResetModel()

    def row_of(self, incident_id: str) -> int | None:
        """Return the row of an incident."""
        found = (at for at, view in enumerate(self.views) if view.incident.id == incident_id)
        return next(found, None)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.views)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        view = self.views[index.row()]
        if role == VIEW_ROLE:
            return view
        if role == Qt.ItemDataRole.DisplayRole:
            return self._spoken(view)
        return None

    def _spoken(self, view: IncidentView) -> str:
        incident = view.incident
        clock = next_clock(view.clocks)
        near_miss = NEAR_MISS_TAG if incident.is_serious_near_miss else ""
        parts = [LEVEL[incident.level], near_miss, incident.title, incident.incident_no]
        parts.append(incident.place)
        parts += [status_word(incident), self.clock_words(view) if clock else ""]
        return " ".join(filter(None, parts))

    def clock_words(self, view: IncidentView) -> str:
        """Return the clock that runs out next, or that none runs."""
        clock = next_clock(view.clocks)
        if clock is None:
            return ""
        return short_clock(clock, self.now, self.first_word)


def status_word(incident: Incident) -> str:
    """Return 处置中, or 误报 for one that left by an exit."""
    return EXIT_REASON[incident.exit_reason] if incident.exit_reason else STATUS[incident.status]


NEAR_MISS_LOOK = TagLook(NEAR_MISS_TAG, "flag", "soon")


def level_look(incident: Incident) -> TagLook:
    """Return the tag of a level: words always, colour by gravity."""
    if incident.is_closed:
        return TagLook(LEVEL[incident.level])
    if incident.level in _GRAVE:
        return TagLook(LEVEL[incident.level], "", "overdue")
    if incident.level is IncidentLevel.UNCLASSIFIED:
        return TagLook(LEVEL[incident.level], "", "soon")
    return TagLook(LEVEL[incident.level], "", "accent")


class IncidentDelegate(QStyledItemDelegate):
    """Draws level and title, number with status and place, and the clock that runs out next."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        line = QFontMetrics(self._theme.font()).height()
        small = QFontMetrics(self._theme.font("small")).height()
        return QSize(0, 2 * line + small + self._theme.px(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        view, model = index.data(VIEW_ROLE), index.model()
        if not isinstance(view, IncidentView) or not isinstance(model, IncidentModel):
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
        theme, incident = self._theme, view.incident
        painter.save()
        paint_selected(painter, theme, option)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        inner = rect.adjusted(theme.px(12), theme.px(6), -theme.px(12), -theme.px(6))
        line = QFontMetrics(theme.font()).height()
        small = QFontMetrics(theme.font("small")).height()
        first = QRect(inner.left(), inner.top(), inner.width(), line)
        look = level_look(incident)
        tag = tag_size(theme, look)
        top = first.top() + (line - tag.height()) // 2
        paint_tag(painter, QPoint(first.left(), top), theme, look)
        first.setLeft(first.left() + tag.width() + theme.px(8))
        if incident.is_serious_near_miss:
            mark = paint_tag(painter, QPoint(first.left(), top), theme, NEAR_MISS_LOOK)
            first.setLeft(first.left() + mark.width() + theme.px(8))
        self._draw(painter, first, incident.title, ("text", theme.font(bold=True)))
        second = QRect(inner.left(), inner.top() + line + theme.px(3), inner.width(), small)
        words = f"{incident.incident_no}　{status_word(incident)}　{incident.place}"
        self._draw(painter, second, words, ("muted", theme.font("small")))
        third = QRect(inner.left(), second.bottom() + theme.px(3), inner.width(), line)
        clock = next_clock(view.clocks)
        said = model.clock_words(view)
        if clock is None and not incident.is_closed:
            said = "没有正在计时的报告"
        role = clock_tone(clock.status) if clock else "muted"
        self._draw(painter, third, said, (role, theme.font()))
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRect, words: str, look: tuple[str, object]) -> None:
        role, font = look
        painter.setPen(self._theme.colour(role))
        painter.setFont(font)  # type: ignore[arg-type]  # a QFont, kept loose with its role
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEFT, shown)
