"""What was typed into a dialog: kept within a second, given back when it is opened again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from dutydesk.domain.draft import Draft
from dutydesk.domain.errors import StoreError
from dutydesk.ui.desk import Desk
from dutydesk.ui.draft_keeper import DraftKeeper
from dutydesk.ui.widgets.field_text import put_text, text_of
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import when

_NOTICE = "draft_left"


@runtime_checkable
class ManyLines(Protocol):
    """A group of fields that reads and shows all it holds at once."""

    def lines(self) -> dict[str, str]:
        """Return everything as typed."""
        ...

    def load_lines(self, lines: Mapping[str, str]) -> None:
        """Put everything back as it was typed."""
        ...


class DialogDraft(QWidget):
    """A line that says what was taken up again and offers to begin anew; hidden until then.

    ``form`` names dialog and matter, as in ``report:ID``: one draft each. The dialog gives the
    line its place, calls ``begin`` once its fields show what the program proposes (only what
    differs from that is kept), ``leave`` when it closes without doing it and ``done`` after it
    was put on record. A choice that alone is no writing ``goes_along`` with what was written.
    ``taken_up(changed)``, with the texts by field, and ``given_up`` say that
    the fields were filled anew.
    """

    taken_up = Signal(object)
    given_up = Signal()

    def __init__(
        self, desk: Desk, form: str, fields: Mapping[str, QWidget], dialog: QDialog
    ) -> None:
        super().__init__(dialog)
        self._desk, self._form, self._fields, self._dialog = desk, form, fields, dialog
        self._before: dict[str, str] = {}
        self.goes_along: Collection[str] = ()
        self._is_kept = False
        self._has_begun = False
        self._is_leaving = self._was_told = False
        self.words = QLabel()
        self.words.setWordWrap(True)
        set_style(self.words, tone="accent")
        self.anew = QPushButton("不要了，重写")
        self.anew.setAutoDefault(False)
        self.anew.clicked.connect(self._give_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.theme.px(12))
        row.addWidget(self.words, 1)
        row.addWidget(self.anew)
        self.hide()
        self._keeper = DraftKeeper(desk, self._draft, self)

    def begin(self) -> None:
        """Take what the fields show for the beginning and put back what was typed last time."""
        if self._has_begun:
            return
        self._has_begun = True
        self._before = self._content()
        for edit in self._dialog.findChildren(QLineEdit):
            edit.textChanged.connect(self._touch)
        for text in self._dialog.findChildren(QPlainTextEdit):
            text.textChanged.connect(self._touch)
        for box in self._dialog.findChildren(QComboBox):
            box.currentIndexChanged.connect(self._touch)
        for tick in self._dialog.findChildren(QCheckBox):
            tick.toggled.connect(self._touch)
        self._desk.runner.submit(
            partial(self._desk.drafts.of_form, self._form), done=self._take_up
        )

    def rebase(self, *names: str) -> None:
        """Take what some fields show now for the beginning: the program filled them again."""
        now = self._content()
        self._before |= {name: now[name] for name in names}

    @property
    def is_at_risk(self) -> bool:
        """Tell whether what was typed is nowhere but in the dialog: the disk does not take it."""
        return self._keeper.is_failing and self._draft() is not None

    def leave(self, close: Callable[[], object], say: Callable[[str], object]) -> None:
        """Keep what was typed, then ``close`` the dialog that goes without doing it.

        While the disk does not take it the dialog stays and ``say``s so; asked again it goes all
        the same, for nobody may be held in a window.
        """
        draft = self._draft()
        if draft is None or not self._desk.session.seat.may_write:
            close()
        elif not draft.content:
            self.done()
            close()
        elif not self._is_leaving:
            self._is_leaving = True
            self._keeper.save(
                then=partial(self._left, close), failed=partial(self._not_left, close, say)
            )

    def _left(self, close: Callable[[], object]) -> None:
        self._is_leaving = False
        words = f"{self._dialog.windowTitle()}：写了一半的留着，再打开就接着写。"
        self._desk.notices.put(Notice(_NOTICE, NoticeKind.HINT, words))
        close()

    def _not_left(
        self, close: Callable[[], object], say: Callable[[str], object], error: StoreError
    ) -> None:
        self._is_leaving = False
        if self._was_told:
            close()
            return
        self._was_told = True
        # Loaded late: the words of every refusal are not needed before one happens.
        from dutydesk.wording.sentences import sentence  # noqa: PLC0415

        say(f"写了一半的没有存下：{sentence(error)}内容还在这里；再按一次 Esc 就不留了。")

    def done(self) -> None:
        """Forget the draft: what was typed is on record."""
        self._keeper.forget()
        if self._is_kept:
            self._keeper.give_up(self._form)
            self._is_kept = False

    def touch(self) -> None:
        """Hear of a change in an input that was made after the beginning."""
        if self._has_begun:
            self._touch()

    def _touch(self) -> None:
        if self._is_kept or not self._is_untouched():
            self._is_kept, self._was_told = True, False
            self._keeper.touch()

    def _draft(self) -> Draft | None:
        """Return what is to be kept; a draft that was kept follows even back to the beginning."""
        if not self._has_begun or not self._is_kept:
            return None
        content = self._content().items()
        changed = {name: text for name, text in content if text != self._before.get(name)}
        if changed:
            changed |= {name: text for name, text in content if name in self.goes_along}
        return Draft(self._form, self._form, changed)

    def _is_untouched(self) -> bool:
        return self._content() == self._before

    def _take_up(self, drafts: Sequence[Draft]) -> None:
        if not drafts or not self._is_untouched():
            return
        draft = drafts[-1]
        self._is_kept = True
        self._load(draft.content)
        self._keeper.forget()
        if self._is_untouched():
            return
        at = draft.saved_at
        left = f"（{when.near(at, self._desk.clock.now())}留下）" if at else ""
        self.words.setText(f"接着上次没写完的{left}。")
        self.show()
        self.taken_up.emit(draft.content)

    def _give_up(self) -> None:
        self.done()
        self._load(self._before)
        self._keeper.forget()
        self._is_kept = False
        self.hide()
        self.given_up.emit()

    def _content(self) -> dict[str, str]:
        content: dict[str, str] = {}
        for name, field in self._fields.items():
            if isinstance(field, ManyLines):
                content |= {f"{name}.{key}": text for key, text in field.lines().items()}
            else:
                content[name] = text_of(field)
        return content

    def _load(self, changed: Mapping[str, str]) -> None:
        # What was not typed shows the present state: others may have written meanwhile.
        content = {**self._content(), **changed}
        for name, field in self._fields.items():
            if isinstance(field, ManyLines):
                start = f"{name}."
                lines = {
                    k.removeprefix(start): v for k, v in content.items() if k.startswith(start)
                }
                field.load_lines(lines)
            else:
                put_text(field, content[name])
