"""Keeps what is being typed: a draft is on disk within a second of the last key.

While the disk does not take it, it is tried again by itself: whoever has stopped typing should
not have to press a key for that.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer

from dutydesk.domain.draft import Draft
from dutydesk.domain.errors import StoreError
from dutydesk.ui.desk import Desk
from dutydesk.ui.tasks import RunnerClosedError
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind

Then = Callable[[], object]
Failed = Callable[[StoreError], object]

_PAUSE_MS = 600
_AGAIN_MS = 5000
_NOTICE = "draft"


class DraftKeeper(QObject):
    """Saves the form's draft a little after each key; ``touch`` it at every edit.

    ``is_failing`` while the disk has not taken what was tried last.
    """

    def __init__(self, desk: Desk, content: Callable[[], Draft | None], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._content = desk, content
        self.is_failing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._on_pause)

    def touch(self) -> None:
        """Remember that something was typed; typing on does not put the saving off for ever."""
        if not self._timer.isActive() or self._timer.interval() > _PAUSE_MS:
            self._timer.start(_PAUSE_MS)

    def save(self, then: Then | None = None, failed: Failed | None = None) -> None:
        """Write the draft now; ``then`` once it is kept, ``failed`` with why it is not.

        Only ``then`` may a form be emptied. Nothing typed needs no keeping.
        """
        self._timer.stop()
        draft = self._content()
        if draft is None:
            if then is not None:
                then()
        elif self._desk.session.seat.may_write:
            job = partial(self._desk.drafts.keep, draft)
            self._desk.runner.submit(
                job, done=partial(self._saved, then), failed=partial(self._lost, failed)
            )

    def forget(self) -> None:
        """Stop waiting: what was typed is on record, or another draft is shown."""
        self._timer.stop()

    def give_up(self, draft_id: str) -> None:
        """Forget a draft that nobody wants any more."""
        self._timer.stop()
        if self._desk.session.seat.may_write:
            job = partial(self._desk.drafts.drop, draft_id)
            self._desk.runner.submit(
                job, done=partial(self._saved, None), failed=partial(self._lost, None)
            )

    def _on_pause(self) -> None:
        # Whoever closed the desk kept what was typed; the clock may strike once more after that.
        with suppress(RunnerClosedError):
            self.save()

    def _saved(self, then: Then | None, _nothing: None) -> None:
        """Say nothing of a draft that is kept; take down a strip that said otherwise."""
        self.is_failing = False
        self._desk.notices.take_down(_NOTICE)
        if then is not None:
            then()

    def _lost(self, failed: Failed | None, error: Exception) -> None:
        if not isinstance(error, StoreError):
            raise error
        self.is_failing = True
        # Loaded late: the words of every refusal are not needed before one happens.
        from dutydesk.wording.sentences import sentence  # noqa: PLC0415

        words = f"草稿没有存下：{sentence(error)}"
        self._desk.notices.put(Notice(_NOTICE, NoticeKind.ERROR, words, stays=True))
        if self._content() is not None and not self._timer.isActive():
            self._timer.start(_AGAIN_MS)
        if failed is not None:
            failed(error)
