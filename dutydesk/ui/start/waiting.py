"""Work before there is a window: done beside, with words once it takes longer than a moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

from dutydesk.ui.tasks import Queue, Runner
from dutydesk.ui.theme import Theme

T = TypeVar("T")
_QUIET_MS = 400


class Waiting(QObject):
    """Runs one job on the pool and returns its result while the screen stays alive."""

    def __init__(self, theme: Theme, runner: Runner) -> None:
        super().__init__()
        self._theme, self._runner = theme, runner
        self._loop = QEventLoop()
        self._outcome: tuple[object, Exception | None] | None = None

    def result(self, words: str, job: Callable[[], T], parent: QWidget | None = None) -> T:
        """Return what the job returns or raise what it raises; ``words`` say what goes on."""
        self._outcome = None
        self._runner.submit(job, done=self._done, failed=self._failed, queue=Queue.POOL)
        if self._outcome is None:
            box = _box(self._theme, words, parent)
            QTimer.singleShot(_QUIET_MS, box, box.show)
            self._loop.exec()
            box.close()
            box.deleteLater()
        value, error = cast("tuple[object, Exception | None]", self._outcome)
        if error is not None:
            raise error
        return cast("T", value)

    def _done(self, value: object) -> None:
        self._end((value, None))

    def _failed(self, error: Exception) -> None:
        self._end((None, error))

    def _end(self, outcome: tuple[object, Exception | None]) -> None:
        self._outcome = outcome
        self._loop.quit()


def _box(theme: Theme, words: str, parent: QWidget | None) -> QDialog:
    box = QDialog(parent, Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint)
    box.setWindowTitle("值守台")
    box.setModal(True)
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setAccessibleName(words)
    column = QVBoxLayout(box)
    column.setContentsMargins(*(theme.px(24),) * 4)
    column.setSpacing(theme.px(12))
    column.addWidget(QLabel(words))
    column.addWidget(bar)
    box.setMinimumWidth(theme.px(320))
    return box
