"""The backup that follows a handover: beside the window, its trouble only a warning."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from dutydesk.domain.backup import AutomaticBackup
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.ui.desk import Desk
from dutydesk.ui.tasks import Queue
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording.sentences import sentence

_KEY = "handover.backup"


class AfterBackup(QObject):
    """Runs the backup once duty has passed; duty has passed whatever becomes of it."""

    def __init__(self, desk: Desk, backup: Callable[[], AutomaticBackup], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._backup = desk, backup

    def run(self) -> None:
        """Back up on the pool."""
        self._desk.runner.submit(
            self._backup, done=self._done, failed=self._failed, queue=Queue.POOL
        )

    def _done(self, backup: AutomaticBackup) -> None:
        if backup.unreachable:
            self._warn(
                f"交接班后的备份已存在数据文件夹里，但没有另存到 {backup.unreachable}。"
                "请检查这个文件夹，或在设置里另选。"
            )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._warn(f"已交接，但备份没有做成。{sentence(error)}")

    def _warn(self, words: str) -> None:
        self._desk.notices.put(Notice(_KEY, NoticeKind.WARNING, words))
