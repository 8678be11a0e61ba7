"""Draws one entry: time, kind, source and officer on the first line, the text below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from dutydesk.ui.duty_log.entry_look import kind_look, marks
from dutydesk.ui.duty_log.log_model import ROW_ROLE, DayLine, EntryLine
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.selected_bar import paint_selected
from dutydesk.ui.widgets.tag import paint_tag, tag_size
from dutydesk.wording import when
from dutydesk.wording.duty_log import origin, remarks
from dutydesk.wording.withdrawal import shown_text

AnyIndex = QModelIndex | QPersistentModelIndex

# The rest of a long text is one Enter away.
MAX_LINES = 3

_VCENTER = Qt.AlignmentFlag.AlignVCenter
_KEPT_HEIGHTS = 4000
_LAST_CHINESE = "\u9fff"


class EntryDelegate(QStyledItemDelegate):
    """Measures and paints the lines of the log; heights are kept until width or type changes."""

    def __init__(self, theme: Theme, view: QListView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, view
        self._heights: dict[tuple[str, int, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002 -- Qt
        line = index.data(ROW_ROLE)
        width = self._view.viewport().width()
        if not isinstance(line, EntryLine):
            return QSize(width, self._theme.px(28))
        key = (line.listed.entry.id, width, self._theme.scale)
        if key not in self._heights:
            if len(self._heights) > _KEPT_HEIGHTS:
                self._heights.clear()
            self._heights[key] = self._height(line, width)
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = index.data(ROW_ROLE)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stub lacks Qt's field
        painter.save()
        if isinstance(line, DayLine):
            self._paint_day(painter, rect, line)
        elif isinstance(line, EntryLine):
            self._paint_ground(painter, rect, option)
            self._paint_entry(painter, rect, line)
        painter.restore()

    def _height(self, line: EntryLine, width: int) -> int:
        theme = self._theme
        first = max(
            QFontMetrics(theme.font()).height(),
            tag_size(theme, kind_look(line.listed.entry.kind)).height(),
        )
        text = _body(line)
        room = self._text_width(width)
        lines = 1
        if not self._fits_a_line(text, room):
            lines = min(MAX_LINES, len(self._laid_out(text, room)))
        pitch = self._pitch()
        return theme.px(6) + first + theme.px(2) + lines * pitch + theme.px(7)

    def _pitch(self) -> int:
        return round(QFontMetrics(self._theme.font()).height() * 1.15)

    def _left(self) -> int:
        """Return where text begins: behind the widest time."""
        theme = self._theme
        return (
            theme.px(16)
            + QFontMetrics(theme.font(bold=True)).horizontalAdvance("00:00")
            + (theme.px(12))
        )

    def _text_width(self, width: int) -> int:
        return max(width - self._left() - self._theme.px(16), self._theme.px(80))

    def _fits_a_line(self, text: str, width: int) -> bool:
        """Tell whether a text is one line without laying it out: most are, and many are shown."""
        # No character of the font is wider than a Chinese one; others come from other fonts.
        return (
            len(text) * QFontMetrics(self._theme.font()).horizontalAdvance("国") <= width
            and "\n" not in text
            and not any(sign > _LAST_CHINESE for sign in text)
        )

    def _laid_out(self, text: str, width: int) -> list[tuple[int, int]]:
        """Return (start, length) in characters of the first lines of the wrapped text.

        One line more than is shown, so that the cut can be marked. Qt counts UTF-16 units: a
        rare character of a name is two of them and one of Python's.
        """
        found: list[tuple[int, int]] = []
        start = 0
        for paragraph in text.split("\n"):
            layout = QTextLayout(paragraph, self._theme.font())
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            units = paragraph.encode("utf-16-le")
            layout.beginLayout()
            while (row := layout.createLine()).isValid():
                row.setLineWidth(width)
                first, end = row.textStart(), row.textStart() + row.textLength()
                before = len(units[: 2 * first].decode("utf-16-le"))
                length = len(units[2 * first : 2 * end].decode("utf-16-le"))
                found.append((start + before, length))
                if len(found) > MAX_LINES:
                    break
            layout.endLayout()
            if len(found) > MAX_LINES:
                break
            start += len(paragraph) + 1
        return found or [(0, 0)]

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        theme = self._theme
        paint_selected(painter, theme, option)
        painter.setPen(QPen(theme.colour("line"), theme.measure("line")))
        painter.drawLine(rect.left() + self._left(), rect.bottom(), rect.right(), rect.bottom())

    def _paint_day(self, painter: QPainter, rect: QRect, line: DayLine) -> None:
        theme = self._theme
        font = theme.font("small", bold=True)
        words = when.day_and_weekday(line.day)
        width = QFontMetrics(font).horizontalAdvance(words)
        left, middle = rect.left() + self._left(), rect.center().y()
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        painter.drawText(QRect(left, rect.top(), width, rect.height()), _VCENTER, words)
        painter.setPen(QPen(theme.colour("line"), theme.measure("line")))
        painter.drawLine(left + width + theme.px(8), middle, rect.right(), middle)
        painter.drawLine(rect.left() + theme.px(16), middle, left - theme.px(8), middle)

    def _paint_entry(self, painter: QPainter, rect: QRect, line: EntryLine) -> None:
        theme, entry = self._theme, line.listed.entry
        look = kind_look(entry.kind)
        metrics = QFontMetrics(theme.font())
        first = max(metrics.height(), tag_size(theme, look).height())
        top = rect.top() + theme.px(6)
        ink = theme.colour("muted" if line.listed.is_struck else "text")
        painter.setPen(ink)
        painter.setFont(theme.font(bold=True))
        painter.drawText(
            QRect(rect.left() + theme.px(16), top, self._left(), first),
            _VCENTER,
            when.clock(entry.at),
        )
        right = self._paint_right(painter, rect, line, QSize(first, top))
        left = rect.left() + self._left()
        tag_top = top + (first - tag_size(theme, look).height()) // 2
        left = paint_tag(painter, QPoint(left, tag_top), theme, look).right() + theme.px(8)
        painter.setFont(theme.font())
        painter.setPen(ink)
        room = max(right - left - theme.px(8), 0)
        words = metrics.elidedText(origin(line.listed.entry), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, top, room, first), _VCENTER, words)
        body = QRect(
            rect.left() + self._left(),
            top + first + theme.px(2),
            self._text_width(rect.width()),
            rect.height(),
        )
        self._paint_text(painter, body, line)

    def _paint_right(self, painter: QPainter, rect: QRect, line: EntryLine, place: QSize) -> int:
        """Draw number, officer and marks from the right edge; returns where they begin."""
        theme, (first, top) = self._theme, (place.width(), place.height())
        right = rect.right() - theme.px(16)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        # Other entries name this one by its number: 接第20条, 见第3条.
        name = f"第{line.listed.entry.no}条　{line.listed.entry.recorder}"
        width = QFontMetrics(theme.font("small")).horizontalAdvance(name)
        painter.drawText(QRect(right - width, top, width + 1, first), _VCENTER, name)
        right -= width + theme.px(8)
        for look in reversed(marks(line.listed, is_open=line.is_open)):
            size = tag_size(theme, look)
            right -= size.width()
            paint_tag(painter, QPoint(right, top + (first - size.height()) // 2), theme, look)
            right -= theme.px(6)
        return right

    def _paint_text(self, painter: QPainter, rect: QRect, line: EntryLine) -> None:
        theme = self._theme
        text = _body(line)
        rows = self._laid_out(text, rect.width())
        font = theme.font()
        font.setStrikeOut(line.listed.is_struck)
        painter.setFont(font)
        painter.setPen(theme.colour("muted" if line.listed.is_struck else "text"))
        metrics, pitch = QFontMetrics(theme.font()), self._pitch()
        for number, (start, length) in enumerate(rows[:MAX_LINES]):
            words = text[start : start + length]
            if number == MAX_LINES - 1 and len(rows) > MAX_LINES:
                words = metrics.elidedText(
                    text[start:].replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width()
                )
            row = QRect(rect.left(), rect.top() + number * pitch, rect.width(), pitch)
            painter.drawText(row, _VCENTER, words)


def _body(line: EntryLine) -> str:
    # Beside one another: a row shows three lines, and what was done belongs among them.
    text, beside = shown_text(line.listed), "　".join(remarks(line.listed.entry))
    return f"{text}\n{beside}" if beside else text
