"""A small window that asks for a few things and does one use case with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.ui.desk import Desk
from dutydesk.ui.dialog_draft import DialogDraft
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.pin_field import PinField
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.ui.widgets.tab_order import tab_order
from dutydesk.wording.sentences import sentence

_WIDTH = 460
_LINES = 3

Job = Callable[[], Done[Any]]


class AskDialog(QDialog):
    """A form with one verb; ``answered(value)`` after COMMIT, then the window closes.

    A subclass adds rows to ``form`` and answers ``job``. What was typed stays when it is refused,
    except PINs, which are emptied with every try.
    """

    answered = Signal(object)

    def __init__(self, desk: Desk, title: str, verb: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.form = FormRows(desk.theme)
        self.answer = QLabel()
        self.accept_button = QPushButton(verb)
        self._buttons = QDialogButtonBox()
        self._others: list[QPushButton] = []
        self.kept: DialogDraft | None = None
        self.is_saving = False
        self._column = QVBoxLayout(self)
        self._area, self._page = SteadyScroll(bar_stays=False), QWidget()
        self._build()

    def keep(self, form: str, fields: Mapping[str, QWidget]) -> DialogDraft:
        """Keep what is typed into these fields under the name of dialog and matter.

        The subclass calls ``begin`` of what it gets once its fields show the program's proposal.
        """
        self.kept = DialogDraft(self.desk, form, fields, self)
        self._column.insertWidget(0, self.kept)
        self.kept.taken_up.connect(lambda _changed: self._fit())
        return self.kept

    @property
    def comes_back(self) -> bool:
        """Tell whether closing it now would lose what was typed."""
        return self.is_saving or self.kept is None or self.kept.is_at_risk

    def job(self) -> Job | None:
        """Return the use case bound to what was typed; None when something is missing."""
        raise NotImplementedError

    def submit(self) -> None:
        """Do it; the window closes when it is on record."""
        self.do(self.job)

    def also(self, verb: str, ask: Callable[[], Job | None]) -> QPushButton:
        """Add another verb for the same form beside the first, and return its button."""
        button = QPushButton(verb)
        button.setAutoDefault(False)
        button.clicked.connect(partial(self.do, ask))
        self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self._others.append(button)
        return button

    def do(self, ask: Callable[[], Job | None]) -> None:
        """Do what ``ask`` returns; the window closes when it is on record."""
        if self.is_saving or not self.accept_button.isEnabled():
            return
        self.answer.hide()
        job = ask()
        if job is None:
            return
        for field in self.findChildren(PinField):
            field.clear()
        self._wait(is_saving=True)
        self.desk.runner.submit(job, done=self._done, failed=self._refused)

    def reject(self) -> None:
        """Close without doing it; not while it is on its way to the record."""
        if self.is_saving:
            return
        if self.kept is None:
            super().reject()
        else:
            self.kept.leave(super().reject, self.say)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        self._order_tab()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with rows that come up while the form is open, as a reason for being late."""
        if watched is self._page and event.type() is QEvent.Type.LayoutRequest:
            self._grow()
        return super().eventFilter(watched, event)

    def say(self, words: str, field: QWidget | None = None) -> None:
        """Say what is missing and put the cursor there."""
        self.answer.setText(words)
        self.answer.show()
        self._fit()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def text_row(self, word: str, hint: str = "") -> QPlainTextEdit:
        """Add a field of three lines; Tab leaves it."""
        edit = QPlainTextEdit()
        edit.setTabChangesFocus(True)
        edit.setPlaceholderText(hint)
        lines = edit.fontMetrics().lineSpacing() * _LINES
        edit.setFixedHeight(lines + self.desk.theme.px(18))
        self.form.row(word, edit)
        return edit

    def _build(self) -> None:
        theme = self.desk.theme
        set_style(self.answer, tone="overdue")
        self.answer.setWordWrap(True)
        self.answer.hide()
        self.form.setContentsMargins(0, 0, 0, 0)
        self._page.setLayout(self.form)
        self._area.setWidget(self._page)
        self._page.installEventFilter(self)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_style(self.accept_button, rank="primary")
        self._buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._cancel = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._column.setContentsMargins(*(theme.px(16),) * 4)
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(self._area, 1)
        self._column.addWidget(self.answer)
        self._column.addWidget(self._buttons)
        self.accept_button.setDefault(True)
        self._buttons.accepted.connect(self.submit)
        self._buttons.rejected.connect(self.reject)
        self.setMinimumWidth(theme.px(_WIDTH))

    def _order_tab(self) -> None:
        """Go through the form from its first field, then to the verb, then to leaving."""
        fields = tab_order(self._page)
        if not fields:
            return
        verbs = [fields[-1], self.accept_button, *self._others, self._cancel]
        for before, after in pairwise(verbs):
            QWidget.setTabOrder(before, after)
        focus: QWidget | None = self.focusWidget()
        if focus is None or not self._page.isAncestorOf(focus):
            fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Show the whole form where the desk is high enough, else let it scroll."""
        theme = self.desk.theme
        width = max(theme.px(_WIDTH), self._page.minimumSizeHint().width() + theme.px(32))
        inside = width - theme.px(32)
        form = self.form.heightForWidth(inside) if self.form.hasHeightForWidth() else 0
        form = max(form, self.form.minimumSize().height())
        rest = self._buttons.sizeHint().height() + theme.px(48)
        if self.kept is not None and not self.kept.isHidden():
            rest += self.kept.sizeHint().height() + theme.px(12)
        if not self.answer.isHidden():
            rest += self.answer.heightForWidth(inside) + theme.px(12)
        over = self.parentWidget()
        most = form + rest if over is None else over.window().height()
        self.resize(width, min(form + rest, most))

    def _grow(self) -> None:
        """Give what came up its room, as far as the desk is high; nothing ever shrinks."""
        over, page = self.parentWidget(), self._page
        if over is None or not self.isVisible():
            return
        form = self.form.heightForWidth(page.width()) if self.form.hasHeightForWidth() else 0
        form = max(form, self.form.minimumSize().height())
        missing = form - self._area.viewport().height()
        if missing > 0:
            most = max(over.window().height(), self.height())
            self.resize(self.width(), min(self.height() + missing, most))

    def _wait(self, *, is_saving: bool) -> None:
        self.is_saving = is_saving
        for button in (self.accept_button, *self._others):
            button.setEnabled(not is_saving)

    def _done(self, done: Done[Any]) -> None:
        self._wait(is_saving=False)
        if self.kept is not None:
            self.kept.done()
        self.desk.hub.announce(done.changes, self)
        self.answered.emit(done.value)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._wait(is_saving=False)
        if not isinstance(error, Refusal | StoreError):
            raise error
        pins = self.findChildren(PinField)
        self.say(sentence(error), pins[0] if pins else None)
