"""移到…: a unit or a person below another unit, without the mouse."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.contacts import Unit
from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.contacts.form_dialog import FormDialog, FormWords
from dutydesk.ui.contacts.unit_choice import UnitChoice
from dutydesk.ui.desk import Desk

MoveTo = Callable[[str | None], Done[Any]]


@dataclass(frozen=True, slots=True)
class MoveStart:
    """What is moved, where it stands, and where it cannot go."""

    name: str
    units: Sequence[Unit]
    at: str | None = None
    without: Collection[str] = ()


class MoveDialog(FormDialog):
    """Asks for the unit; ``saved`` when it was moved."""

    def __init__(self, desk: Desk, start: MoveStart, move: MoveTo, parent: QWidget) -> None:
        super().__init__(desk, FormWords(f"把“{start.name}”移到", "移到"), parent)
        self._move = move
        self.target = UnitChoice(desk.theme, "单位", start.units, start.at, start.without)
        self.rows.row("单位", self.target)
        self.rows.note("选“无”，单位就移到最上层，联系人就不归任何单位。")
        self.ready(self.target)

    def typed(self) -> object:
        """Return the unit chosen."""
        return self.target.unit_id()

    def submit(self) -> None:
        """Move it there."""
        self.send(partial(self._move, self.target.unit_id()))
