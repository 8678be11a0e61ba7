"""The backup that follows a handover: beside the window, its trouble only a warning.

It is the only one: whoever looks after the record hears of it by the hub and makes none of its
own, for two at once got into each other's way.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from dutydesk.domain.backup import AutomaticBackup
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.ui.desk import Desk
from dutydesk.ui.tasks import Queue
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording import when
from dutydesk.wording.sentences import sentence

# The same strip as that of the day's backup: one that is made later takes down either.
_KEY = "backup"


class AfterBackup(QObject):
    """Runs the backup once duty has passed; duty has passed whatever becomes of it.

    ``told(str)`` says for the page how it stands.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, backup: Callable[[], AutomaticBackup], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._backup = desk, backup

    def run(self) -> None:
        """Back up on the pool."""
        self.told.emit("正在做交接班后的备份…")
        self._desk.runner.submit(
            self._backup, done=self._done, failed=self._failed, queue=Queue.POOL
        )

    def _done(self, backup: AutomaticBackup) -> None:
        words = f"交接班后的备份已做好（{when.full(backup.made.taken_at)}）"
        if backup.unreachable:
            self._warn(
                f"交接班后的备份已存在数据文件夹里，但没有另存到 {backup.unreachable}。"
                "请检查这个文件夹，或在设置里另选。"
            )
            words += f"，没有另存到 {backup.unreachable}"
        elif backup.second is not None:
            words += "，也另存了一份"
        self.told.emit(f"{words}。")
        self._desk.hub.backed_up.emit(backup)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        words = f"已交接，但备份没有做成。{sentence(error)}"
        self._warn(words, stays=True)
        self.told.emit(words)
        self._desk.hub.backed_up.emit(error)

    def _warn(self, words: str, *, stays: bool = False) -> None:
        self._desk.notices.put(Notice(_KEY, NoticeKind.WARNING, words, stays=stays))
