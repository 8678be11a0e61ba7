"""What is done with a paper beside the window: make it, and put on record that it left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSizeF, QStandardPaths, QTemporaryDir, Signal

from dutydesk.domain.changes import Done
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.officer import Actor
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_issue import PaperIssue, PaperKind, PaperPurpose, PaperRequest
from dutydesk.services.paper import Composed, PaperService
from dutydesk.ui.papers.pages import page_sizes
from dutydesk.ui.tasks import Queue, Runner, Watch

_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper as it will leave: what stands on it, the file, and its page sizes in points."""

    composed: Composed
    pdf: Pdf
    sizes: Sequence[QSizeF]

    @property
    def file_name(self) -> str:
        """Return the name proposed for a file, ``值班日志-2026-11-20.pdf``."""
        return _NOT_IN_A_NAME.sub("-", self.composed.title).strip(" .-") + ".pdf"


class ReaderFolder:
    """Where copies for the system's reader lie until the desk is closed; for this user only."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None

    def path(self) -> Path:
        """Return the folder, made when first needed."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        return Path(self._folder.path())


# Read and set beside the lane, sheet by sheet: on it a whole month would keep the log waiting.
LONG = frozenset({PaperKind.MONTH_VOLUME})


class PaperMaker(QObject):
    """Composes on the lane, sets on the pool; ``made(MadePaper)`` or ``failed(Exception)``.

    A long paper tells how far it is, ``told(number, total, words)``, and can be cancelled.
    """

    made = Signal(object)
    failed = Signal(object)
    told = Signal(int, int, str)

    def __init__(
        self, runner: Runner, service: PaperService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._service = runner, service
        self._asked = 0
        self._answered = 0
        self._watch: Watch | None = None

    def make(self, request: PaperRequest) -> None:
        """Make a paper; an earlier one still in the making is dropped."""
        self.cancel()
        self._asked += 1
        if request.kind in LONG:
            self._make_long(request)
            return
        self._runner.submit(
            partial(self._service.compose, request),
            done=partial(self._composed, self._asked),
            failed=partial(self._give_up, self._asked),
        )

    def cancel(self) -> bool:
        """Stop a long paper at its next sheet; tell whether there was one."""
        watch, self._watch = self._watch, None
        if watch is not None:
            self._asked += 1
            watch.cancel()
        return watch is not None

    def _make_long(self, request: PaperRequest) -> None:
        asked = self._asked
        watch = self._runner.submit_long(
            partial(_make, self._service, request),
            done=partial(self._finished, asked),
            failed=partial(self._give_up, asked),
            progress=partial(self._tell, asked),
        )
        # What is done at once needs no watch any more.
        self._watch = watch if self._answered != asked else None

    def _tell(self, asked: int, number: int, total: int, words: str) -> None:
        if asked == self._asked:
            self.told.emit(number, total, words)

    def _composed(self, asked: int, composed: Composed) -> None:
        if asked == self._asked:
            self._runner.submit(
                partial(_set, self._service, composed),
                done=partial(self._finished, asked),
                failed=partial(self._give_up, asked),
                queue=Queue.POOL,
            )

    def _finished(self, asked: int, made: MadePaper) -> None:
        if asked == self._asked:
            self._watch, self._answered = None, asked
            self.made.emit(made)

    def _give_up(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self._watch, self._answered = None, asked
            self.failed.emit(error)


def save_and_register(
    service: PaperService, made: MadePaper, target: Path, by: Actor
) -> Done[PaperIssue]:
    """Write the file, then register the copy; raises PaperNotWritten and store errors."""
    service.save(made.pdf, target)
    return service.issue(made.composed, made.pdf, PaperPurpose.SAVED, by=by)


def register_printed(service: PaperService, made: MadePaper, by: Actor) -> Done[PaperIssue]:
    """Register what the printer took; raises PaperNotWritten and store errors."""
    return service.issue(made.composed, made.pdf, PaperPurpose.PRINTED, by=by)


def proposed_file(made: MadePaper) -> str:
    """Return where a file is proposed to go: the documents folder of whoever works here."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(documents) / made.file_name) if documents else made.file_name


def as_pdf(target: Path) -> Path:
    """Return the path with the ending .pdf, which a typed name may lack."""
    return target if target.suffix.lower() == ".pdf" else target.with_name(f"{target.name}.pdf")


def _make(service: PaperService, request: PaperRequest, watch: Watch) -> MadePaper:
    composed, pdf = service.make(request, watch.step)
    return MadePaper(composed, pdf, page_sizes(pdf.content))


def _set(service: PaperService, composed: Composed) -> MadePaper:
    pdf = service.render(composed)
    return MadePaper(composed, pdf, page_sizes(pdf.content))
