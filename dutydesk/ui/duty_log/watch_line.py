"""The keyword watch of the duty desk: a quiet line under the form, and the keys it names.

While a watched word is being typed the line names it; once it is on record the line names the
newest entry nobody has settled yet. Nothing is read from the record while somebody types, but
where a word was found, and then off the window's thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.incident_offer import Subject
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.duty_log.struck import put_words
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import incident_offer as words
from dutydesk.wording.sentences import sentence
from dutydesk.wording.watch_word import typing_line

if TYPE_CHECKING:
    from dutydesk.domain.changes import Changes, Done
    from dutydesk.domain.duty_log import ListedEntry
    from dutydesk.domain.incident import Incident
    from dutydesk.domain.watch_word import Watch
    from dutydesk.services.incident_offer import IncidentOfferService
    from dutydesk.services.watch_word import WatchWordService
    from dutydesk.ui.duty_log.desk_panel import DutyDeskPanel

SETTLE = ActionSpec(
    "duty_desk.settle",
    "核待核的记录：归入已有事件，或不报",
    "Ctrl+Shift+I",
    ActionGroup.ENTRY,
    "siren",
    room="值班台",
)
SAME = ActionSpec(
    "duty_desk.same_incident",
    "是同一事件，归入",
    "Ctrl+Shift+S",
    ActionGroup.ENTRY,
    "link",
    room="值班台",
)
_PAUSE_MS = 300


@dataclass(frozen=True, slots=True)
class WatchServices:
    """What the watch asks and writes with."""

    watch_word: WatchWordService
    offers: IncidentOfferService


class WatchLine(QObject):
    """Belongs to the front room; ``line`` is hidden while there is nothing to say."""

    def __init__(self, panel: DutyDeskPanel, services: WatchServices) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._services = panel, panel.desk, services
        self._watch: Watch | None = None
        self._typed: tuple[str, ...] = ()
        # The incidents that what is typed, and what waits, may be about.
        self._typed_similar: Sequence[Incident] = ()
        self._waiting: ListedEntry | None = None
        self._waiting_similar: Sequence[Incident] = ()
        self.line = QLabel()
        self.line.setWordWrap(True)
        set_style(self.line, tone="soon")
        self.line.hide()
        layout = panel.layout()
        if layout is not None:
            layout.addWidget(self.line)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        panel.form.fields.text.textChanged.connect(self._pause.start)
        panel.form.recorded.connect(self._on_recorded)
        panel.shown.connect(self._take_waiting)
        self._desk.hub.committed.connect(self._on_committed)
        self._desk.theme.changed.connect(self._restyle)
        self._desk.actions.add(SETTLE, self.settle, panel)
        self._desk.actions.add(SAME, self.same, panel)
        self._restyle()
        self._read_words()
        self._take_waiting()

    def look(self) -> None:
        """Look for watched words in what is typed now, once it is known which those are."""
        if self._watch is None:
            return
        form = self._panel.form
        text = form.fields.text.toPlainText()
        self._typed = () if form.is_empty() else self._watch.mentioned(text)
        if not self._typed:
            self._typed_similar = ()
            form.matter.incident_id = None
        else:
            suggested = self._watch.suggested(self._typed)
            caller = form.fields.who.other_side()
            subject = Subject(
                form.fields.time.value() or self._desk.clock.now(),
                text,
                caller.source,
                caller.phone,
                suggested.category if suggested else None,
                suggested.kind if suggested else "",
            )
            job = partial(self._services.offers.similar_to, subject)
            shown = partial(self._show_typed_similar, text)
            self._desk.runner.submit(job, done=shown, failed=self._failed)
        self._say()

    def settle(self) -> None:
        """Ask what the chosen entry comes to, or the newest one that waits."""
        listed = self._chosen()
        if not self._desk.session.seat.may_write:
            return
        if listed is None:
            put_words(self._desk, "没有待核的记录。")
            return
        job = partial(self._services.offers.similar_to_entry, listed.entry.id)
        self._desk.runner.submit(job, done=partial(self._ask, listed), failed=self._failed)

    def same(self) -> None:
        """Say that what is typed, else what waits, is about the incident the line names."""
        matter = self._panel.form.matter
        if not self._desk.session.seat.may_write:
            return
        if self._typed and self._typed_similar:
            is_joined = matter.incident_id is not None
            matter.incident_id = None if is_joined else self._typed_similar[0].id
            self._panel.form.keeper.touch()
            self._say()
        elif not self._typed and self._waiting is not None and self._waiting_similar:
            service = self._services.offers
            job = partial(
                service.link,
                self._waiting.entry.id,
                self._waiting_similar[0].id,
                service.new_id(),
                by=self._desk.session.seat.actor,
            )
            self._desk.runner.submit(job, done=self._linked, failed=self._refused)
        else:
            put_words(self._desk, "没有像是同一件的突发事件。")

    def _chosen(self) -> ListedEntry | None:
        selected = self._panel.selected()
        return selected if selected is not None and selected.offered else self._waiting

    def _ask(self, listed: ListedEntry, similar: Sequence[Incident]) -> None:
        # Loaded late: the desk paints before anybody can want this.
        from dutydesk.ui.duty_log.offer_dialog import OfferDialog  # noqa: PLC0415

        matter = (listed, similar)
        OfferDialog(self._desk, self._services.offers, matter, self._panel.window()).open()

    def _take_waiting(self) -> None:
        """Take the newest entry of the list that waits."""
        model = self._panel.model
        rows = (model.entry_at(row) for row in reversed(range(model.rowCount())))
        waiting = next((one for one in rows if one is not None and one.offered), None)
        if waiting == self._waiting:
            return
        self._waiting, self._waiting_similar = waiting, ()
        if waiting is not None:
            job = partial(self._services.offers.similar_to_entry, waiting.entry.id)
            shown = partial(self._show_waiting_similar, waiting)
            self._desk.runner.submit(job, done=shown, failed=self._failed)
        self._say()

    def _show_typed_similar(self, text: str, found: Sequence[Incident]) -> None:
        if text == self._panel.form.fields.text.toPlainText():
            self._typed_similar = found
            self._say()

    def _show_waiting_similar(self, waiting: ListedEntry, found: Sequence[Incident]) -> None:
        if waiting == self._waiting:
            self._waiting_similar = found
            self._say()

    def _say(self) -> None:
        if self._typed:
            parts = [typing_line(self._typed)]
            joined = self._panel.form.matter.incident_id
            found = next((one for one in self._typed_similar if one.id == joined), None)
            if found is not None:
                parts = [words.joins_line(found)]
            elif self._typed_similar:
                parts.append(words.same_verb(self._typed_similar[0]))
        elif self._waiting is not None:
            parts = [words.offer_line(self._waiting)]
            parts += [words.same_verb(one) for one in self._waiting_similar[:1]]
        else:
            parts = []
        self.line.setText("\n".join(parts))
        self.line.setVisible(bool(parts))

    def _linked(self, done: Done[Any]) -> None:
        self._desk.hub.announce(done.changes, self)

    def _read_words(self) -> None:
        read = self._services.watch_word.watch
        self._desk.runner.submit(read, done=self._take_words, failed=self._failed)

    def _take_words(self, watch: Watch) -> None:
        self._watch = watch
        self.look()

    def _on_recorded(self, _entry: object) -> None:
        self.look()

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names("watch_word"):
            self._read_words()
        if changes.names("incident_offer") and not changes.names("log_entry"):
            # The list shows the mark, and reads again only when an entry changed.
            self._panel.reload()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        put_words(self._desk, sentence(error))

    def _failed(self, error: Exception) -> None:
        """Say nothing where the record cannot be read: the entry tells it when it is saved."""
        if not isinstance(error, Refusal | StoreError):
            raise error

    def _restyle(self) -> None:
        theme = self._desk.theme
        side = theme.px(16)
        self.line.setFont(theme.font("small"))
        self.line.setContentsMargins(side, 0, side, theme.px(6))
