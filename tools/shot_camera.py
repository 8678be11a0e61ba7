"""Takes the pictures: every scene of every stage under every look, one window a stage."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dutydesk import paths
from dutydesk.ui.fonts import load_screen_font, speak_chinese
from dutydesk.ui.theme import Theme
from dutydesk.ui.tokens import LookChoice
from tools.shot_desk import desk_window, stages
from tools.shot_room import NOW
from tools.shot_scene import Scene, Stage, come_up, put_away, settle

Look = tuple[str, int]
Taken = tuple[str, Look, str]
# 0 packs best and slowest; the pictures of a run are looked at and thrown away.
_PACKED = 80


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: a window size, the looks, the first letters of scenes (none: all)."""

    size: tuple[int, int]
    looks: Sequence[Look]
    only: tuple[str, ...]
    out: Path


def take(place: Path, order: Order) -> list[Taken]:
    """Take the scenes and tell what was taken."""
    theme = _dressed()
    return [taken for stage in stages(theme, place) for taken in _take_stage(stage, theme, order)]


def take_desk(place: Path, size: tuple[int, int], file: Path) -> None:
    """Take the front room by day at 100 %."""
    theme = _dressed()
    window = desk_window(theme, place)
    _turn(theme, (LookChoice.DAY.value, 100))
    window.resize(*size)
    window.show()
    settle()
    window.grab().save(str(file), quality=0)


def _dressed() -> Theme:
    qInstallMessageHandler(_quiet)
    app = QApplication([])
    # Kept alive by Qt's own pointer; Python must not collect it while pictures are taken.
    _KEPT.append(app)
    app.setStyle("Fusion")
    speak_chinese(app)
    theme = Theme(paths.resources_dir(), load_screen_font(paths.resources_dir() / "fonts"))
    theme.apply()
    return theme


_KEPT: list[QApplication] = []


def _take_stage(stage: Stage, theme: Theme, order: Order) -> Iterator[Taken]:
    stage.begin()
    only, width = order.only, order.size[0]
    scenes = [one for one in stage.scenes if not only or one.name.startswith(only)]
    for look in order.looks if scenes else ():
        _turn(theme, look)
        for scene in scenes:
            name = f"{scene.name}-{look[0]}-{look[1]}-{width}.png"
            _shoot(scene, stage.window, order.size, order.out / name)
            yield scene.name, look, name


def _turn(theme: Theme, look: Look) -> None:
    theme.choose(LookChoice(look[0]), NOW)
    theme.set_scale(look[1])


def _shoot(scene: Scene, window: QWidget | None, size: tuple[int, int], file: Path) -> None:
    if window is not None:
        window.resize(scene.width or size[0], size[1])
        window.show()
    settle()
    shown = scene.show()
    QTest.qWait(scene.wait)
    settle()
    widget = shown or come_up(window)
    widget.grab().save(str(file), quality=_PACKED)
    if widget is not window:
        put_away(widget)
    # A viewer stands before the dialog it came from: nothing may stand before the next scene.
    while (left := _standing(window)) is not None:
        put_away(left)
    scene.leave()


def _standing(window: QWidget | None) -> QWidget | None:
    try:
        return come_up(window)
    except LookupError:
        return None


def _quiet(kind: QtMsgType, _context: object, text: str) -> None:
    if "does not support" not in text:
        print(kind.name, text, file=sys.stderr)
