"""The first start: a few questions, then a room; cancelled, it leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dutydesk import paths
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.first_room import FirstRoom
from dutydesk.domain.shift import ShiftDays, ShiftKind
from dutydesk.ui.messages import Choice, Decision, Messages
from dutydesk.ui.start.officers_page import OfficersPage
from dutydesk.ui.start.pages import BackupPage, ShiftPage, StartPage, SummaryPage, UnitPage
from dutydesk.ui.start.waiting import Waiting
from dutydesk.ui.tasks import Runner
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.wording.officer import OFFICER_ROLE
from dutydesk.wording.sentences import sentence
from dutydesk.wording.settings import RULE_SET, SHIFT_DAYS
from dutydesk.wording.shift import SHIFT_KIND

_SIZE = (760, 560)

_LEAVE = Decision(
    "退出",
    "值班室还没有建好。退出后，填的内容不保留，电脑上什么也不会留下。",
    (Choice("stay", "接着填", "primary"), Choice("leave", "退出")),
    default="stay",
    escape="stay",
)


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What the application does for the wizard; both are jobs and raise refusals, store errors."""

    data_folder: str
    create: Callable[[FirstRoom], None]
    practice: Callable[[], None]


class FirstStart(QDialog):
    """Accepted once a room is made; ``is_practice`` tells which one."""

    def __init__(
        self, theme: Theme, runner: Runner, messages: Messages, steps: FirstSteps
    ) -> None:
        super().__init__()
        self._theme, self._messages, self._steps = theme, messages, steps
        self._waiting = Waiting(theme, runner)
        self.is_practice = False
        self.unit, self.shifts = UnitPage(theme), ShiftPage(theme)
        self.officers, self.backup = OfficersPage(theme), BackupPage(theme, messages)
        self.summary = SummaryPage(theme)
        self.pages: tuple[StartPage, ...] = (
            self.unit,
            self.shifts,
            self.officers,
            self.backup,
            self.summary,
        )
        self._stack = QStackedWidget()
        self._place, self._answer = QLabel(), QLabel()
        self.back, self.forward = QPushButton("上一步"), QPushButton()
        self.cancel = QPushButton("退出")
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()
        self._show_page(0)
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        self._keep_on_screen()

    def answers(self) -> FirstRoom:
        """Return everything that was answered."""
        return FirstRoom(
            unit=self.unit.unit.text().strip(),
            officers=tuple(self.officers.officers),
            shift_pattern=self.shifts.shifts(),
            rule_set=self.shifts.rules(),
            backup_folder=self.backup.folder.text().strip(),
        )

    def page(self) -> StartPage:
        """Return the page shown."""
        return self.pages[self._stack.currentIndex()]

    def go_forward(self) -> None:
        """Leave the page when it is in order; on the last one make the room."""
        self._answer.clear()
        try:
            self.page().check()
        except Refusal as refusal:
            self._refuse(refusal)
            return
        at = self._stack.currentIndex()
        if at + 1 < len(self.pages):
            self._show_page(at + 1)
        else:
            self._make("正在建值班室", partial(self._steps.create, self.answers()))

    def go_back(self) -> None:
        """Go to the page before; everything typed stays."""
        self._answer.clear()
        self._show_page(self._stack.currentIndex() - 1)

    def try_practice(self) -> None:
        """Make the practice room instead."""
        self._answer.clear()
        self.is_practice = True
        self._make("正在准备演练室", self._steps.practice)
        self.is_practice = self.result() == QDialog.DialogCode.Accepted

    def reject(self) -> None:
        """Leave, after asking when something was typed."""
        is_typed = bool(self.unit.unit.text().strip() or self.officers.officers)
        if not is_typed or self._messages.decide(_LEAVE) == "leave":
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 opens the help page of the first start."""
        if event.key() == Qt.Key.Key_F1:
            self.open_help()
            event.accept()
            return
        super().keyPressEvent(event)

    def open_help(self) -> None:
        """Show the help beside the questions."""
        # Few ask for help here, and a first start should show itself at once.
        from dutydesk.ui.help.pages import HelpShelf  # noqa: PLC0415 -- see above
        from dutydesk.ui.help.window import HelpWindow  # noqa: PLC0415 -- see above

        window = HelpWindow(self._theme, HelpShelf(paths.resources_dir() / "help"), self)
        window.setWindowModality(Qt.WindowModality.ApplicationModal)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open_page("first_start")
        window.show()

    def _make(self, words: str, job: Callable[[], None]) -> None:
        self.setEnabled(False)
        try:
            self._waiting.result(words, job, self)
        except (Refusal, StoreError) as error:
            self.setEnabled(True)
            self._refuse(error)
            return
        self.setEnabled(True)
        self.accept()

    def _refuse(self, error: Refusal | StoreError) -> None:
        self._answer.setText(sentence(error))
        self.page().first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self, at: int) -> None:
        page = self.pages[at]
        if page is self.summary:
            self.summary.show_answers(self._summary_words())
        self._stack.setCurrentIndex(at)
        self._place.setText(f"第{at + 1}步，共{len(self.pages)}步")
        is_last = at + 1 == len(self.pages)
        self.forward.setText("建好并打开" if is_last else "下一步")
        self.back.setEnabled(at > 0)
        field = self.forward if is_last else page.first()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _summary_words(self) -> dict[str, str]:
        answers = self.answers()
        people = "、".join(f"{one.name}（{OFFICER_ROLE[one.role]}）" for one in answers.officers)
        return {
            "单位": answers.unit,
            "班次": _shift_words(self.shifts.pattern.value()),
            "报告时限": RULE_SET[answers.rule_set],
            "值班人员": people,
            "另存备份": answers.backup_folder or "不另存",
            "数据文件夹": self._steps.data_folder,
        }

    def _build(self) -> None:
        self.setWindowTitle("值守台：第一次使用")
        self.setAccessibleName("第一次使用")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self._place.setObjectName("place")
        set_style(self._place, tone="muted")
        set_style(self._answer, tone="overdue")
        self._answer.setWordWrap(True)
        set_style(self.forward, rank="primary")
        for page in self.pages:
            self._stack.addWidget(_scrolled(page))
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.cancel)
        self._foot.addWidget(self._place, 1, Qt.AlignmentFlag.AlignCenter)
        self._foot.addWidget(self.back)
        self._foot.addWidget(self.forward)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self._answer)
        self._column.addLayout(self._foot)
        for button in (self.cancel, self.back):
            button.setAutoDefault(False)
        self.forward.setDefault(True)
        self.forward.clicked.connect(self.go_forward)
        self.back.clicked.connect(self.go_back)
        self.cancel.clicked.connect(self.reject)
        self.unit.practice_wanted.connect(self.try_practice)

    def _restyle(self) -> None:
        side = self._theme.px(20)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(self._theme.px(12))
        self._foot.setSpacing(self._theme.px(8))
        self._place.setFont(self._theme.font("small"))

    def _keep_on_screen(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(self.width(), room.width()), min(self.height(), room.height()))


def _scrolled(page: QWidget) -> SteadyScroll:
    """Let a page scroll where the screen is smaller than the type."""
    scroll = SteadyScroll(bar_stays=False)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    scroll.setWidget(page)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll


def _shift_words(rows: list[dict[str, str]]) -> str:
    """Return each shift on a line of its own: 白班 08:30–18:00 每天."""
    return "\n".join(
        f"{SHIFT_KIND[ShiftKind(row['kind'])]} {row['start']}–{_end(row)}"
        f" {SHIFT_DAYS[ShiftDays(row['days'])]}"
        for row in rows
    )


def _end(row: dict[str, str]) -> str:
    return row["end"] if row["end"] > row["start"] else f"次日{row['end']}"
