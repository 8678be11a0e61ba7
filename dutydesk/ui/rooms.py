"""What a room is to the shell: a spec in the list, and a panel with a few verbs.

Add a room: write ``dutydesk/ui/<feature>/panel.py`` with ``class XxxPanel(RoomPanel)`` taking the
desk and its services, and let the application put a :class:`RoomSpec` with a factory into the
window's list. The panel is built when the room is first entered and then kept as it was left.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.actions import ActionSpec
from dutydesk.ui.desk import Desk


class RoomPanel(QWidget):
    """The base of every room; the verbs do nothing until a room says what they mean.

    ``count_changed(int)`` writes the number beside the room's name (0 hides it).
    """

    count_changed = Signal(int)
    help_page = "index"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def entered(self) -> None:
        """Put the focus where work goes on; the shell calls it each time the room is shown.

        Unless a room knows better, its first field gets the focus the first time; later Qt gives
        it back to where it was. While nothing is there yet to be typed in, the room itself has
        it, so that the keys of the room are heard from the beginning.
        """
        field = self.last_field() or first_field(self) or self
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def last_field(self) -> QWidget | None:
        """Return the field that had the focus last, None when it is no longer there."""
        last = cast("QWidget | None", self.focusWidget())
        if last is None or last is self or not (last.isVisibleTo(self) and last.isEnabled()):
            return None
        return last

    def begin(self) -> bool:
        """Begin a new record of this room; in the front room it is a call (F2)."""
        return False

    def take_up(self) -> bool:
        """Go on with the draft put aside last (Shift+F2); False when there is none."""
        return False

    def search(self) -> bool:
        """Put the cursor into the search field (F3); False when there is none."""
        return False

    def print_view(self) -> bool:
        """Show the paper of this view (F9); False when there is none."""
        return False

    def show_record(self, record_id: str) -> None:
        """Select a record of this room, as a choice of its line in 时限 asks."""

    def why_no_paper(self) -> str:
        """Say why F9 showed nothing, and what to do."""
        return "这一页没有可打印的。日志单在值班台、交接班记录在交接班按 F9。"


def first_field(pane: QWidget) -> QWidget | None:
    """Return the first widget of ``pane`` that Tab can reach, None when there is none."""
    return next(
        (
            child
            for child in pane.findChildren(QWidget)
            if child.isVisibleTo(pane)
            and child.isEnabled()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ),
        None,
    )


RoomFactory = Callable[[Desk], RoomPanel]


@dataclass(frozen=True, slots=True)
class RoomSpec:
    """One line of the rooms list; ``key`` is Qt portable text (``F4``).

    ``verbs`` gives what can be done there, so that it is found before the room was built; their
    ids begin with the id of the room.
    """

    id: str
    word: str
    icon: str
    key: str
    factory: RoomFactory
    verbs: Callable[[], Sequence[ActionSpec]] = tuple


def room_of(action_id: str, rooms: Mapping[str, RoomSpec]) -> RoomSpec | None:
    """Return the room an action belongs to, None for one that works everywhere."""
    return rooms.get(action_id.partition(".")[0])
