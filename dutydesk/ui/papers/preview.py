"""The preview window: the pages of the very file, and the buttons by which it leaves the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.paper_issue import PaperIssue, PaperPurpose, PaperRequest
from dutydesk.services.paper import PaperService
from dutydesk.ui.desk import Desk
from dutydesk.ui.messages import FileWish
from dutydesk.ui.papers import preview_words
from dutydesk.ui.papers.page_view import PageView
from dutydesk.ui.papers.paper_job import (
    LONG,
    MadePaper,
    PaperMaker,
    ReaderFolder,
    as_pdf,
    proposed_file,
    register_printed,
    save_and_register,
)
from dutydesk.ui.papers.preview_bars import PageBar, PaperButtons, Working
from dutydesk.ui.papers.printing import (
    ChoosePrinter,
    NoPrinter,
    PrinterNotReady,
    choose_printer,
    print_pages,
)
from dutydesk.ui.tasks import Watch
from dutydesk.ui.widgets.notice_strip import Notice, NoticeBoard, NoticeKind
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.paper import PAPER_KIND
from dutydesk.wording.sentences import sentence

_WIDTH, _HEIGHT = 980, 760
_FILTER = "PDF文件 (*.pdf)"


def open_with_reader(path: Path) -> bool:
    """Open a file with the program the officer uses for PDF; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@dataclass(frozen=True, slots=True)
class Outlets:
    """The ways out of the desk, exchanged in tests: a printer and the system's reader."""

    choose_printer: ChoosePrinter = choose_printer
    open_file: Callable[[Path], bool] = open_with_reader
    reader_folder: ReaderFolder = field(default_factory=ReaderFolder)


