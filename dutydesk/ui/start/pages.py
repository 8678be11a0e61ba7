"""The pages of the first start: each asks one thing, keeps what was typed, refuses in place."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.first_room import check_shifts
from dutydesk.domain.room import check_unit
from dutydesk.domain.settings import FULL_DAY_PATTERN, SettingValue
from dutydesk.ui.messages import FileWish, Messages
from dutydesk.ui.settings.pattern_editor import PatternEditor
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.settings import RULE_SET


class StartPage(QWidget):
    """One page: a title, a lead, its fields; ``check`` raises the refusal of what is wrong."""

    title = ""
    lead = ""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(self.title)
        self._title, self._lead = QLabel(self.title), QLabel(self.lead)
        self._lead.setWordWrap(True)
        set_style(self._lead, tone="muted")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._title)
        self.column.addWidget(self._lead)
        theme.changed.connect(self.restyle)

    def check(self) -> None:
        """Raise a refusal when the page cannot be left."""

    def first(self) -> QWidget:
        """Return the field the cursor goes to."""
        raise NotImplementedError

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        self.column.setSpacing(self.theme.px(12))
        self._title.setFont(self.theme.font("title", bold=True))


class UnitPage(StartPage):
    """Asks the unit's name; ``practice_wanted`` for those who only want to look."""

    title = "单位"
    lead = "印在日志、交接班记录和专报上，以后可以在设置里改。"
    practice_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.unit = QLineEdit()
        self.unit.setPlaceholderText("例如：安和街道办事处值班室")
        self._form = FormRows(theme)
        self._form.row("单位名称", self.unit)
        self.practice = QPushButton("先用演练室试一试")
        words = QLabel("演练室里是编好的一天，可以随便记、随便改，和正式记录分开放。")
        words.setWordWrap(True)
        set_style(words, tone="muted")
        self._row = QHBoxLayout()
        self._row.addWidget(self.practice)
        self._row.addWidget(words, 1)
        self.column.addLayout(self._form)
        self.column.addStretch(1)
        self.column.addLayout(self._row)
        self.practice.setAutoDefault(False)
        self.practice.clicked.connect(self.practice_wanted)
        self.restyle()

    def check(self) -> None:
        """Raise BadInput without a name."""
        check_unit(self.unit.text())

    def first(self) -> QWidget:
        """Return the field of the name."""
        return self.unit

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        super().restyle()
        self._form.restyle()
        self._row.setSpacing(self.theme.px(12))


class ShiftPage(StartPage):
    """Asks when shifts change and which deadlines hold."""

    title = "班次和时限"
    lead = "什么时候换班，突发事件按哪一套时限报。不清楚就先不改，以后可以在设置里改。"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.pattern = PatternEditor(theme)
        self.pattern.set_value([cast("dict[str, str]", row) for row in FULL_DAY_PATTERN])
        self.rule_set = ChoiceBox(theme, "报告时限")
        for key, word in RULE_SET.items():
            self.rule_set.addItem(word, key)
        self._form = FormRows(theme)
        self._form.row("报告时限", self.rule_set)
        self._form.note("每份报告的时限按这一套算，纸上也用它。")
        self.column.addWidget(self.pattern)
        self.column.addLayout(self._form)
        self.column.addStretch(1)
        for button in self.pattern.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.restyle()

    def check(self) -> None:
        """Raise BadInput for times that cannot be read or shifts that do not join."""
        check_shifts(self.shifts(), self.rules())

    def first(self) -> QWidget:
        """Return the list of usual patterns."""
        return self.pattern

    def shifts(self) -> SettingValue:
        """Return the pattern as it stands."""
        return self.pattern.value()

    def rules(self) -> str:
        """Return the key of the rule set."""
        return str(self.rule_set.currentData())

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        super().restyle()
        self._form.restyle()


class BackupPage(StartPage):
    """Asks for a second place for backups, which may stay empty."""

    title = "备份"
    lead = (
        "数据文件夹里会自动备份。再选一个移动硬盘或U盘上的文件夹，"
        "每次交接班多存一份，电脑坏了也不怕。可以先空着。"
    )

    def __init__(self, theme: Theme, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._messages = messages
        self.folder = QLineEdit()
        self.folder.setPlaceholderText("不另存")
        self.pick = QPushButton("选文件夹…")
        self.pick.setAutoDefault(False)
        holder = QWidget()
        self._row = QHBoxLayout(holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.folder, 1)
        self._row.addWidget(self.pick)
        holder.setFocusProxy(self.folder)
        self.folder.setAccessibleName("另存备份到")
        self._form = FormRows(theme)
        self._form.row("另存备份到", holder)
        self.column.addLayout(self._form)
        self.column.addStretch(1)
        self.pick.clicked.connect(self._pick)
        self.restyle()

    def first(self) -> QWidget:
        """Return the field of the folder."""
        return self.folder

    def _pick(self) -> None:
        chosen = self._messages.folder(FileWish("另存备份到"))
        if chosen is not None:
            self.folder.setText(str(chosen))

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        super().restyle()
        self._form.restyle()
        self._row.setSpacing(self.theme.px(8))


class SummaryPage(StartPage):
    """Shows every answer once more, and where the data will lie."""

    title = "核对"
    lead = "看一遍，没有问题就建好并打开。"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._form = FormRows(theme)
        self._answers: dict[str, QLabel] = {}
        for word in ("单位", "班次", "报告时限", "值班人员", "另存备份", "数据文件夹"):
            answer = QLabel()
            answer.setWordWrap(True)
            self._form.row(word, answer)
            self._answers[word] = answer
        self._form.note("数据文件夹里是全部记录。请不要放到网络盘上，也不要手工改动里面的文件。")
        self.column.addLayout(self._form)
        self.column.addStretch(1)
        self.restyle()

    def show_answers(self, answers: dict[str, str]) -> None:
        """Show the answers by their words."""
        for word, label in self._answers.items():
            label.setText(answers[word])

    def first(self) -> QWidget:
        """Return itself: there is nothing to type here."""
        return self

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        super().restyle()
        self._form.restyle()
