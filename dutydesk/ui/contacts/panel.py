"""通讯录, the room of contacts: units, people, one card; a number is two keys away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dutydesk.domain.changes import Changes
from dutydesk.domain.contacts import ContactCard, ContactNumber, Unit
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.services.contact_import import ContactImportService
from dutydesk.services.contacts import ContactsService
from dutydesk.ui.contacts.card_view import ShownCard, read_shown
from dutydesk.ui.contacts.contact_dialog import ContactStart
from dutydesk.ui.contacts.deeds import ContactDeeds
from dutydesk.ui.contacts.dialling import first_number
from dutydesk.ui.contacts.file_deeds import FileDeeds
from dutydesk.ui.contacts.frame import ContactsFrame
from dutydesk.ui.contacts.number_clipboard import NumberClipboard
from dutydesk.ui.contacts.unit_dialog import UnitStart
from dutydesk.ui.contacts.unit_lines import UnitLine, Which, unit_lines
from dutydesk.ui.contacts.verbs import VERBS
from dutydesk.ui.desk import Desk

_TABLES = ("contact", "contact_number", "unit")
_NARROW, _PAUSE_MS = 780, 40

ShowPaper = Callable[[PaperRequest], object]


class ContactsPanel(ContactsFrame):
    """The room; ``call_wanted(ContactCard, number)`` when an outgoing call is to be logged."""

    help_page = "contacts"
    call_wanted = Signal(object, str)

    def __init__(
        self,
        desk: Desk,
        service: ContactsService,
        importing: ContactImportService,
        show_paper: ShowPaper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, service, parent)
        self._service, self._show_paper = service, show_paper
        self._units: list[Unit] = []
        self._asked = self._answered = 0
        self._waiting: Callable[[], None] | None = None
        self._taken = ""
        self.clipboard = NumberClipboard(self)
        self._pause = QTimer(self)
        self.deeds = ContactDeeds(desk, service, self)
        self.files = FileDeeds(desk, importing, self)
        self._connect()
        self._add_actions()
        self._follow_seat()
        self.reload()
        self.people.show_which(Which())

    # verbs of the room

    def entered(self) -> None:
        """Put the cursor where one types a name."""
        self.search()

    def search(self) -> bool:
        """F3: the cursor into the search field."""
        self.query.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query.edit.selectAll()
        return True

    def print_view(self) -> bool:
        """F9: the directory; whether mobiles are masked is chosen there."""
        self._show_paper(PaperRequest(PaperKind.DIRECTORY))
        return True

    def reload(self) -> None:
        """Read the units and their counts again."""
        self.desk.runner.submit(self._read_units, done=self._show_units)

    # what can be done with a contact

    def copy_first(self) -> None:
        """Copy the number to ring first."""
        if not self._is_settled(self.copy_first):
            return
        card = self._card()
        number = first_number(card) if card else None
        if number is not None:
            self.copy(number)
        elif card is not None:
            self.say(f"{card.contact.name}没有可以拨打的号码。", "soon")

    def copy(self, number: ContactNumber) -> None:
        """Copy one number in dialling form."""
        self._taken = number.number
        self.say(self.clipboard.copy(number.number), "done")

    def log_call(self) -> None:
        """Begin an outgoing call: to the number just copied, else to the first."""
        card = self._card() if self._is_settled(self.log_call) else None
        if card is None or not self.desk.session.seat.may_write:
            return
        numbers = [number.number for number in card.numbers]
        first = first_number(card)
        number = self._taken if self._taken in numbers else first.number if first else ""
        self.call_wanted.emit(card, number)

    def show_pair(self) -> None:
        """Show whoever stands in for the contact shown."""
        shown = self.card.shown()
        if shown is not None and shown.pair is not None:
            self._show(shown.pair)

    def add_contact(self) -> None:
        """Open the form of a new contact in the unit chosen."""
        self.deeds.open_contact(
            ContactStart(self._units, unit_id=self.tree.which().unit_id or None)
        )

    def edit_contact(self) -> None:
        """Open the form of the contact shown."""
        shown = self.card.shown() if self._is_settled(self.edit_contact) else None
        if shown is not None:
            self.deeds.open_contact(ContactStart(self._units, shown.card, shown.pair))

    def verify(self) -> None:
        """Record that somebody made sure the numbers hold."""
        card = self._card()
        if card is not None:
            self.deeds.verify(card.contact)

    def retire(self) -> None:
        """Take the contact out of lists and lookup, or back in."""
        card = self._card()
        if card is not None:
            self.deeds.retire(card.contact)

    # units

    def add_unit(self) -> None:
        """Open the form of a new unit below the one chosen."""
        self.deeds.open_unit(UnitStart(self._units, parent_id=self.tree.which().unit_id or None))

    def change_unit(self) -> None:
        """Open the form of the unit chosen."""
        unit = self._unit()
        if unit is not None:
            self.deeds.open_unit(UnitStart(self._units, unit, unit.parent_id))

    # building

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.query.edited.connect(self._on_edited)
        self.query.stepped.connect(self.people.step)
        self.query.entered.connect(self.copy_first)
        self.tree.chosen.connect(self._on_unit)
        self.box.chosen.connect(self._on_unit)
        self.people.chosen.connect(self._show)
        self.people.emptied.connect(self._show)
        self.people.taken.connect(self.copy_first)
        self.people.listed.connect(self._on_listed)
        for signal, verb in (
            (self.card.pair_wanted, self.show_pair),
            (self.card.call_wanted, self.log_call),
            (self.card.edit_wanted, self.edit_contact),
            (self.card.verify_wanted, self.verify),
            (self.card.retire_wanted, self.retire),
            (self.new.clicked, self.add_contact),
            (self._empty.begun, self.files.import_file),
            (self.print_button.clicked, self.print_view),
            (self.new_unit.clicked, self.add_unit),
            (self.edit_unit.clicked, self.change_unit),
        ):
            signal.connect(verb)
        self.card.number_taken.connect(self.copy)
        self.deeds.saved.connect(self._show)
        self.deeds.refused.connect(self._say_refused)
        self.desk.hub.committed.connect(self._on_committed)
        self.desk.session.changed.connect(self._follow_seat)

    def _add_actions(self) -> None:
        handlers = (self.add_contact, self.edit_contact, self.log_call, self.show_pair)
        more = (self.files.import_file, self.files.export, self.verify, self.retire, self.add_unit)
        for spec, handler in zip(VERBS, handlers + more, strict=True):
            self.desk.actions.add(spec, handler, self, local=True)

    # reading

    def _read_units(self) -> tuple[list[Unit], list[UnitLine]]:
        units = self._service.units()
        return units, unit_lines(units, self._service.counts())

    def _show_units(self, read: tuple[list[Unit], list[UnitLine]]) -> None:
        self._units, lines = read
        self.tree.show_lines(lines)
        self.box.show_lines(lines)
        is_empty = not self._units and lines[0].people == 0
        self.show_filled(is_filled=not is_empty)

    def _look_up(self) -> None:
        self.people.search(self.query.edit.text())

    def _on_edited(self) -> None:
        self._waiting = None
        self._pause.start()

    def _is_settled(self, deed: Callable[[], None]) -> bool:
        """Tell whether the contact shown is the one meant; else do the deed once it is.

        A key may come faster than the search or than the card: the first one found is meant, and
        never whoever was shown before.
        """
        if self._pause.isActive():
            self._pause.stop()
            self._look_up()
        is_settled = not self.people.is_reading and self._answered == self._asked
        self._waiting = None if is_settled else deed
        return is_settled

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _on_unit(self, which: Which) -> None:
        self.tree.choose(which)
        self.box.choose(which)
        self.query.edit.clear()
        self._pause.stop()
        self.edit_unit.setEnabled(self._unit() is not None)
        self.people.show_which(which)

    def _on_listed(self, count: int, is_capped: bool) -> None:
        is_search = bool(self.query.edit.text().strip())
        more = "以上，再多打几个字" if is_capped else ""
        self.words.setText(f"{'找到' if is_search else '共'} {count} 人{more}" if count else "")
        is_shown = count > 0 or not is_search
        self.people.setVisible(is_shown and self._empty.isHidden())
        self._none.setVisible(not is_shown)
        self._go_on()

    def _show(self, card: ContactCard | None) -> None:
        """Show a contact; whoever stands in for them is read first, so that nothing flickers."""
        self._asked += 1
        if card is None:
            self._show_card(self._asked, None)
        elif card.contact.pair_contact_id is None:
            self._show_card(self._asked, ShownCard(card))
        else:
            self._read_card(card.contact.id)

    def _read_card(self, contact_id: str) -> None:
        job = partial(read_shown, self._service, contact_id)
        self.desk.runner.submit(job, done=partial(self._show_card, self._asked))

    def _show_card(self, asked: int, shown: ShownCard | None) -> None:
        if asked != self._asked:
            return
        self._answered = asked
        known = self.card.shown()
        if not (known and shown) or known.card.contact.id != shown.card.contact.id:
            self._taken = ""
            self.say("")
        self.card.show_card(shown, may_write=self.desk.session.seat.may_write)
        self._go_on()

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if not changes.names(*_TABLES):
            return
        self.reload()
        self.people.reload()
        if (card := self._card()) is not None:
            self._asked += 1
            self._read_card(card.contact.id)

    def _card(self) -> ContactCard | None:
        return shown.card if (shown := self.card.shown()) else None

    def _unit(self) -> Unit | None:
        which = self.tree.which()
        return next((unit for unit in self._units if unit.id == which.unit_id), None)

    def _say_refused(self, words: str) -> None:
        self.say(words, "overdue")

    def _follow_seat(self) -> None:
        may = self.desk.session.seat.may_write
        for button in (self.new, self.take_in, self.hand_out, self.new_unit):
            button.setEnabled(may)
        self.edit_unit.setEnabled(may and self._unit() is not None)
        self.card.show_card(self.card.shown(), may_write=may)
