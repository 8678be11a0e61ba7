"""A small word with an icon on a soft ground: kinds, marks and states in lists and heads.

Lists draw tags with :func:`paint_tag` in their delegates; forms and heads use :class:`Tag`.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.theme import Theme

_ICON = 14
_SIDE = 6
_GAP = 4


@dataclass(frozen=True, slots=True)
class TagLook:
    """What a tag shows: its word, its icon and the role (accent, overdue, soon, done, muted)."""

    word: str
    icon: str = ""
    role: str = "muted"

    @property
    def ground(self) -> str:
        """Return the colour role behind it; muted tags stand on the pressed colour."""
        return "pressed" if self.role == "muted" else f"{self.role}_soft"


def tag_size(theme: Theme, look: TagLook) -> QSize:
    """Return the pixels a tag takes with the type size now set."""
    metrics = QFontMetrics(theme.font("small"))
    width = metrics.horizontalAdvance(look.word) + 2 * theme.px(_SIDE)
    if look.icon:
        width += theme.px(_ICON) + theme.px(_GAP)
    return QSize(width, max(metrics.height(), theme.px(_ICON)) + theme.px(2))


def paint_tag(painter: QPainter, at: QPoint, theme: Theme, look: TagLook) -> QRect:
    """Draw a tag with its top left corner ``at`` and return the rectangle it took."""
    rect = QRect(at, tag_size(theme, look))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(look.ground))
    radius = theme.measure("radius")
    painter.drawRoundedRect(rect, radius, radius)
    left = rect.left() + theme.px(_SIDE)
    if look.icon:
        top = rect.top() + (rect.height() - theme.px(_ICON)) // 2
        painter.drawPixmap(QPoint(left, top), theme.pixmap(look.icon, look.role, _ICON))
        left += theme.px(_ICON) + theme.px(_GAP)
    painter.setPen(theme.colour(look.role))
    painter.setFont(theme.font("small"))
    words = QRect(left, rect.top(), rect.right() - left + 1, rect.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, look.word)
    painter.restore()
    return rect


class Tag(QWidget):
    """Shows one :class:`TagLook`; the word is always there, colour is never the only sign."""

    def __init__(self, theme: Theme, look: TagLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_look(self, look: TagLook) -> None:
        """Show another word."""
        self._look = look
        self._restyle()

    def sizeHint(self) -> QSize:
        return tag_size(self._theme, self._look)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_tag(painter, QPoint(0, 0), self._theme, self._look)
        painter.end()

    def _restyle(self) -> None:
        self.setAccessibleName(self._look.word)
        self.updateGeometry()
        self.update()
