"""关于·自检: what this room is, where it lies, whether its record is sound; check and back up."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.backup import BackupMade
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.verification import Verification
from dutydesk.services.about import RoomFacts
from dutydesk.ui.about.given import AboutServices, ProgramFacts
from dutydesk.ui.about.grids import CheckGrid, FactGrid
from dutydesk.ui.about.self_check import FACT_WORDS, check_lines, fact_texts
from dutydesk.ui.about.stage_watch import StageWatch
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.desk import Desk, RecordState
from dutydesk.ui.messages import FileWish
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.tasks import Watch
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.wording.backup import made_line
from dutydesk.wording.sentences import sentence
from dutydesk.wording.verify import verification_lines

CHECK = ActionSpec("about.check", "全面核对值班记录", "", ActionGroup.DESK, "shield-check")
BACK_UP = ActionSpec("about.back_up", "立即备份到…", "", ActionGroup.DESK, "save")
VERBS = (CHECK, BACK_UP)

_AGAINST = "可以输入或扫入旧交接班记录上的校验码（前16位或全码），一并核对"
_REFRESH_MS = 2000
_MOST_LINES = 12
_DRILL = (
    "恢复演练：每季度一次，把最近的备份恢复到一个新文件夹，看记录校验码是否与上面一致。"
    "做法见 F1“备份和恢复”。"
)


class AboutPanel(RoomPanel):
    """Facts are read anew each time the room is entered; the check goes on beside the desk."""

    help_page = "about"

    def __init__(
        self,
        desk: Desk,
        services: AboutServices,
        program: ProgramFacts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._services, self._program = services, program
        self._facts: RoomFacts | None = None
        self._heads = [QLabel(word) for word in ("自检", "值班室", "程序")]
        self._title, self._practice = QLabel("关于·自检"), QLabel("演练")
        self.check, self.back_up = QPushButton("全面核对"), QPushButton("立即备份到…")
        self._pressed = self.check
        self.open_folder, self.copy_folder = QPushButton("打开文件夹"), QPushButton("复制位置")
        self.copy_head = QPushButton("复制校验码")
        self.against = QLineEdit()
        self._busy, self.result = QProgressBar(), QLabel()
        self.stop = QPushButton("不核对了")
        self._watch: Watch | None = None
        self._digits: str | None = None
        self.checks = CheckGrid(desk.theme)
        self.room_facts = FactGrid(desk.theme, FACT_WORDS)
        self.program_facts = FactGrid(desk.theme, (*program.lines, "许可"))
        self.program_facts.show_facts({**program.lines, "许可": program.licences})
        self._timer = QTimer(self)
        self._build()
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def entered(self) -> None:
        """Read everything anew and put the focus on the first button."""
        self.reload()
        self.check.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read facts and state."""
        self.desk.runner.submit(self._read, done=self._show, failed=self._refuse)

    def verify(self) -> None:
        """Check everything now; the desk may be used meanwhile."""
        if self._is_busy():
            return
        self._pressed = self.check
        # Read here: the check runs on another thread.
        self._digits = self.against.text().strip() or None
        self._begin("正在核对文件、每一条记录和各表，可以离开这一页。")
        self.stop.show()
        self._watch = self.desk.runner.submit_long(
            self._verify, done=self._verified, failed=self._refuse, progress=self._on_progress
        )

    def stop_check(self) -> None:
        """Give up the check; nothing was changed by it."""
        if self._watch is not None:
            self._watch.cancel()
            self._end("没有核对完。记录没有改动，随时可以再核对。", "muted")

    def back_up_now(self) -> None:
        """Write a checked backup into a folder of the officer's choice."""
        if self._is_busy():
            return
        folder = self.desk.messages.folder(FileWish("备份到"))
        if folder is not None:
            self._pressed = self.back_up
            self._begin(f"正在备份到 {folder}")
            self.desk.runner.submit_long(
                partial(self._back_up, folder),
                done=self._backed_up,
                failed=self._refuse,
                progress=self._on_progress,
            )

    def _read(self) -> tuple[RoomFacts, RecordState]:
        return self._services.about.facts(), self._services.record_state()

    def _verify(self, watch: Watch) -> Verification:
        return self._services.verification.verify(self._digits, StageWatch(watch))

    def _back_up(self, folder: Path, _watch: Watch) -> BackupMade:
        return self._services.backup.backup_now(folder)

    def _on_progress(self, _number: int, _total: int, words: str) -> None:
        # What was on its way when the check was given up comes too late.
        if self._is_busy():
            self.result.setText(words)

    def _is_busy(self) -> bool:
        return not self._busy.isHidden()

    def _begin(self, words: str) -> None:
        self._busy.show()
        set_style(self.result, tone="muted")
        self._say(words)
        self.check.setEnabled(False)
        self.back_up.setEnabled(False)

    def _end(self, words: str, tone: str) -> None:
        self._busy.hide()
        self.stop.hide()
        self._watch = None
        set_style(self.result, tone=tone)
        self._say(words)
        self._free()
        self.reload()

    def _free(self) -> None:
        """Give the buttons back, and the focus that Qt took from the one that was pressed."""
        focus = QApplication.focusWidget()
        for button in (self.check, self.back_up):
            button.setEnabled(True)
        if focus is None or self.isAncestorOf(focus):
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str) -> None:
        self.result.setText(words)
        self.result.setVisible(bool(words))

    def _verified(self, result: Verification) -> None:
        lines = verification_lines(result)
        if len(lines) > _MOST_LINES:
            lines = [*lines[: _MOST_LINES - 2], "还有更多，见命令 verify 的结果。", lines[-1]]
        self._end("\n".join(lines), "done" if result.ok else "overdue")

    def _backed_up(self, made: BackupMade) -> None:
        self._end(made_line(made), "done")

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            self._end("", "muted")
            raise error
        self._end(sentence(error), "overdue")

    def _show(self, read: tuple[RoomFacts, RecordState]) -> None:
        self._facts, state = read
        now = self.desk.clock.now()
        lines = check_lines(
            self._facts, state, now, can_type_chinese=self._program.can_type_chinese
        )
        self._practice.setVisible(self._facts.is_practice)
        self.checks.show_lines(lines)
        self.room_facts.show_facts(fact_texts(self._facts, now))
        # The check after start takes a few seconds; the page follows it.
        if state.checking and self.isVisible():
            self._timer.start()

    def _copy(self, word: str) -> None:
        if self._facts is not None:
            text = self._facts.data_folder if word == "数据文件夹" else self._facts.journal_head
            QGuiApplication.clipboard().setText(text)
            set_style(self.result, tone="done")
            self._say(f"{word}已复制。")

    def _open_folder(self) -> None:
        if self._facts is not None:
            self._program.open_folder(Path(self._facts.data_folder))

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        set_style(self.check, rank="primary")
        set_style(self._practice, tone="soon")
        self._practice.hide()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName("正在办理")
        self._busy.hide()
        self.result.setWordWrap(True)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.result.hide()
        self._lay_out()
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self.reload)
        self.check.clicked.connect(self.verify)
        self.against.setPlaceholderText(_AGAINST)
        self.against.setAccessibleName("旧交接班记录上的校验码")
        self.against.returnPressed.connect(self.verify)
        self.stop.clicked.connect(self.stop_check)
        self.stop.hide()
        self.back_up.clicked.connect(self.back_up_now)
        self.open_folder.clicked.connect(self._open_folder)
        self.copy_folder.clicked.connect(partial(self._copy, "数据文件夹"))
        self.copy_head.clicked.connect(partial(self._copy, "记录校验码"))
        self.desk.actions.add(CHECK, self.verify, self)
        self.desk.actions.add(BACK_UP, self.back_up_now, self)

    def _lay_out(self) -> None:
        self._top, self._doing, self._places = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self._title)
        self._top.addWidget(self._practice)
        self._top.addStretch(1)
        for button in (self.check, self.back_up):
            self._doing.addWidget(button)
        self._doing.addWidget(self._busy)
        self._doing.addWidget(self.stop)
        self._doing.addStretch(1)
        for button in (self.open_folder, self.copy_folder, self.copy_head):
            self._places.addWidget(button)
        self._places.addStretch(1)
        drill = QLabel(_DRILL)
        drill.setWordWrap(True)
        set_style(drill, tone="muted")
        inside = QWidget()
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(inside, ground="surface")
        self._column = QVBoxLayout(inside)
        self._column.addLayout(self._top)
        self._column.addWidget(self._heads[0])
        self._column.addWidget(self.checks)
        self._column.addLayout(self._doing)
        self._column.addWidget(self.against)
        self._column.addWidget(self.result)
        self._column.addWidget(drill)
        self._column.addWidget(self._heads[1])
        self._column.addWidget(self.room_facts)
        self._column.addLayout(self._places)
        self._column.addWidget(self._heads[2])
        self._column.addWidget(self.program_facts)
        self._column.addStretch(1)
        scroll = SteadyScroll()
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(16))
        self._column.setSpacing(theme.px(10))
        for row in (self._top, self._doing, self._places):
            row.setSpacing(theme.px(8))
        for label in (self._title, self._practice, *self._heads):
            label.setFont(theme.font("title", bold=True))
