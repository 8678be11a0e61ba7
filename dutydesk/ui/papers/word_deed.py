"""A paper as a Word file: ask where to, compose, fill the template, put on record that it left."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.officer import Actor
from dutydesk.domain.paper import WordFile
from dutydesk.domain.paper_issue import PaperIssue, PaperPurpose, PaperRequest
from dutydesk.domain.word_template import TemplatesExported
from dutydesk.services.paper import Composed, PaperService
from dutydesk.services.word_template import WordTemplateService
from dutydesk.ui.desk import Desk
from dutydesk.ui.messages import FileWish
from dutydesk.ui.tasks import Queue
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording.sentences import sentence

ENDING = ".docx"
_KEY = "word_file"
_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class WordDeed(QObject):
    """Composes on the lane, fills on the pool, writes and registers on the lane."""

    def __init__(
        self,
        desk: Desk,
        service: PaperService,
        templates: WordTemplateService,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._templates = desk, service, templates

    def write(self, request: PaperRequest) -> None:
        """Write a paper; only who may write takes one out of the desk."""
        if self._desk.session.seat.may_write:
            self._desk.runner.submit(
                partial(self._service.compose, request), done=self._ask, failed=self._failed
            )

    def take_out_templates(self) -> None:
        """Put the shipped templates where the unit changes them."""
        if self._desk.session.seat.may_write:
            self._desk.runner.submit(
                self._templates.export, done=self._taken_out, failed=self._failed
            )

    def _ask(self, composed: Composed) -> None:
        where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = _NOT_IN_A_NAME.sub("-", composed.title).strip(" .-") + ENDING
        wish = FileWish("存为 Word 文件", str(Path(where) / name), (f"*{ENDING}",))
        target = self._desk.messages.save_file(wish)
        if target is None:
            return
        if target.suffix.lower() != ENDING:
            target = target.with_name(target.name + ENDING)
        self._desk.runner.submit(
            partial(self._service.render_word, composed),
            done=partial(self._filled, composed, target),
            failed=self._failed,
            queue=Queue.POOL,
        )

    def _filled(self, composed: Composed, target: Path, word: WordFile) -> None:
        by = self._desk.session.seat.actor
        self._desk.runner.submit(
            partial(_save_and_register, self._service, (composed, word), target, by),
            done=partial(self._registered, target),
            failed=self._failed,
        )

    def _registered(self, target: Path, done: Done[PaperIssue]) -> None:
        self._desk.hub.announce(done.changes, self)
        self._tell(NoticeKind.DONE, f"已存为 {target}，登记为第{done.value.copy_no}份。")

    def _taken_out(self, done: TemplatesExported) -> None:
        kept = f"已有的{len(done.kept)}个没有动。" if done.kept else ""
        taken = f"取出{len(done.written)}个模板，放在 {done.folder}。"
        self._tell(NoticeKind.DONE, f"{taken}{kept}用 WPS 改好存盘，下次就按它生成。")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._tell(NoticeKind.ERROR, sentence(error))

    def _tell(self, kind: NoticeKind, words: str) -> None:
        self._desk.notices.put(Notice(_KEY, kind, words))


def _save_and_register(
    service: PaperService, made: tuple[Composed, WordFile], target: Path, by: Actor
) -> Done[PaperIssue]:
    composed, word = made
    service.save(word, target)
    return service.issue(composed, word, PaperPurpose.SAVED, by=by)
