"""The row of files under the quick entry: thumbnail, name, a key to remove, progress."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.attachment import (
    MAX_PER_ENTRY,
    AttachmentLimits,
    AttachmentsTooMany,
    NewAttachment,
)
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.instants import china
from dutydesk.services.attachment import AttachmentService
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.attachment_intake import Brought, png_of
from dutydesk.ui.duty_log.attachment_look import Thumbnails
from dutydesk.ui.tasks import Watch
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.attachment import size_words
from dutydesk.wording.sentences import sentence

_SIDE = 24
_NAME_CHARACTERS = 11
_REMOVE_KEYS = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})

Source = Path | QImage


class AttachmentStrip(QWidget):
    """Takes files in one after another; ``edited``, ``said(words)``, ``shown(bool)``."""

    edited = Signal()
    said = Signal(str)
    shown = Signal(bool)

    def __init__(
        self, desk: Desk, service: Callable[[], AttachmentService], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self.files: list[NewAttachment] = []
        self._waiting: deque[Source] = deque()
        self._watch: Watch | None = None
        self._round = 0
        self._reading = ""
        self.thumbnails = Thumbnails(desk, service, _SIDE, self)
        self.list, self.progress = QListWidget(), QLabel()
        self.remove, self.stop = QPushButton("移除  Delete"), QPushButton("不要了")
        self._build()
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def is_reading(self) -> bool:
        """Tell whether a file is still being copied in."""
        return bool(self._reading)

    def bring(self, brought: Brought) -> None:
        """Queue files or a picture."""
        self.said.emit("")
        self._waiting.extend(brought.files)
        if brought.image is not None:
            self._waiting.append(brought.image)
        if not self._reading:
            self._next()

    def show_files(self, files: Sequence[NewAttachment]) -> None:
        """Show these files; what was still being copied is given up."""
        self._give_up()
        self.files = list(files)
        self._fill()

    def remove_current(self) -> None:
        """Take the chosen file off; its copy stays where it is and is named by nothing."""
        row = self.list.currentRow()
        if 0 <= row < len(self.files):
            del self.files[row]
            self._fill()
            self.list.setCurrentRow(min(row, len(self.files) - 1))
            self.said.emit("")
            self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.list
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and Qt.Key(event.key()) in _REMOVE_KEYS
        ):
            self.remove_current()
            return True
        return super().eventFilter(watched, event)

    def _next(self) -> None:
        if not self._waiting:
            self._end()
            return
        if len(self.files) >= MAX_PER_ENTRY:
            count = len(self.files) + len(self._waiting)
            self._waiting.clear()
            self._end()
            self.said.emit(sentence(AttachmentsTooMany(count, MAX_PER_ENTRY)))
            return
        source = self._waiting.popleft()
        self._reading = self._name(source)
        self._tell_progress(0, 0, "")
        self._desk.runner.submit(
            self._service().limits,
            done=partial(self._read, self._round, source),
            failed=partial(self._not_taken, self._round),
        )

    def _read(self, asked: int, source: Source, limits: AttachmentLimits) -> None:
        if asked != self._round:
            return
        self._watch = self._desk.runner.submit_long(
            partial(_take, self._service(), source, self._reading, limits),
            done=partial(self._taken, asked, limits),
            failed=partial(self._not_taken, asked),
            progress=partial(self._step, asked),
        )

    def _step(self, asked: int, number: int, total: int, words: str) -> None:
        if asked == self._round:
            self._tell_progress(number, total, words)

    def _taken(self, asked: int, limits: AttachmentLimits, new: NewAttachment) -> None:
        if asked != self._round:
            return
        if any(one.sha256 == new.sha256 for one in self.files):
            self.said.emit(f"“{new.name}”已经在附件里了。")
        else:
            self.files.append(new)
            if new.size > limits.warn:
                words = f"“{new.name}”有{size_words(new.size)}，已收下；备份会慢一些。"
                self.said.emit(words)
            self._fill()
            self.edited.emit()
        self._next()

    def _not_taken(self, asked: int, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        if asked == self._round:
            self.said.emit(sentence(error))
            self._next()

    def _give_up(self) -> None:
        """Forget what is being copied and what waits."""
        self._round += 1
        self._waiting.clear()
        if self._watch is not None:
            self._watch.cancel()
        self._end()

    def _end(self) -> None:
        self._reading, self._watch = "", None
        self._show_parts()

    def _tell_progress(self, number: int, total: int, words: str) -> None:
        more = f"，还有{len(self._waiting)}个" if self._waiting else ""
        share = f" {number * 100 // total}%" if total else ""
        self.progress.setText(f"正在读入 {words or self._reading}{share}{more}")
        self._show_parts()

    def _name(self, source: Source) -> str:
        if isinstance(source, Path):
            return source.name
        return f"粘贴图片 {china(self._desk.clock.now()):%m-%d %H%M%S}.png"

    def _fill(self) -> None:
        self.list.clear()
        for one in self.files:
            item = QListWidgetItem(self.thumbnails.icon(one), one.name)
            item.setSizeHint(self.list.gridSize())
            item.setToolTip(f"{one.name}　{size_words(one.size)}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())
            self.list.addItem(item)
        self._show_parts()

    def _on_thumbnail(self, sha256: str) -> None:
        for row, one in enumerate(self.files):
            if one.sha256 == sha256 and (item := self.list.item(row)) is not None:
                item.setIcon(self.thumbnails.icon(one))

    def _show_parts(self) -> None:
        self._row.setVisible(bool(self.files))
        self._foot.setVisible(self.is_reading)
        self._word.setText(f"附件{len(self.files)}")
        self.shown.emit(bool(self.files) or self.is_reading)

    def _build(self) -> None:
        self._word = QLabel()
        set_style(self._word, tone="muted")
        set_style(self.progress, tone="muted")
        self.list.setAccessibleName("附件，Delete 移除")
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(False)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.remove.clicked.connect(self.remove_current)
        self.stop.clicked.connect(self._on_stop)
        self.thumbnails.made.connect(self._on_thumbnail)
        self._row, self._foot = QWidget(), QWidget()
        rows = ((self._row, (self._word, self.list, self.remove)),)
        for holder, widgets in (*rows, (self._foot, (self.progress, self.stop))):
            line = QHBoxLayout(holder)
            line.setContentsMargins(0, 0, 0, 0)
            for widget in widgets:
                line.addWidget(widget, 1 if widget in {self.list, self.progress} else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        column.addWidget(self._foot)

    def _on_stop(self) -> None:
        self._give_up()
        self.said.emit("")

    def _restyle(self) -> None:
        theme = self._desk.theme
        metrics = QFontMetrics(theme.font())
        width = metrics.horizontalAdvance("国") * _NAME_CHARACTERS + theme.px(_SIDE + 24)
        height = max(theme.measure("row"), theme.px(_SIDE + 8))
        self.list.setIconSize(QSize(theme.px(_SIDE), theme.px(_SIDE)))
        self.list.setGridSize(QSize(width, height))
        self.list.setFixedHeight(height + theme.px(4))
        self.progress.setFont(theme.font("small"))
        self._fill()


def _take(
    service: AttachmentService, source: Source, name: str, limits: AttachmentLimits, watch: Watch
) -> NewAttachment:
    """Copy one source in, on the pool; progress in bytes."""
    if isinstance(source, QImage):
        return service.take_in_bytes(name, png_of(source), limits)
    total = source.stat().st_size if source.is_file() else 0

    def told(count: int) -> None:
        watch.step(count, total, name)

    return service.take_in(source, limits, told)
