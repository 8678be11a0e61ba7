"""Phrases on the duty desk: Ctrl+J opens the list, what is chosen goes into the quick entry."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import StoreError
from dutydesk.domain.phrase import PERSON, PHONE, TIME, UNIT, Phrase, filled
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.duty_log.desk_panel import DutyDeskPanel
from dutydesk.ui.widgets.field_text import text_of
from dutydesk.wording import when

if TYPE_CHECKING:
    # Loaded when the first phrase is asked for: the front room paints before that.
    from dutydesk.services.officer import OfficerService
    from dutydesk.services.phrase import PhraseService
    from dutydesk.ui.duty_log.phrase_list import PhraseList

PHRASES = ActionSpec(
    "duty_desk.phrases",
    "常用语",
    "Ctrl+J",
    ActionGroup.ENTRY,
    "message-square",
    room="值班台",
)
EDIT_PHRASES = ActionSpec(
    "duty_desk.edit_phrases", "编辑常用语", "", ActionGroup.ENTRY, "message-square"
)

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PhraseServices:
    """What the phrases ask of the services."""

    phrase: PhraseService
    officer: OfficerService


class PhraseDesk(QObject):
    """Belongs to the front room and gives it its phrases; ``services`` is called when needed."""

    def __init__(self, panel: DutyDeskPanel, services: Callable[[], PhraseServices]) -> None:
        super().__init__(panel)
        self._panel, self._services = panel, services
        self._back: QWidget | None = None
        self.list: PhraseList | None = None
        panel.desk.actions.add(PHRASES, self.open, panel)
        panel.desk.actions.add(EDIT_PHRASES, self.edit, panel)

    def open(self) -> None:
        """Offer the phrases; an empty entry takes the time of this key press, as by F2."""
        panel, form = self._panel, self._panel.form
        if form.is_saving or not panel.desk.session.seat.may_write:
            return
        if self.list is not None and self.list.isVisible():
            self.list.close_list()
            self._go_back()
            return
        focus = QApplication.focusWidget()
        is_new = form.is_empty()
        if is_new or not form.has_focus():
            form.begin()
            focus = QApplication.focusWidget()
        self._back = focus
        kind = EntryKind(text_of(form.fields.kind))
        # The kind that every empty form begins with was chosen by nobody.
        wanted = None if is_new and form.fields.kind.currentIndex() == 0 else kind
        self._the_list().open_over(
            form, panel, partial(self._services().phrase.offered, kind=wanted)
        )

    def edit(self) -> None:
        """Open the list of the unit for an administrator."""
        # Loaded late: it is opened a few times a year.
        from dutydesk.ui.duty_log.phrase_dialog import PhraseDialog  # noqa: PLC0415

        services = self._services()
        window = self._panel.window()
        PhraseDialog(self._panel.desk, services.phrase, services.officer, window).open()

    def take(self, phrase: Phrase) -> None:
        """Write a phrase into the text; its kind counts where nothing was written before."""
        form = self._panel.form
        if form.is_saving:
            return
        fields = form.fields
        if phrase.kind is not None and not fields.text.toPlainText().strip():
            fields.choose_kind(phrase.kind)
        form.blanks.put(filled(phrase.text, self._known()))
        fields.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._panel.desk.runner.submit(
            partial(self._services().phrase.used, phrase.id), done=_counted, failed=_not_counted
        )

    def _known(self) -> dict[str, str]:
        """Return what the entry says already, by the blanks it fills."""
        fields, now = self._panel.form.fields, self._panel.desk.clock.now()
        at = fields.time.value()
        entry = fields.draft("", at or now)
        return {
            UNIT: entry.source.strip(),
            PERSON: entry.person.strip(),
            PHONE: entry.phone.strip(),
            TIME: when.near(at, now) if at is not None else "",
        }

    def _the_list(self) -> PhraseList:
        if self.list is None:
            from dutydesk.ui.duty_log.phrase_list import PhraseList  # noqa: PLC0415 -- see above

            desk = self._panel.desk
            self.list = PhraseList(desk.theme, desk.runner, self._panel.window())
            self.list.chosen.connect(self.take)
            self.list.edit_wanted.connect(self.edit)
            self.list.left.connect(self._go_back)
        return self.list

    def _go_back(self) -> None:
        back = self._back
        if back is not None and self._panel.isAncestorOf(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._panel.form.fields.text.setFocus(Qt.FocusReason.OtherFocusReason)


def _counted(_nothing: None) -> None:
    """Say nothing of it."""


def _not_counted(error: Exception) -> None:
    """Let it be: the order of the list is worth no strip, and the next save tells the trouble."""
    if not isinstance(error, StoreError):
        raise error
    _LOG.warning("the use of a phrase was not counted")
