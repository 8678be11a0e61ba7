"""What a picture book is made of: scenes of one window, grouped in stages of one moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

Show = Callable[[], QWidget | None]


@dataclass(frozen=True, slots=True)
class Scene:
    """One thing to look at; ``show`` brings it up, ``leave`` puts things back afterwards.

    ``show`` returns what is pictured; None stands for the window that came up by itself. ``width``
    narrows the window where only a narrow one is meant, ``wait`` gives milliseconds to what is
    searched or drawn a moment later.
    """

    name: str
    show: Show
    leave: Callable[[], object] = lambda: None
    width: int = 0
    wait: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """Scenes that share a window; ``begin`` moves the world on before the first look.

    Without a window the scenes stand alone, as the first start does.
    """

    window: QWidget | None
    scenes: Sequence[Scene]
    begin: Callable[[], object] = field(default=lambda: None)


def settle() -> None:
    """Let everything that waits happen, also the end of closed windows."""
    for _ in range(3):
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def come_up(window: QWidget | None) -> QWidget:
    """Return the window that stands before ``window``; raises LookupError when there is none."""
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible() and widget.isWindow():
            return widget
    raise LookupError("no dialog came up")


def put_away(widget: QWidget) -> None:
    """Close what came up, without letting a dialog ask whether it may go."""
    if isinstance(widget, QDialog):
        widget.hide()
        widget.deleteLater()
    else:
        widget.close()
    settle()