class PaperPreview(QWidget):
    """Shows one paper beside the desk, freed by Esc; ``issued(PaperIssue)`` with each copy."""

    help_page = "papers"
    issued = Signal(object)

    def __init__(
        self, desk: Desk, service: PaperService, outlets: Outlets, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._service, self._outlets = desk, service, outlets
        self._request: PaperRequest | None = None
        self._made: MadePaper | None = None
        self._watch: Watch | None = None
        self._is_printing = False
        self._opened: Path | None = None
        self.notices = NoticeBoard(desk.theme)
        self.view = PageView(desk.theme, desk.runner)
        self.pages = PageBar(desk.theme, self.view)
        self.buttons = PaperButtons(desk.theme)
        self.working = Working(desk.theme)
        self._maker = PaperMaker(desk.runner, service, self)
        self._build()
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def show_paper(self, request: PaperRequest) -> None:
        """Make a paper and show it; the window stands at once and says 正在生成."""
        request = self.pages.offer_mask(request, self._desk.session.seat)
        self._request, self._made = request, None
        word = PAPER_KIND[request.kind]
        self.setWindowTitle(f"{word} 预览")
        self.notices.take_down("paper")
        self._wait("正在生成…", can_cancel=request.kind in LONG, cancel_words="取消")
        self._maker.make(request)

    def paper(self) -> MadePaper | None:
        """Return the paper shown, None while it is made or when it could not be made."""
        return self._made

    def print_paper(self) -> None:
        """Ask for a printer and send the pages; the copy is registered when they are taken."""
        made = self._ready()
        if made is None:
            return
        try:
            target = self._outlets.choose_printer(self, made.composed.title, made.pdf.pages)
        except NoPrinter:
            self._tell(NoticeKind.ERROR, preview_words.NO_PRINTER)
            return
        if target is None:
            return
        self._wait("正在打印…", can_cancel=True)
        self._is_printing = True
        watch = self._desk.runner.submit_long(
            partial(print_pages, made.pdf.content, target),
            done=partial(self._printed, made),
            failed=self._failed,
            progress=self.working.step,
        )
        if self._is_printing:
            self._watch = watch

    def save_as(self) -> None:
        """Ask for a file, write the very bytes there and register the copy."""
        made = self._ready()
        if made is None:
            return
        wish = FileWish("另存为", proposed_file(made), (_FILTER,))
        target = self._desk.messages.save_file(wish)
        if target is not None:
            self._save(made, as_pdf(target))

    def open_outside(self) -> None:
        """Open a copy with the system's reader; it left the desk, so it is registered."""
        made = self._ready()
        if made is None:
            return
        self._opened = self._outlets.reader_folder.path() / made.file_name
        self._save(made, self._opened)

    def cancel(self) -> None:
        """Stop between two pages, or close over a paper in the making; nothing is registered."""
        if self._maker.cancel():
            self.close()
        elif self._watch is not None:
            self._watch.cancel()
            self._rest()
            self._tell(NoticeKind.HINT, "已取消打印，没有登记。")

    def closeEvent(self, event: QCloseEvent) -> None:
        self._maker.cancel()
        if self._watch is not None:
            self._watch.cancel()
        super().closeEvent(event)

    # parts

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self._column = QVBoxLayout(self)
        for widget in (self.notices, self.pages):
            self._column.addWidget(widget)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self.working, 1)
        self._column.addWidget(self.buttons)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._maker.made.connect(self._show_made)
        self._maker.failed.connect(self._failed)
        self.pages.mask_wanted.connect(self._mask)
        self._maker.told.connect(self.working.step)
        self.working.cancelled.connect(self.cancel)
        self.buttons.print_wanted.connect(self.print_paper)
        self.buttons.save_wanted.connect(self.save_as)
        self.buttons.reader_wanted.connect(self.open_outside)
        self.buttons.close_wanted.connect(self.close)
        for keys, handler in (
            (("Ctrl+P",), self.print_paper),
            (("Ctrl+S",), self.save_as),
            (("Ctrl++", "Ctrl+="), self.view.larger),
            (("Ctrl+-",), self.view.smaller),
            (("Ctrl+0",), self.view.fit_width),
            (("Esc",), self.close),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self, handler)

    def _restyle(self) -> None:
        theme = self._desk.theme
        self.setMinimumSize(theme.px(480), theme.px(320))
        parent = self.parentWidget()
        if parent is not None and not self.isVisible():
            room = parent.window().size()
            self.resize(min(theme.px(_WIDTH), room.width()), min(theme.px(_HEIGHT), room.height()))

    def _ready(self) -> MadePaper | None:
        may = not self._is_printing and self._desk.session.seat.may_write
        return self._made if may else None

    def _mask(self, is_masked: bool) -> None:
        if self._request is not None:
            self.show_paper(replace(self._request, is_masked=is_masked))

    # answers

    def _show_made(self, made: MadePaper) -> None:
        self._made = made
        self._wait("")
        self.setWindowTitle(f"{made.composed.title} 预览")
        self.view.show_pages(made.pdf.content, made.sizes)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        glyphs = "、".join(f"“{one.character}”" for one in made.pdf.missing_glyphs)
        if not self._desk.session.seat.may_write:
            self._tell(NoticeKind.HINT, preview_words.ONLY_LOOKING)
        if glyphs:
            self._tell(
                NoticeKind.WARNING,
                f"{glyphs}字体里没有，纸上印成〓。请打印后用笔补上。",
                key="glyphs",
            )
        else:
            self.notices.take_down("glyphs")

    def _save(self, made: MadePaper, target: Path) -> None:
        by = self._desk.session.seat.actor
        self._desk.runner.submit(
            partial(save_and_register, self._service, made, target, by),
            done=partial(self._registered, str(target)),
            failed=self._failed,
        )

    def _printed(self, made: MadePaper, sent: int) -> None:
        self._rest()
        by = self._desk.session.seat.actor
        self._desk.runner.submit(
            partial(register_printed, self._service, made, by),
            done=partial(self._registered, f"{sent}页"),
            failed=self._not_registered,
        )

    def _registered(self, where: str, done: Done[PaperIssue]) -> None:
        self._desk.hub.announce(done.changes, self)
        issue = done.value
        if issue.purpose is PaperPurpose.PRINTED:
            self._tell(NoticeKind.DONE, f"已打印 {where}，登记为第{issue.copy_no}份。")
        elif self._opened is not None and str(self._opened) == where:
            self._show_outside(issue)
        else:
            self._tell(NoticeKind.DONE, f"已保存，登记为第{issue.copy_no}份：{where}")
        self.issued.emit(issue)

    def _show_outside(self, issue: PaperIssue) -> None:
        opened, self._opened = self._opened, None
        if opened is not None and self._outlets.open_file(opened):
            words = f"已用阅读器打开，登记为第{issue.copy_no}份。"
            self._tell(NoticeKind.DONE, words)
        else:
            self._tell(NoticeKind.ERROR, preview_words.NO_READER)

    def _not_registered(self, error: Exception) -> None:
        self._say(error, "纸已经送往打印机，但没有登记：")

    def _failed(self, error: Exception) -> None:
        self._opened = None
        self._rest()
        self._say(error, "")

    def _rest(self) -> None:
        self._watch, self._is_printing = None, False
        self._wait("")

    def _say(self, error: Exception, before: str) -> None:
        if isinstance(error, PrinterNotReady):
            self._tell(NoticeKind.ERROR, preview_words.PRINTER_NOT_READY)
            return
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._tell(NoticeKind.ERROR, before + sentence(error))

    def _tell(self, kind: NoticeKind, words: str, key: str = "paper") -> None:
        self.notices.put(Notice(key, kind, words))

    def _wait(
        self, words: str, *, can_cancel: bool = False, cancel_words: str = "取消打印"
    ) -> None:
        """Show what is being done in place of the pages; without words show the pages."""
        if words:
            self.working.begin(words, can_cancel=can_cancel, cancel_words=cancel_words)
        self.working.setVisible(bool(words))
        self.view.setVisible(not words)
        is_ready = not words and self._made is not None
        self.pages.set_ready(is_ready=is_ready)
        self.buttons.set_ready(is_ready=is_ready and self._desk.session.seat.may_write)
