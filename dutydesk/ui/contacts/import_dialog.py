"""Taking a file of contacts: look, correct what the columns are, see what would happen, take."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.contact_file import FilePreview, SheetMapping
from dutydesk.domain.contact_import import ImportReport
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.import_doubt import PairDecision
from dutydesk.services.contact_import import ContactImportService
from dutydesk.ui.contacts.doubt_dialog import DoubtDialog
from dutydesk.ui.contacts.mapping_view import MappingView
from dutydesk.ui.contacts.problem_table import ProblemTable
from dutydesk.ui.desk import Desk
from dutydesk.ui.tasks import Queue
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.wording.sentences import sentence

_WIDTH, _HEIGHT = 1000, 700
_PAUSE_MS = 150
_CARD_ENDING = ".vcf"


class ImportDialog(QDialog):
    """Shows a file before it is taken; ``imported(ImportReport)`` after COMMIT.

    All or nothing: what is refused changes nothing, and the dialog stays as it is.
    """

    help_page = "import"
    comes_back = True

    imported = Signal(object)

    def __init__(
        self, desk: Desk, service: ContactImportService, path: Path, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._path = desk, service, path
        self._asked = 0
        self.sheets: list[MappingView] = []
        self.report: ImportReport | None = None
        self.decisions: dict[int, PairDecision] = {}
        self._decided_for: tuple[SheetMapping, ...] = ()
        self._import_id = service.new_id()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"导入 {path.name}")
        self.choice = ChoiceBox(desk.theme, "工作表")
        self._pages = QStackedWidget()
        self.counts = QLabel("正在读文件…")
        self.table = ProblemTable(desk)
        self.problems = self.table.problems
        self.answer = QLabel()
        self._buttons = QDialogButtonBox()
        self.compare = QPushButton()
        self.take = self._buttons.addButton("导入", QDialogButtonBox.ButtonRole.AcceptRole)
        self._pause = QTimer(self)
        self._build()
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        desk.runner.submit(
            partial(service.preview, path),
            done=self._show_preview,
            failed=self._refused,
            queue=Queue.POOL,
        )

    def mapping(self) -> tuple[SheetMapping, ...]:
        """Return how the file is to be read, as changed so far."""
        return tuple(sheet.mapping() for sheet in self.sheets)

    def submit(self) -> None:
        """Take the file; the dialog waits and stays when it is refused."""
        if self.report is None:
            return
        if any(doubt.at not in self.decisions for doubt in self.report.doubts):
            # Nobody is merged, changed or doubled unseen.
            self.look_at_doubts()
            return
        self.take.setEnabled(False)
        self._say("正在导入…", tone="muted")
        job = partial(
            self._service.import_file,
            self._path,
            self.mapping(),
            dict(self.decisions),
            import_id=self._import_id,
            by=self._desk.session.seat.actor,
        )
        self._desk.runner.submit(job, done=self._taken, failed=self._refused)

    def recount(self) -> None:
        """Ask what an import would do now; an older answer is dropped."""
        self._asked += 1
        if self._decided_for != (mapping := self.mapping()):
            # Read in another way the people are others.
            self._decided_for, self.decisions = mapping, {}
        self.report = None
        self.take.setEnabled(False)
        self._say("")
        self.counts.setText("正在核对…")
        self._desk.runner.submit(
            partial(self._service.would_import, self._path, mapping, dict(self.decisions)),
            done=partial(self._show_counts, self._asked),
            failed=partial(self._count_refused, self._asked),
        )

    def look_at_doubts(self) -> None:
        """Show the pairs that may be one person, side by side."""
        if self.report is None or not self.report.doubts:
            return
        dialog = DoubtDialog(self._desk, self.report.doubts, self.decisions, self)
        dialog.decided.connect(self._decide)
        dialog.open()

    def _decide(self, decisions: dict[int, PairDecision]) -> None:
        self.decisions = decisions
        self.recount()

    def _build(self) -> None:
        set_style(self.answer, tone="overdue")
        set_style(self.take, rank="primary")
        for label in (self.answer, self.counts):
            label.setWordWrap(True)
        self.answer.hide()
        self.choice.hide()
        self.compare.hide()
        self.compare.setAutoDefault(False)
        self.compare.clicked.connect(self.look_at_doubts)
        self.take.setEnabled(False)
        self.table.hide()
        self._buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside.addWidget(self._pages, 3)
        self._inside.addWidget(self.table, 2)
        # With large type the tables need more height than the screen has.
        scroll = SteadyScroll(bar_stays=False)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self._column = QVBoxLayout(self)
        self._column.addWidget(scroll, 1)
        self._column.addWidget(self.counts)
        self._column.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.answer)
        self._column.addWidget(self._buttons)
        self._buttons.accepted.connect(self.submit)
        self._buttons.rejected.connect(self.reject)
        self.choice.activated.connect(self._pages.setCurrentIndex)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.recount)

    def _show_preview(self, preview: FilePreview) -> None:
        is_fixed = self._path.suffix.lower() == _CARD_ENDING
        for sheet in preview.sheets:
            view = MappingView(self._desk.theme, sheet, is_fixed=is_fixed)
            view.changed.connect(self._pause.start)
            self.sheets.append(view)
            self._pages.addWidget(view)
            self.choice.addItem(sheet.mapping.sheet)
        self.choice.setVisible(len(preview.sheets) > 1)
        taken = [at for at, sheet in enumerate(preview.sheets) if not sheet.mapping.is_ignored]
        first = taken[0] if taken else 0
        self.choice.setCurrentIndex(first)
        self._pages.setCurrentIndex(first)
        self.recount()

    def _show_counts(self, asked: int, report: ImportReport) -> None:
        if asked != self._asked:
            return
        self.report = report
        doubts = f"上面{len(report.problems)}处请看一下。" if report.problems else ""
        self.counts.setText(report_words(report) + doubts)
        self.table.show_problems(report.problems)
        open_ones = sum(doubt.at not in self.decisions for doubt in report.doubts)
        state = f"，{open_ones}对还没有核对" if open_ones else "，已核对"
        self.compare.setText(f"核对疑似重复（{len(report.doubts)}对{state}）")
        self.compare.setVisible(bool(report.doubts))
        new = report.added + report.updated
        self.take.setText(f"导入{new}人" if new else "没有新内容")
        self.take.setEnabled(new > 0 or open_ones > 0)

    def _count_refused(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self.counts.clear()
            self.table.show_problems(())
            self._refused(error)

    def _taken(self, done: Done[ImportReport]) -> None:
        self._desk.hub.announce(done.changes, self)
        self.imported.emit(done.value)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.take.setEnabled(self.report is not None)
        if not isinstance(error, Refusal | StoreError):
            raise error
        if not self.sheets:
            self.counts.clear()
        self._say(sentence(error))

    def _say(self, words: str, tone: str = "overdue") -> None:
        set_style(self.answer, tone=tone)
        self.answer.setText(words)
        self.answer.setVisible(bool(words))

    def _restyle(self) -> None:
        theme = self._desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.px(8))
        self._inside.setSpacing(theme.px(8))
        self.table.restyle()
        parent = self.parentWidget()
        if parent is not None and not self.isVisible():
            room = parent.window().size()
            self.resize(
                min(theme.px(_WIDTH), room.width() - side),
                min(theme.px(_HEIGHT), room.height() - side),
            )


def report_words(report: ImportReport) -> str:
    """Return what an import does or did in one line."""
    return (
        f"读到{report.read}人：新增{report.added}，补充{report.updated}，"
        f"不变{report.unchanged}，跳过{report.skipped}。"
    )
