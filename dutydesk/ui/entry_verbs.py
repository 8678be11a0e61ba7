"""What begins with a log entry wherever one is shown: open item, directive, warning."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind

_STRUCK = "entry_struck"
_CHOOSE_ANOTHER = "这条记录已经划去。请选更正后的一条。"
OPEN_ITEM_KEY, DIRECTIVE_KEY, WARNING_KEY = "Ctrl+T", "Ctrl+Shift+T", "Ctrl+Shift+G"


def entry_specs(room_id: str) -> list[ActionSpec]:
    """Return the actions of a room; the duty desk has its own way to list an open item."""
    directive = ActionSpec(
        f"{room_id}.list_directive",
        "选中记录的领导批示列入台账",
        DIRECTIVE_KEY,
        ActionGroup.ENTRY,
        "stamp",
    )
    listing = ActionSpec(
        f"{room_id}.list_open",
        "选中的记录列入未办结",
        OPEN_ITEM_KEY,
        ActionGroup.ENTRY,
        "list-checks",
    )
    warning = ActionSpec(
        f"{room_id}.register_warning",
        "由选中的记录登记预警",
        WARNING_KEY,
        ActionGroup.ENTRY,
        "cloud-sun",
    )
    if room_id == "duty_desk":
        return [directive, warning]
    return [directive, warning, listing]


class EntryVerbs(QObject):
    """Keys of a room; ``chosen`` gives the entry that is meant, None when none is.

    ``open_item_wanted``, ``directive_wanted``, ``warning_wanted`` with the entry.
    """

    open_item_wanted = Signal(object)
    directive_wanted = Signal(object)
    warning_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        panel: QWidget,
        room_id: str,
        chosen: Callable[[], ListedEntry | None],
    ) -> None:
        super().__init__(panel)
        self._desk, self._chosen = desk, chosen
        directive, warning, *listing = entry_specs(room_id)
        desk.actions.add(directive, self.list_directive, panel, local=True)
        desk.actions.add(warning, self.register_warning, panel, local=True)
        for spec in listing:
            desk.actions.add(spec, self.list_open, panel, local=True)

    def list_open(self) -> None:
        """Ask what is still open about the entry."""
        self._ask(self.open_item_wanted)

    def list_directive(self) -> None:
        """Ask for the line of the entry's directive."""
        self._ask(self.directive_wanted)

    def register_warning(self) -> None:
        """Ask for the fields of the warning that the entry tells of."""
        self._ask(self.warning_wanted)

    def _ask(self, wanted: SignalInstance) -> None:
        listed = self._chosen()
        if listed is None:
            return
        if listed.is_struck:
            self._desk.notices.put(Notice(_STRUCK, NoticeKind.HINT, _CHOOSE_ANOTHER))
        else:
            wanted.emit(listed.entry)
