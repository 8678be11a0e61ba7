"""The one registry of what a key or the palette can do; the key sheet is made from it.

Letters belong to the input method, so keys are function keys or combinations with Ctrl. Some
combinations belong to input methods and are refused here (rule 3 of the ecosystem notes).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from dutydesk.domain.dataclass import dataclass

FORBIDDEN_KEYS = frozenset(
    {
        "Ctrl+Space",
        "Shift+Space",
        "Ctrl+.",
        "Ctrl+,",
        "Ctrl+;",
        "Ctrl+Shift+F",
        *(f"Ctrl+Shift+{digit}" for digit in range(10)),
    }
)


class ActionGroup(StrEnum):
    """The headings of the key sheet and the palette, in this order."""

    ENTRY = "entry"
    ROOM = "room"
    VIEW = "view"
    DESK = "desk"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What can be done: id, the verb shown, its key (Qt portable text) and its icon.

    ``while_locked`` keeps it usable on a locked desk. ``also`` are further keys. ``room`` is the
    word of the only room that has it; rooms may give the same key to different verbs.
    """

    id: str
    word: str
    key: str = ""
    group: ActionGroup = ActionGroup.DESK
    icon: str = ""
    while_locked: bool = False
    also: tuple[str, ...] = ()
    room: str = ""


class KeyForbidden(ValueError):
    """The key belongs to the input method or is no function key or Ctrl combination."""


class KeyTaken(ValueError):
    """Another action of the same place has this key."""


class ActionRegistry(QObject):
    """Holds the actions; each one is a QAction of the widget that owns it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}
        self._local: set[str] = set()
        self._locked = False
        self._announced: dict[str, ActionSpec] = {}

    def add(
        self,
        spec: ActionSpec,
        handler: Callable[[], object],
        owner: QWidget,
        *,
        local: bool = False,
    ) -> QAction:
        """Make an action of ``owner``; ``local`` keys work only while the focus is inside it.

        ``handler`` is a bound method without arguments. Raises KeyForbidden, KeyTaken.
        """
        if spec.id in self._specs:
            raise KeyTaken(spec.id)
        keys = [key for key in (spec.key, *spec.also) if key]
        for key in keys:
            _check(key)
            if not local:
                self._check_free(spec, key)
        if local:
            self._local.add(spec.id)
        action = QAction(spec.word, owner)
        action.setShortcuts([QKeySequence(key) for key in keys])
        context = (
            Qt.ShortcutContext.WidgetWithChildrenShortcut
            if local
            else Qt.ShortcutContext.WindowShortcut
        )
        action.setShortcutContext(context)
        action.setEnabled(not self._locked or spec.while_locked)
        action.triggered.connect(handler)
        action.destroyed.connect(partial(self._forget, spec.id))
        owner.addAction(action)
        self._specs[spec.id] = spec
        self._actions[spec.id] = action
        self.changed.emit()
        return action

    def announce(self, specs: Iterable[ActionSpec]) -> None:
        """Let the palette find what a room can do before the room was built."""
        self._announced |= {spec.id: spec for spec in specs}

    def specs(self) -> list[ActionSpec]:
        """Return all actions in the order of groups, then as added; announced ones last."""
        order = list(ActionGroup)
        every = self._specs | {k: v for k, v in self._announced.items() if k not in self._specs}
        return sorted(every.values(), key=lambda spec: order.index(spec.group))

    def action(self, action_id: str) -> QAction:
        """Return the action of an id; raises KeyError."""
        return self._actions[action_id]

    def trigger(self, action_id: str) -> None:
        """Do it, unless it is disabled; raises KeyError."""
        self.action(action_id).trigger()

    def lend(self, window: QWidget, ids: Iterable[str]) -> None:
        """Let a window over the desk hear the keys of these actions, as far as there are such."""
        for name in ids:
            if name in self._actions:
                window.addAction(self._actions[name])

    def is_usable(self, action_id: str) -> bool:
        """Tell whether the action can be done now."""
        if action_id in self._actions:
            return self._actions[action_id].isEnabled()
        return not self._locked

    def set_locked(self, *, locked: bool) -> None:
        """Switch off what a locked desk may not do."""
        self._locked = locked
        for name, spec in self._specs.items():
            self._actions[name].setEnabled(not locked or spec.while_locked)

    def _check_free(self, spec: ActionSpec, key: str) -> None:
        for other in self._specs.values():
            # A local key is heard only where its room has the focus; rooms may share it.
            if other.id in self._local or other.id == spec.id:
                continue
            if spec.room and other.room and spec.room != other.room:
                continue
            if key in (other.key, *other.also):
                raise KeyTaken(key, other.id)

    def _forget(self, name: str, _action: QObject | None = None) -> None:
        self._specs.pop(name, None)
        self._actions.pop(name, None)
        self._local.discard(name)


def key_text(key: str) -> str:
    """Return a key as it stands on the keyboard: ``Ctrl+Return`` is shown as Ctrl+Enter."""
    key = key.replace("Return", "Enter").replace("PgDown", "PageDown").replace("PgUp", "PageUp")
    return key[: -len("Up")] + "↑" if key.endswith("+Up") else key


def _check(key: str) -> None:
    # Alt belongs to the desktop, letters alone to the input method.
    is_function = re.fullmatch(r"(Shift\+)?F\d{1,2}", key) is not None
    if key in FORBIDDEN_KEYS or not (is_function or key.startswith("Ctrl+")):
        raise KeyForbidden(key)
