"""设置: what the unit sets behind an administrator's PIN, and what this machine keeps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.officer import Actor, Officer
from dutydesk.domain.settings import SETTINGS, SettingScope, SettingValue
from dutydesk.services.officer import OfficerService
from dutydesk.services.settings import SettingsService
from dutydesk.services.workstation import WorkstationService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.admin_gate import AdminGate
from dutydesk.ui.desk import Desk
from dutydesk.ui.messages import FileWish
from dutydesk.ui.rooms import RoomPanel, first_field
from dutydesk.ui.settings.fields import SettingField
from dutydesk.ui.settings.sound_test import SoundTest
from dutydesk.ui.tokens import LookChoice
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.ui.widgets.tab_order import chain, tab_order
from dutydesk.wording.sentences import sentence
from dutydesk.wording.settings import SETTING

_WIDEST = 720

SAVE = ActionSpec("settings.save", "保存设置", "Ctrl+S", ActionGroup.ENTRY, "save")


class SettingsPanel(RoomPanel):
    """Built from the table of settings; saving names what is wrong and loses nothing typed."""

    help_page = "settings"
    sound_wanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        settings: SettingsService,
        officer: OfficerService,
        workstation: WorkstationService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._settings, self._officer, self._workstation = settings, officer, workstation
        self.gate = AdminGate(desk, officer.officers, self._prove)
        self.unit = QLineEdit()
        self.fields = {
            setting.key: SettingField(desk.theme, setting.key, setting.default)
            for setting in SETTINGS
        }
        self._heads = [QLabel("本机"), QLabel("单位")]
        self._forms = [FormRows(desk.theme), FormRows(desk.theme)]
        self.save, self.drop = QPushButton("保存  Ctrl+S"), QPushButton("不要改动")
        self._pick, self.sound = QPushButton("选文件夹"), SoundTest()
        self._answer = QLabel()
        self._known: dict[str, SettingValue] = {}
        self._unit = ""
        self._build()
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def entered(self) -> None:
        """Begin in the first field, with the gate shut; what was changed and not saved stays."""
        self.gate.shut()
        if self._unsaved():
            self._answer.setText(
                "上次的改动还没有保存。输入口令后按 Ctrl+S 保存，或按“不要改动”。"
            )
        else:
            self.reload()
        last, page = self.last_field(), self._machine_holder.parentWidget()
        is_inside = last is not None and page is not None and page.isAncestorOf(last)
        field = last if is_inside else first_field(self._machine_holder)
        (field or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read all settings again."""
        self.desk.runner.submit(self._read, done=self._show)

    def submit(self) -> None:
        """Save the unit's settings together, or none of them."""
        if self.gate.actor is None or not self.save.isEnabled():
            return
        changed = self._changed()
        self._answer.clear()
        self.save.setEnabled(False)
        job = partial(self._settings.save, self.unit.text(), changed, by=self.gate.actor)
        self.desk.runner.submit(job, done=self._saved, failed=self._refused)

    def _changed(self) -> dict[str, SettingValue]:
        return {
            key: field.value()
            for key, field in self.fields.items()
            if key in self._known and field.value() != self._known[key]
        }

    def _unsaved(self) -> bool:
        return bool(self._known) and (bool(self._changed()) or self.unit.text() != self._unit)

    def _drop(self) -> None:
        self._answer.clear()
        self.reload()

    def _read(self) -> tuple[str, dict[str, SettingValue]]:
        return self._settings.room().unit, self._settings.all()

    def _show(self, read: tuple[str, dict[str, SettingValue]]) -> None:
        self._unit, self._known = read
        self.unit.setText(self._unit)
        for key, value in {**self._workstation.all(), **self._known}.items():
            field = self.fields[key]
            field.blockSignals(True)
            field.set_value(value)
            field.blockSignals(False)
        # The rows of the shifts were made just now and would come after all else.
        chain(self._machine_holder, self.gate, self._unit_holder)
        for before, button in zip(
            (tab_order(self._unit_holder)[-1], self.save), (self.save, self.drop), strict=True
        ):
            QWidget.setTabOrder(before, button)

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        set_style(self._answer, tone="overdue")
        self._answer.setWordWrap(True)
        set_style(self.save, rank="primary")
        machine, unit = self._forms
        unit.row("单位名称", self.unit)
        for setting in SETTINGS:
            is_room = setting.scope is SettingScope.ROOM
            self._add_field(unit if is_room else machine, setting.key)
            if not is_room:
                self.fields[setting.key].changed.connect(partial(self._set_machine, setting.key))
        self._lay_out()
        self.save.clicked.connect(self.submit)
        self.drop.clicked.connect(self._drop)
        self.desk.actions.add(SAVE, self.submit, self)
        self._pick.clicked.connect(self._pick_folder)
        self.sound.wanted.connect(self.sound_wanted)
        self.gate.opened.connect(self._on_gate)
        self.gate.closed.connect(self._allow)
        self._allow()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(inside, ground="surface")
        self._column = QVBoxLayout(inside)
        for head, form in zip(self._heads, self._forms, strict=True):
            self._column.addWidget(head)
            if form is self._forms[1]:
                self._column.addWidget(self.gate)
            holder = QWidget()
            holder.setLayout(form)
            if form is self._forms[1]:
                self._unit_holder = holder
            else:
                self._machine_holder = holder
            self._column.addWidget(holder)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.save)
        self._foot.addWidget(self.drop)
        self._foot.addWidget(self._answer, 1)
        self._column.addLayout(self._foot)
        self._column.addStretch(1)
        scroll = SteadyScroll()
        scroll.setWidget(inside)
        scroll.setAccessibleName("设置")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _add_field(self, form: FormRows, key: str) -> None:
        word, note = SETTING[key]
        field = self.fields[key].widget
        beside = {"backup_folder": self._pick, "is_sound_on": self.sound}.get(key)
        word = "" if key == "is_sound_on" else word
        if beside is None:
            form.row(word, field)
        else:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(field, 1 if key == "backup_folder" else 0)
            row.addWidget(beside, 0 if key == "backup_folder" else 1)
            holder.setFocusProxy(field)
            form.row(word, holder)
        form.note(note)

    def _prove(self, officer_id: str, pin: str) -> Officer:
        return self._officer.prove(officer_id, pin, by=Actor(officer_id, officer_id))

    def _on_gate(self, _actor: Actor) -> None:
        self._allow()
        self.unit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self) -> None:
        is_open = self.gate.is_open and self.desk.session.seat.may_write
        self._unit_holder.setEnabled(is_open)
        self.save.setEnabled(is_open)

    def _pick_folder(self) -> None:
        folder = self.desk.messages.folder(FileWish("另存备份到"))
        if folder is not None:
            self.fields["backup_folder"].set_value(str(folder))

    def _set_machine(self, key: str) -> None:
        value = self.fields[key].value()
        try:
            self._workstation.put({key: value})
        except StoreError as error:
            self._answer.setText(sentence(error))
        if key == "palette":
            self.desk.theme.choose(LookChoice(str(value)), self.desk.clock.now())
        elif key == "type_scale" and isinstance(value, int):
            self.desk.theme.set_scale(value)

    def _saved(self, done: Done[dict[str, SettingValue]]) -> None:
        self.save.setEnabled(True)
        if done.changes.touched:
            self.desk.hub.announce(done.changes, self)
        words = "设置已保存。" if done.changes.touched else "没有改动。"
        self.desk.notices.put(Notice("settings", NoticeKind.DONE, words))
        self.reload()

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._answer.setText(sentence(error))

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(16))
        self._column.setSpacing(theme.px(12))
        self._foot.setSpacing(theme.px(12))
        for head in self._heads:
            head.setFont(theme.font("title", bold=True))
        for form in self._forms:
            form.restyle()
        for holder in (self._unit_holder, self._machine_holder):
            holder.setMaximumWidth(theme.px(_WIDEST))
