"""What this machine keeps of the desk: palette and type size, and where the window stood."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from dutydesk.domain.errors import StoreError
from dutydesk.services.workstation import WorkstationService
from dutydesk.ui.theme import Theme
from dutydesk.ui.tokens import LookChoice

WINDOW_FILE = "window.json"
_USUAL = (1366, 768)
_VISIBLE = 80

log = logging.getLogger(__name__)


class LookKeeper(QObject):
    """Writes palette and type size down whenever a key or the settings change them."""

    def __init__(self, theme: Theme, workstation: WorkstationService, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._workstation = theme, workstation
        self._kept = (theme.choice, theme.scale)
        theme.changed.connect(self._keep)

    def _keep(self) -> None:
        now = (self._theme.choice, self._theme.scale)
        if now == self._kept:
            return
        self._kept = now
        try:
            self._workstation.put({"palette": now[0].value, "type_scale": now[1]})
        except StoreError:
            log.warning("the settings of this machine could not be written")


def wear(theme: Theme, workstation: WorkstationService) -> None:
    """Give a theme that is not applied yet what this machine keeps, where it is fit."""
    kept = workstation.all()
    palette = str(kept["palette"])
    if palette in set(LookChoice):
        theme.choice = LookChoice(palette)
    scale = kept["type_scale"]
    if isinstance(scale, int):
        theme.scale = max(100, min(200, scale))


def put_back(window: QWidget, folder: Path) -> None:
    """Show the window where it stood; on a screen that is gone it comes back to this one."""
    try:
        kept = json.loads((folder / WINDOW_FILE).read_text(encoding="utf-8"))
        frame = QRect(*(int(kept[key]) for key in ("x", "y", "width", "height")))
        is_maximized = bool(kept["maximized"])
    except (OSError, ValueError, KeyError, TypeError):
        window.resize(*_fitting())
        window.show()
        return
    if _is_seen(frame):
        window.setGeometry(frame)
    else:
        window.resize(*_fitting())
    if is_maximized:
        window.showMaximized()
    else:
        window.show()


def keep_place(window: QWidget, folder: Path) -> None:
    """Write down where the window stands."""
    frame = window.normalGeometry()
    kept = {
        "x": frame.x(),
        "y": frame.y(),
        "width": frame.width(),
        "height": frame.height(),
        "maximized": window.isMaximized(),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        pending = folder / (WINDOW_FILE + ".tmp")
        pending.write_text(json.dumps(kept), encoding="utf-8")
        pending.replace(folder / WINDOW_FILE)
    except OSError:
        log.warning("the place of the window could not be written")


def _fitting() -> tuple[int, int]:
    screen = QGuiApplication.primaryScreen().availableGeometry()
    return min(_USUAL[0], screen.width()), min(_USUAL[1], screen.height())


def _is_seen(frame: QRect) -> bool:
    """Tell whether enough of a frame lies on some screen to be caught with the mouse."""
    for screen in QGuiApplication.screens():
        shown = screen.availableGeometry().intersected(frame)
        if shown.width() >= _VISIBLE and shown.height() >= _VISIBLE:
            return True
    return False
