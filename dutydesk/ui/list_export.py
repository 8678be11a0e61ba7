"""The verb of every room with a list: write it to a spreadsheet (Ctrl+Shift+X).

Hung on a room by the application. Writing runs beside the store lane; what takes over half a
second shows how far it is and can be stopped, and then there is no file.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QProgressDialog

from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.instants import china
from dutydesk.domain.list_table import ListTable, WrittenList
from dutydesk.services.list_export import ListExportService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.messages import FileWish
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.tasks import Watch
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording.list_table import written_words
from dutydesk.wording.sentences import sentence

ENDING = ".xlsx"
_SHOWN_AFTER_MS = 500
_KEY = "list_export"

# Returns, on the GUI thread, the job that composes what is shown there now.
Wanted = Callable[[], Callable[[], ListTable]]


def export_spec(room_id: str, word: str) -> ActionSpec:
    """Return the verb of one room."""
    return ActionSpec(
        f"{room_id}.export_list",
        "导出表格",
        "Ctrl+Shift+X",
        ActionGroup.ENTRY,
        "download",
        room=word,
    )


class ListExportDeed(QObject):
    """One room's verb; its spec is made by :func:`export_spec`."""

    def __init__(
        self, panel: RoomPanel, service: ListExportService, spec: ActionSpec, wanted: Wanted
    ) -> None:
        super().__init__(panel)
        self._panel, self._service, self._wanted = panel, service, wanted
        self._title = spec.room
        self._watch: Watch | None = None
        self._progress: QProgressDialog | None = None
        panel.desk.actions.add(spec, self.ask, panel, local=True)

    def ask(self) -> None:
        """Ask where to, and write."""
        desk = self._panel.desk
        if self._progress is not None or not desk.session.seat.may_write:
            return
        where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{self._title}-{china(desk.clock.now()).date().isoformat()}{ENDING}"
        wish = FileWish("导出表格", str(Path(where) / name), (f"*{ENDING}",))
        target = desk.messages.save_file(wish)
        if target is None:
            return
        if target.suffix.lower() != ENDING:
            target = target.with_name(target.name + ENDING)
        self._begin(target)

    def stop(self) -> None:
        """Stop what is being written: there will be no file."""
        if self._watch is not None:
            self._watch.cancel()
        self._end()
        self._tell(NoticeKind.HINT, "已停止导出，没有写出文件。")

    def _begin(self, target: Path) -> None:
        progress = QProgressDialog("正在导出表格…", "停止", 0, 0, self._panel.window())
        progress.setWindowTitle("导出表格")
        progress.setMinimumDuration(_SHOWN_AFTER_MS)
        progress.canceled.connect(self.stop)
        self._progress = progress
        job = partial(_written_to, self._service, self._wanted(), target)
        self._watch = self._panel.desk.runner.submit_long(
            job, done=self._note, failed=self._failed, progress=self._show
        )

    def _show(self, done: int, total: int, _words: str) -> None:
        if self._progress is not None:
            self._progress.setMaximum(total + 1)
            self._progress.setValue(done)

    def _note(self, written: WrittenList) -> None:
        self._end()
        desk = self._panel.desk
        job = partial(self._service.note, written, by=desk.session.seat.actor)
        desk.runner.submit(job, done=self._done, failed=self._failed)

    def _done(self, written: WrittenList) -> None:
        self._tell(NoticeKind.DONE, written_words(written))

    def _failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._tell(NoticeKind.ERROR, sentence(error))

    def _end(self) -> None:
        if self._progress is not None:
            progress, self._progress = self._progress, None
            progress.canceled.disconnect(self.stop)
            progress.close()
            progress.deleteLater()

    def _tell(self, kind: NoticeKind, words: str) -> None:
        self._panel.desk.notices.put(Notice(_KEY, kind, words))


def _written_to(
    service: ListExportService, table: Callable[[], ListTable], target: Path, watch: Watch
) -> WrittenList:
    """Compose and write; a job for the pool, which keeps no reader of its own."""

    def step(done: int, total: int) -> None:
        watch.step(done, total, "")

    try:
        return service.write(table(), target, step)
    finally:
        service.let_go()
