"""The unit's lists of 通报单位, 先期处置 and 指挥部, changed behind an administrator's PIN."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.incident import GRADES, IncidentCategory, IncidentLevel
from dutydesk.domain.incident_notice import NotifiedParty
from dutydesk.domain.initial_action import InitialAction
from dutydesk.domain.officer import Actor
from dutydesk.services.handling_list import HandlingListService
from dutydesk.services.officer import OfficerService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.admin_list import AdminListLook
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.panel import IncidentPanel
from dutydesk.ui.ordered_list import OrderedListDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.incident import CATEGORY, LEVEL
from dutydesk.wording.incident_handling import FIELD, scope_words

EDIT = ActionSpec(
    "incident.handling_lists", "编辑通报、处置、指挥清单", "", ActionGroup.ENTRY, "list-checks"
)
VERBS = (EDIT,)
PARTIES, ACTIONS, HQS = "parties", "actions", "hqs"
_LISTS = {PARTIES: "通报单位", ACTIONS: "先期处置", HQS: "指挥部"}
_HEADS = ("名称", "管哪些事件", "电话", "指挥长·牵头单位", "状态")
_LOOK = AdminListLook("通报、处置、指挥清单", "清单", _HEADS, (0, 1, 3), (1000, 620))
_HINT = (
    "种类不写就是这一类全部，指挥部可写几种，用顿号隔开。等级选了，达到才列出；未定级时都列出。"
    "叫“专项指挥部”的通报单位，由按等级指挥的那一个代替。"
)

Line = NotifiedParty | InitialAction | CommandHq


class HandlingListDialog(OrderedListDialog[Line]):
    """One list at a time; Enter on a row takes it into the fields below."""

    help_page = "incident"

    def __init__(
        self, desk: Desk, service: HandlingListService, officer: OfficerService, parent: QWidget
    ) -> None:
        super().__init__(desk, officer, _LOOK, parent)
        self._service = service
        self._changing: Line | None = None
        theme = desk.theme
        self.which = ChoiceBox(theme, "哪一份清单")
        self.name, self.kinds, self.phone = QLineEdit(), QLineEdit(), QLineEdit()
        self.commander, self.lead = QLineEdit(), QLineEdit()
        self.category, self.at_least = ChoiceBox(theme, "类别"), ChoiceBox(theme, "等级")
        self._build()
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        read: dict[str, Callable[[], Sequence[Line]]] = {
            PARTIES: self._service.parties,
            ACTIONS: self._service.actions,
            HQS: self._service.hqs,
        }
        job = read[self.which.currentData()]
        self._desk.runner.submit(job, done=self._show, failed=self._refused)

    def _build(self) -> None:
        theme = self._desk.theme
        for key, word in _LISTS.items():
            self.which.addItem(word, key)
        self.category.addItem("不限类别", "")
        for category, word in CATEGORY.items():
            self.category.addItem(word, category.value)
        self.at_least.addItem("不限等级", "")
        for level in GRADES:
            self.at_least.addItem(f"{LEVEL[level]}及以上", level.value)
        for field, word, hint in (
            (self.name, "名称", "名称"),
            (self.kinds, "种类", "种类，如 火灾、爆炸"),
            (self.phone, "电话", "电话"),
            (self.commander, FIELD["commander"], FIELD["commander"]),
            (self.lead, FIELD["lead_department"], FIELD["lead_department"]),
        ):
            field.setAccessibleName(word)
            field.setPlaceholderText(hint)
            field.returnPressed.connect(self._put)
        hint_label = QLabel(_HINT)
        set_style(hint_label, tone="muted")
        hint_label.setWordWrap(True)
        fields = QGridLayout()
        fields.setSpacing(theme.px(8))
        for column, part in enumerate((self.name, self.category, self.kinds, self.at_least)):
            fields.addWidget(part, 0, column)
        for column, part in enumerate((self.phone, self.commander, self.lead, self.put)):
            fields.addWidget(part, 1, column)
        self._connect()
        self._lay_out(self.name, self.which, fields, hint_label, self._answer, self._foot())

    def _connect(self) -> None:
        self.which.activated.connect(self._change_list)
        self.put.clicked.connect(self._put)
        self.table.activated.connect(self._begin_change)
        self.table.currentCellChanged.connect(self._allow)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.switch.clicked.connect(self._switch)

    def _allow(self, *_cells: int) -> None:
        is_open, kept = self._may_change, self.which.currentData()
        self._allow_order(self.name, self.category, self.kinds)
        self.phone.setEnabled(is_open and kept != ACTIONS)
        self.at_least.setEnabled(is_open and kept != ACTIONS)
        for part in (self.commander, self.lead):
            part.setEnabled(is_open and kept == HQS)

    def _change_list(self) -> None:
        self._empty()
        self.reload()

    def _words(self, line: Line) -> tuple[str, ...]:
        return _cells(line)

    def _begin_change(self) -> None:
        line = self._chosen()
        if line is None or not self.name.isEnabled():
            return
        self._changing = line
        self.name.setText(line.name)
        self.kinds.setText("、".join(line.scope.kinds))
        self.category.setCurrentIndex(self.category.findData(line.category or ""))
        self.at_least.setCurrentIndex(self.at_least.findData(line.scope.at_least or ""))
        if not isinstance(line, InitialAction):
            self.phone.setText(line.phone)
        if isinstance(line, CommandHq):
            self.commander.setText(line.commander)
            self.lead.setText(line.lead_department)
        self.put.setText("改好")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self) -> None:
        if self.which.currentData() != HQS and len(self._kinds()) > 1:
            self._say("这份清单一行只写一个种类。要管几种，请加几行。")
            return
        self._do(partial(self._write, self._typed()), self._kept)

    def _kinds(self) -> tuple[str, ...]:
        parts = self.kinds.text().replace("，", "、").split("、")
        return tuple(part.strip() for part in parts if part.strip())

    def _typed(self) -> Line:
        """Return the line in the fields; what a list has no field for stays as it was."""
        category = self.category.currentData()
        at_least = self.at_least.currentData()
        facts: dict[str, Any] = {
            "name": self.name.text(),
            "category": IncidentCategory(category) if category else None,
        }
        kinds = self._kinds()
        level = IncidentLevel(at_least) if at_least else None
        before = self._changing
        match self.which.currentData():
            case "actions":
                facts |= {"kind": kinds[0] if kinds else ""}
                action = before if isinstance(before, InitialAction) else None
                new_action = InitialAction(id=self._service.new_id(), name="")
                return replace(action or new_action, **facts)
            case "hqs":
                facts |= {"kinds": kinds, "at_least": level, "phone": self.phone.text().strip()}
                facts |= {"commander": self.commander.text().strip()}
                facts |= {"lead_department": self.lead.text().strip()}
                hq = before if isinstance(before, CommandHq) else None
                return replace(hq or CommandHq(id=self._service.new_id(), name=""), **facts)
            case _:
                facts |= {"kind": kinds[0] if kinds else "", "at_least": level}
                facts |= {"phone": self.phone.text().strip()}
                party = before if isinstance(before, NotifiedParty) else None
                new_party = NotifiedParty(id=self._service.new_id(), name="")
                return replace(party or new_party, **facts)

    def _write(self, line: Line, by: Actor) -> Done[Any]:
        """Run on the store lane: touches no widget."""
        if isinstance(line, NotifiedParty):
            return self._service.put_party(line, by=by)
        if isinstance(line, InitialAction):
            return self._service.put_action(line, by=by)
        return self._service.put_hq(line, by=by)

    def _kept(self, done: Done[Any]) -> None:
        self._empty()
        self._changed(done)

    def _empty(self) -> None:
        self._changing = None
        for field in (self.name, self.kinds, self.phone, self.commander, self.lead):
            field.clear()
        for box in (self.category, self.at_least):
            box.setCurrentIndex(0)
        self.put.setText("加上")

    def _move(self, steps: int) -> None:
        line = self._chosen()
        if line is None:
            return
        move = {
            PARTIES: self._service.move_party,
            ACTIONS: self._service.move_action,
            HQS: self._service.move_hq,
        }[self.which.currentData()]
        self._do(lambda by: move(line.id, steps, by=by))

    def _switch(self) -> None:
        line = self._chosen()
        if line is not None:
            other = replace(line, is_active=not line.is_active)
            self._do(partial(self._write, other))


def _cells(line: Line) -> tuple[str, ...]:
    phone = "" if isinstance(line, InitialAction) else line.phone
    who = ""
    if isinstance(line, CommandHq):
        who = "·".join(part for part in (line.commander, line.lead_department) if part)
    state = "" if line.is_active else "已停用"
    return line.name, scope_words(line.scope), phone, who, state


class HandlingListDeed(QObject):
    """Hangs on the room: a verb for the palette and 更多."""

    def __init__(
        self, panel: IncidentPanel, service: HandlingListService, officer: OfficerService
    ) -> None:
        super().__init__(panel)
        self._panel, self._service, self._officer = panel, service, officer
        panel.desk.actions.add(EDIT, self.open, panel, local=True)
        if panel.deeds.more is not None:
            panel.deeds.more(EDIT.word, self.open, lambda: True)

    def open(self) -> None:
        """Open the lists."""
        panel = self._panel
        HandlingListDialog(panel.desk, self._service, self._officer, panel.window()).open()
