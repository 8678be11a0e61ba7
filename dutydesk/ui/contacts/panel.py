"""通讯录, the room of contacts: units, people, one card; a number is two keys away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dutydesk.domain.changes import Changes
from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.contact_masking import is_hidden
from dutydesk.domain.contacts import ContactCard, ContactNumber, Unit
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.person_card import PersonCard
from dutydesk.ui.contacts.contact_dialog import ContactStart
from dutydesk.ui.contacts.deeds import ContactDeeds
from dutydesk.ui.contacts.dialling import first_number
from dutydesk.ui.contacts.file_deeds import FileDeeds
from dutydesk.ui.contacts.frame import ContactsFrame
from dutydesk.ui.contacts.number_clipboard import NumberClipboard
from dutydesk.ui.contacts.person_reader import PersonReader, sees_mobiles
from dutydesk.ui.contacts.services import ContactsRoomServices
from dutydesk.ui.contacts.unit_lines import UnitLine, Which, unit_lines
from dutydesk.ui.contacts.verbs import PAPERS, VERBS
from dutydesk.ui.desk import Desk

_TABLES = (
    *("contact", "contact_number", "contact_role", "unit", "command_hq", "setting"),
    *("training_record", "training_requirement"),
)
_PAUSE_MS = 40

ShowPaper = Callable[[PaperRequest], object]


class ContactsPanel(ContactsFrame):
    """The room; ``call_wanted(ContactCard, number)`` when an outgoing call is to be logged.

    ``which_changed(Which)`` when another line of the tree is chosen, ``units_shown`` when the
    tree was read.
    """

    help_page = "contacts"
    call_wanted = Signal(object, str)
    which_changed = Signal(object)
    units_shown = Signal()

    def __init__(
        self,
        desk: Desk,
        services: ContactsRoomServices,
        show_paper: ShowPaper,
        parent: QWidget | None = None,
    ) -> None:
        service = services.contacts
        super().__init__(desk, service, parent)
        self._service, self._show_paper = service, show_paper
        self.units: list[Unit] = []
        self.read_hqs: Callable[[], Sequence[CommandHq]] = tuple
        self._waiting: Callable[[], None] | None = None
        self._taken = ""
        self.clipboard = NumberClipboard(self)
        self._pause = QTimer(self)
        self.reader = PersonReader(desk, services.cards, self)
        self.deeds = ContactDeeds(desk, service, self)
        self.files = FileDeeds(desk, services.importing, self)
        self._connect()
        self._add_actions()
        self._follow_seat()
        self.reload()
        self.people.show_which(Which())

    # verbs of the room

    def entered(self) -> None:
        """Put the cursor where one types a name; calls were made since."""
        self.search()
        self.reader.again()

    def search(self) -> bool:
        """F3: the cursor into the search field."""
        self.query.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query.edit.selectAll()
        return True

    def print_view(self) -> bool:
        """F9: the paper of what is listed; whether mobiles are masked is chosen there."""
        kind = PAPERS.get(self.tree.which().listed, PaperKind.DIRECTORY)
        self._show_paper(PaperRequest(kind, is_masked=not sees_mobiles(self.desk)))
        return True

    def reload(self) -> None:
        """Read the units and their counts again."""
        self.desk.runner.submit(self._read_units, done=self._show_units)

    # what can be done with a contact

    def copy_first(self) -> None:
        """Copy the number to ring first."""
        if not self._is_settled(self.copy_first):
            return
        card = self.chosen()
        number = first_number(card) if card else None
        if number is not None:
            self.copy(number)
        elif card is not None:
            self.say(self._why_no_number(card), "soon")

    def copy(self, number: ContactNumber) -> None:
        """Copy one number in dialling form; a hidden one is asked for first."""
        if is_hidden(number.number):
            self.card.look_wanted.emit()
            return
        self._taken = number.number
        self.say(self.clipboard.copy(number.number), "done")

    def log_call(self) -> None:
        """Begin an outgoing call: to the number just copied, else to the first."""
        card = self.chosen() if self._is_settled(self.log_call) else None
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
            self.reader.show(shown.pair)

    def add_contact(self) -> None:
        """Open the form of a new contact in the unit chosen."""
        self.deeds.open_contact(
            ContactStart(self.units, unit_id=self.tree.which().unit_id or None)
        )

    def edit_contact(self) -> None:
        """Open the form of the contact shown."""
        shown = self.card.shown() if self._is_settled(self.edit_contact) else None
        if shown is not None:
            self.deeds.open_contact(ContactStart(self.units, shown.card, shown.pairs))

    def verify(self) -> None:
        """Record that somebody made sure the numbers hold."""
        card = self.chosen()
        if card is not None:
            self.deeds.verify(card.contact)

    def retire(self) -> None:
        """Take the contact out of lists and lookup, or back in."""
        card = self.chosen()
        if card is not None:
            self.deeds.retire(card.contact)

    # building

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.query.edited.connect(self._on_edited)
        self.query.stepped.connect(self.people.step)
        self.query.entered.connect(self.copy_first)
        self.tree.chosen.connect(self.show_which)
        self.box.chosen.connect(self.show_which)
        self.people.chosen.connect(self.reader.show)
        self.people.emptied.connect(self.reader.show)
        self.reader.read.connect(self._show_person)
        self.people.taken.connect(self.copy_first)
        self.people.listed.connect(self._on_listed)
        for signal, verb in (
            (self.card.pair_wanted, self.reader.show),
            (self.card.call_wanted, self.log_call),
            (self.card.edit_wanted, self.edit_contact),
            (self.card.verify_wanted, self.verify),
            (self.card.retire_wanted, self.retire),
            (self.new.clicked, self.add_contact),
            (self._empty.begun, self.files.import_file),
            (self.print_button.clicked, self.print_view),
        ):
            signal.connect(verb)
        self.card.number_taken.connect(self.copy)
        self.deeds.saved.connect(self.reader.show)
        self.deeds.refused.connect(self._say_refused)
        self.desk.hub.committed.connect(self._on_committed)
        self.desk.session.changed.connect(self._follow_seat)

    def _add_actions(self) -> None:
        handlers = (self.add_contact, self.edit_contact, self.log_call, self.show_pair)
        more = (self.files.import_file, self.files.export, self.verify, self.retire)
        for spec, handler in zip(VERBS, handlers + more, strict=True):
            self.desk.actions.add(spec, handler, self, local=True)

    # reading

    def _read_units(self) -> tuple[list[Unit], list[UnitLine]]:
        units = self._service.units()
        return units, unit_lines(units, self._service.counts(), self.read_hqs())

    def _show_units(self, read: tuple[list[Unit], list[UnitLine]]) -> None:
        self.units, lines = read
        self.tree.show_lines(lines)
        self.box.show_lines(lines)
        is_empty = not self.units and lines[0].people == 0
        self.show_filled(is_filled=not is_empty)
        self.units_shown.emit()

    def _look_up(self) -> None:
        self.show_instead(None)
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
        is_settled = not self.people.is_reading and self.reader.is_settled
        self._waiting = None if is_settled else deed
        return is_settled

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def show_which(self, which: Which) -> None:
        """Show another line of the tree, whoever asked for it."""
        self.tree.choose(which)
        self.box.choose(which)
        self.query.edit.clear()
        self._pause.stop()
        self.edit_unit.setEnabled(self.unit() is not None)
        if which.hq_id is None:
            self.show_instead(None)
            self.people.show_which(which)
        self.which_changed.emit(which)

    def _on_listed(self, count: int, is_capped: bool) -> None:
        is_search = bool(self.query.edit.text().strip())
        more = "以上，再多打几个字" if is_capped else ""
        self.words.setText(f"{'找到' if is_search else '共'} {count} 人{more}" if count else "")
        is_shown = count > 0 or not is_search
        self.people.setVisible(is_shown and self._empty.isHidden())
        self._none.setVisible(not is_shown)
        self._go_on()

    def _show_person(self, person: PersonCard | None) -> None:
        known = self.card.shown()
        if not (known and person) or known.card.contact.id != person.card.contact.id:
            self._taken = ""
            self.say("")
        self.card.show_card(person, may_write=self.desk.session.seat.may_write)
        self._go_on()

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if not changes.names(*_TABLES):
            return
        self.reload()
        self.people.reload()
        self.reader.again()

    def chosen(self) -> ContactCard | None:
        """Return the contact shown."""
        return shown.card if (shown := self.card.shown()) else None

    def unit(self) -> Unit | None:
        """Return the unit chosen in the tree."""
        which = self.tree.which()
        return next((unit for unit in self.units if unit.id == which.unit_id), None)

    def _why_no_number(self, card: ContactCard) -> str:
        if not sees_mobiles(self.desk) and any(is_hidden(one.number) for one in card.numbers):
            return "手机号已遮住。按 Ctrl+M 写明原因，看完整号码。"
        return f"{card.contact.name}没有可以拨打的号码。"

    def _say_refused(self, words: str) -> None:
        self.say(words, "overdue")

    def _follow_seat(self) -> None:
        may = self.desk.session.seat.may_write
        for button in (self.new, self.take_in, self.hand_out, self.new_unit):
            button.setEnabled(may)
        self.edit_unit.setEnabled(may and self.unit() is not None)
        self.people.reload()
        self.reader.tell()
