"""Watched words, entries taken back and histories for the picture book."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene

# The watch waits a moment before it looks.
_WAIT = 500
_LEAK = "安和三社区居民来电，3号楼单元门口燃气泄漏味道很大，有一位老人被困家中"


def watch_scenes(window: DeskWindow) -> list[Scene]:
    """Return the line under the form, and what the keys of a chosen entry open."""
    return [
        Scene("watch-typing", partial(_typing, window), partial(_end, window), wait=_WAIT),
        Scene("dialog-withdraw", partial(_deed, window, "duty_desk.withdraw")),
        Scene("dialog-history", partial(_deed, window, "duty_desk.history")),
        Scene("dialog-watch-words", partial(_words, window)),
    ]


def _form(window: DeskWindow) -> Any:
    window.enter("duty_desk")
    panel: Any = window.panel("duty_desk")
    return panel.form


def _typing(window: DeskWindow) -> QWidget:
    form = _form(window)
    form.begin()
    form.fields.text.setPlainText(_LEAK)
    return window


def _end(window: DeskWindow) -> None:
    _form(window).start_new()


def _deed(window: DeskWindow, deed: str) -> None:
    window.enter("duty_desk")
    panel: Any = window.panel("duty_desk")
    rows = range(panel.model.rowCount())
    typed = [
        row
        for row in rows
        if (listed := panel.model.entry_at(row)) is not None
        and not listed.is_struck
        and not listed.entry.is_automatic
    ]
    panel.view.setCurrentIndex(panel.model.index(typed[-1], 0))
    window.desk.actions.trigger(deed)


def _words(window: DeskWindow) -> None:
    window.enter("settings")
    window.desk.actions.trigger("settings.watch_words")
