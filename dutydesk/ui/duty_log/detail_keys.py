"""What two keys of the quick entry do: fold out the further fields, tick that it was read back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dutydesk.domain.entry_detail import YES, field_of
from dutydesk.ui.duty_log.detail_area import DetailArea, tab_stops
from dutydesk.ui.widgets.flag_field import FlagField

READ_BACK = "read_back"


def unfold(area: DetailArea, back_to: QWidget) -> None:
    """Go to the further fields, unfolded if need be; from there back to the text, folded."""
    further = area.further_inputs()
    is_there = any(stop.hasFocus() for stop in tab_stops(further))
    area.unfold(is_unfolded=not is_there)
    further = area.further_inputs()
    to = back_to if is_there or not further else further[0]
    to.setFocus(Qt.FocusReason.ShortcutFocusReason)


def tick_read_back(area: DetailArea) -> None:
    """Answer that it was read back; once more takes the answer back."""
    if field_of(area.kind, READ_BACK) is None:
        return
    flag = area.inputs.input(READ_BACK)
    if isinstance(flag, FlagField) and flag.isEnabled():
        flag.answer("" if flag.value() == YES else YES)
