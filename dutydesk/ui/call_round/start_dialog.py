"""Starting a round: what it is about, what to say, whom to call."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from dutydesk.domain.call_round import DraftCallRound
from dutydesk.domain.call_selection import CallList
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.services.call_reading import Beginning, CallReadingService
from dutydesk.services.call_round import CallRoundService
from dutydesk.ui.ask_dialog import AskDialog, Job
from dutydesk.ui.call_round.callee_choice import CalleeChoice
from dutydesk.ui.call_round.people import FindPeople
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.call_round import FIELD
from dutydesk.wording.sentences import sentence

_TRIES, _MINUTES = (1, 2, 3, 4, 5), (3, 5, 10, 15, 30, 60)
_WIDTH = 860
_USUAL_TRIES, _USUAL_MINUTES = 3, 5


@dataclass(frozen=True, slots=True)
class CallServices:
    """What the room of call rounds works with."""

    call_round: CallRoundService
    reading: CallReadingService
    find_people: FindPeople


@dataclass(frozen=True, slots=True)
class CallMatter:
    """What a round is about: a warning, an incident, or neither."""

    warning_id: str | None = None
    incident_id: str | None = None


class StartDialog(LongDialog):
    """A new round; ``answered(CallRound)``."""

    help_page = "call_round"

    def __init__(
        self, desk: Desk, services: CallServices, matter: CallMatter, parent: QWidget
    ) -> None:
        super().__init__(desk, "开始叫应", "开始叫应  Ctrl+Enter", parent)
        self.setMinimumWidth(min(desk.theme.px(_WIDTH), parent.window().width()))
        self._services, self._matter = services, matter
        # Made once: what was written but not acknowledged is not started twice.
        self._id = services.call_round.new_id()
        self.title, self.superior, self.superior_phone = QLineEdit(), QLineEdit(), QLineEdit()
        self.tries = ChoiceBox(desk.theme, FIELD["max_tries"])
        self.minutes = ChoiceBox(desk.theme, FIELD["within_minutes"])
        self.choice = CalleeChoice(desk, services.reading.chosen, services.find_people, self)
        self.save = QPushButton("存为名单…")
        self._lay_rows()
        about = matter.warning_id or matter.incident_id or "new"
        fields: dict[str, QWidget] = {
            "title": self.title,
            "words": self.words,
            "superior": self.superior,
            "superior_phone": self.superior_phone,
            "tries": self.tries,
            "minutes": self.minutes,
            **self.choice.fields(),
        }
        self._words = self.keep(f"call_round:{about}", fields)
        self._words.taken_up.connect(self._on_taken_up)
        self._words.given_up.connect(self.choice.look)
        begin = partial(services.reading.beginning, matter.warning_id, matter.incident_id)
        desk.runner.submit(begin, done=self._begin, failed=self._cannot_begin)

    def job(self) -> Job:
        draft = DraftCallRound(
            id=self._id,
            title=self.title.text(),
            words=self.words.toPlainText(),
            callees=self.choice.callees(),
            warning_id=self._matter.warning_id,
            incident_id=self._matter.incident_id,
            superior=self.superior.text(),
            superior_phone=self.superior_phone.text(),
            max_tries=int(self.tries.currentData()),
            within_minutes=int(self.minutes.currentData()),
        )
        return partial(self._services.call_round.start, draft, by=self.desk.session.seat.actor)

    def save_list(self) -> None:
        """Keep the choice under a name."""
        criteria = self.choice.criteria()
        kept = CallList(
            id=self._services.call_round.new_id(),
            name="",
            unit_ids=criteria.unit_ids,
            area=criteria.area,
            roles=tuple(criteria.roles),
            kinds=tuple(criteria.kinds),
            with_duty_phones=criteria.with_duty_phones,
            picked=criteria.picked,
            left_out=criteria.left_out,
        )
        dialog = SaveListDialog(self.desk, self._services.reading, kept, self)
        dialog.answered.connect(self._on_saved)
        dialog.open()

    def _lay_rows(self) -> None:
        self.form.row(FIELD["title"], self.title)
        self.words = self.text_row(
            FIELD["words"], "电话里要说的话，例如：请立即到岗，转移低洼院落居民"
        )
        self.choice.lay_rows(self.form)
        self.form.row("", self.save)
        self.form.row(FIELD["superior"], self.superior)
        self.form.row(FIELD["superior_phone"], self.superior_phone)
        for number in _TRIES:
            self.tries.addItem(f"{number}次", str(number))
        for number in _MINUTES:
            self.minutes.addItem(f"{number}分钟", str(number))
        self.tries.setCurrentIndex(_TRIES.index(_USUAL_TRIES))
        self.minutes.setCurrentIndex(_MINUTES.index(_USUAL_MINUTES))
        self.form.row(FIELD["max_tries"], self.tries)
        self.form.row(FIELD["within_minutes"], self.minutes)
        self.save.setAutoDefault(False)
        self.save.setAccessibleName("存为名单")
        self.save.clicked.connect(self.save_list)

    def _begin(self, beginning: Beginning) -> None:
        self.choice.offer(beginning.units, beginning.lists)
        self.title.setText(beginning.title)
        self.words.setPlainText(beginning.words)
        self.superior.setText(beginning.superior)
        self.superior_phone.setText(beginning.superior_phone)
        self._words.begin()
        whom = self.choice.saved if beginning.lists else self.choice.unit
        field = whom if beginning.title else self.title
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cannot_begin(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.say(sentence(error))
        self._words.begin()

    def _on_taken_up(self, _changed: object) -> None:
        self.choice.look()

    def _on_saved(self, kept: CallList) -> None:
        job = self._services.reading.lists
        self.desk.runner.submit(job, done=partial(self._offer_lists, kept.id))

    def _offer_lists(self, chosen: str, lists: list[CallList]) -> None:
        self.choice.offer_lists(lists, chosen)


class SaveListDialog(AskDialog):
    """Asks the name under which a choice is kept."""

    help_page = "call_round"

    def __init__(
        self, desk: Desk, reading: CallReadingService, kept: CallList, parent: QWidget
    ) -> None:
        super().__init__(desk, "存为名单", "存下", parent)
        self._reading, self._kept = reading, kept
        self.name = QLineEdit()
        self.name.setPlaceholderText("例如：防汛责任人")
        self.form.row("名称", self.name)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job:
        named = replace(self._kept, name=self.name.text().strip())
        return partial(self._reading.save_list, named, by=self.desk.session.seat.actor)
