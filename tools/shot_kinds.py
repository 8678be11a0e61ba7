"""The form of every kind of entry for the picture book: as it opens, and with all it asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.duty_log.caller import Caller
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.widgets.flag_field import FlagField
from dutydesk.ui.widgets.time_field import TimeField
from tools.shot_scene import Scene

_WORDS = "已报区总值班室"
_WAIT = 500
_COUNTS = ("页数", "份数", "来访人数", "响铃次数")


def kind_scenes(window: DeskWindow) -> list[Scene]:
    """Return two scenes for each kind, and what is said of matters that go on."""
    back = partial(_empty, window)
    kinds = list(EntryKind)
    folded = [Scene(f"kind-{kind.value}", partial(_show, window, kind), back) for kind in kinds]
    whole = [Scene(f"kind-{kind.value}-all", partial(_fill, window, kind), back) for kind in kinds]
    again = [
        Scene("matter-repeat", partial(_call_again, window), back, wait=_WAIT),
        Scene("matter-linked", partial(_go_on, window), back),
    ]
    return [*folded, *whole, *again]


def _form(window: DeskWindow) -> Any:
    window.enter("duty_desk")
    return window.panel("duty_desk").form


def _show(window: DeskWindow, kind: EntryKind) -> QWidget:
    form = _form(window)
    form.fields.choose_kind(kind)
    form.fields.text.setFocus()
    return window


def _fill(window: DeskWindow, kind: EntryKind) -> QWidget:
    _show(window, kind)
    fields = _form(window).fields
    fields.text.setPlainText("3号楼地下车库有浓烈燃气味，已通知燃气公司抢修班和消防。")
    fields.details.unfold(is_unfolded=True)
    for input_ in fields.details.shown():
        deed = _DEEDS.get(type(input_))
        if deed is not None:
            deed(input_)
    return window


def _call_again(window: DeskWindow) -> QWidget:
    """Type the number of a call that is on record."""
    form = _form(window)
    form.fields.who.show_caller(Caller("安和三社区", "李某", "19900007531"))
    form.fields.edited.emit()
    return window


def _go_on(window: DeskWindow) -> QWidget:
    window.enter("duty_desk")
    window.panel("duty_desk").matters.go_on()
    return window


def _empty(window: DeskWindow) -> None:
    _form(window).start_new()


_DEEDS: dict[type[QWidget], Callable[[Any], object]] = {
    QLineEdit: lambda line: line.setText("3" if line.accessibleName() in _COUNTS else _WORDS),
    TimeField: lambda time: time.edit.setText("0130"),
    FlagField: lambda flag: flag.set_value("yes"),
}
