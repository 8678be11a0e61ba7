"""The pinned PySide6 does not eat references to None: 6.12.0 did and killed Python 3.11 for it."""

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

CALLS = 2_000
TOLERATED_PER_CALL = 0.05


class Canvas(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.GlobalColor.black)
        painter.drawLine(0, 0, 5, 5)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pass


class Sender(QObject):
    plain = Signal()
    with_value = Signal(object)


def lost_per_call(call: Callable[[], object]) -> float:
    """Say by how much one call lowers (or raises) the reference count of None."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return (sys.getrefcount(None) - before) / CALLS


def test_a_reference_that_goes_astray_is_seen() -> None:
    # Upwards, since the way down is what kills the interpreter.
    increase = ctypes.pythonapi.Py_IncRef
    assert lost_per_call(lambda: increase(ctypes.py_object(None))) > TOLERATED_PER_CALL


def test_void_calls_leave_the_reference_count_of_none_alone(qtbot: QtBot) -> None:
    canvas, label, sender = Canvas(), QLabel(), Sender()
    qtbot.addWidget(canvas)
    qtbot.addWidget(label)
    canvas.show()
    sender.plain.connect(lambda: None)
    sender.with_value.connect(lambda value: None)
    here = QPointF(1, 1)
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton

    def move_mouse() -> None:
        event = QMouseEvent(QEvent.Type.MouseMove, here, here, left, left, none)
        QApplication.sendEvent(canvas, event)

    calls: dict[str, Callable[[], object]] = {
        "setter": lambda: label.setText("x"),
        "paint event": canvas.repaint,
        "signal": sender.plain.emit,
        "signal with None": lambda: sender.with_value.emit(None),
        "mouse event": move_mouse,
        "timer": lambda: (QTimer.singleShot(0, lambda: None), QApplication.processEvents()),
    }
    drifts = {name: lost_per_call(call) for name, call in calls.items()}
    assert {n: d for n, d in drifts.items() if abs(d) > TOLERATED_PER_CALL} == {}
