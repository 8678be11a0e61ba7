"""A form that stands whole where there is height for it, and scrolls only where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from dutydesk.ui.widgets.steady_scroll import SteadyScroll


class LowScroll(SteadyScroll):
    """Asks for the height of its form, and can do with that of one field."""

    def __init__(self, form: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        # The form folds its rows by the width it gets, so it must be let down to any.
        form.setMinimumWidth(1)
        self.setWidget(form)
        # The room's own ground shows through; Qt would fill both with another.
        for filled in (form, self.viewport()):
            filled.setAutoFillBackground(False)
        form.installEventFilter(self)
        # The form gets its height after the area: only then can it be scrolled far enough.
        self.verticalScrollBar().rangeChanged.connect(self._show_focus)

    def sizeHint(self) -> QSize:
        return QSize(self._form.sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        one_field = self.fontMetrics().height() * 3
        return QSize(self._form.minimumSizeHint().width(), min(one_field, self._height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # A strip above took height: the field being typed in must not go with it.
        super().resizeEvent(event)
        self._show_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._form and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _show_focus(self, _least: int = 0, _most: int = 0) -> None:
        focus: QWidget | None = self.window().focusWidget()
        if focus is not None and self._form.isAncestorOf(focus):
            # Qt's own way shows the line of the cursor, not the whole field.
            place = focus.rect().translated(focus.mapTo(self._form, QPoint(0, 0)))
            for y in (place.bottom() + 1, place.top()):
                self.ensureVisible(place.left(), y, 0, 0)

    def _height(self) -> int:
        return self._form.minimumSizeHint().height()
