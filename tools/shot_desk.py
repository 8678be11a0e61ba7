"""The scenes of the picture book: which window is shown and how it got there."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from PySide6.QtWidgets import QWidget

from dutydesk import paths
from dutydesk.ui.help.pages import HelpShelf
from dutydesk.ui.help.window import HelpWindow
from dutydesk.ui.key_sheet import KeySheet
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.messages import Choice, Decision, decision_box
from dutydesk.ui.palette import CommandPalette
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind

NOW = datetime(2026, 11, 20, 18, 15, 31, tzinfo=UTC)


class _Clock:
    def now(self) -> datetime:
        return NOW

    def tick(self) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class Scene:
    """One thing to look at; ``show`` sizes and returns the widget to be pictured."""

    name: str
    now: datetime
    show: Callable[[int, int], QWidget]
    hide: Callable[[QWidget], None]


def scenes(theme: Theme) -> Iterator[Scene]:
    """Yield the scenes one after another, so that one window lives at a time."""
    for name, prepare in (
        ("desk", _nothing),
        ("alarm", _alarm),
        ("locked", DeskWindow.lock),
    ):
        window = _window(theme, practice=name == "desk")
        prepare(window)
        yield Scene(name, NOW, _sized(window), _keep)
        window.close()
        window.deleteLater()
    window = _window(theme)
    window.show()
    for name, make in _DIALOGS.items():
        yield Scene(name, NOW, _fresh(make, window), _drop)
    window.close()


def _window(theme: Theme, *, practice: bool = False) -> DeskWindow:
    made: DeskWindow = _sample().sample_window(theme, _Clock(), practice=practice)
    return made


def _sample() -> ModuleType:
    file = Path(__file__).resolve().parents[1] / "tests" / "ui" / "sample_desk.py"
    spec = importlib.util.spec_from_file_location("sample_desk", file)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _nothing(_window: DeskWindow) -> None:
    return


def _alarm(window: DeskWindow) -> None:
    board = window.desk.notices
    words = "已超时：燃气泄漏 首报(电话) 应在 02:07 前报区政府总值班室"
    board.put(Notice("alarm", NoticeKind.ALARM, words, "确认报警  F11", stays=True))
    words = "保存失败：磁盘已满。内容还在输入框里。请清理磁盘后再按回车。"
    board.put(Notice("disk", NoticeKind.ERROR, words))
    words = "只读：这个值班室正由二号机的乙某打开，从 01:50 起。这里只能看。"
    board.put(Notice("read_only", NoticeKind.WARNING, words, stays=True))


def _sized(window: QWidget) -> Callable[[int, int], QWidget]:
    def show(width: int, height: int) -> QWidget:
        window.resize(width, height)
        window.show()
        return window

    return show


def _fresh(
    make: Callable[[DeskWindow], QWidget], window: DeskWindow
) -> Callable[[int, int], QWidget]:
    def show(width: int, height: int) -> QWidget:
        window.resize(width, height)
        dialog = make(window)
        dialog.show()
        return dialog

    return show


def _keep(_widget: QWidget) -> None:
    return


def _drop(widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()


def _decision(window: DeskWindow) -> QWidget:
    return decision_box(
        Decision(
            "关闭值守台",
            "有一条记录还没有记下。关闭后草稿还在，下次打开接着写。",
            (Choice("close", "关闭", "primary"), Choice("stay", "不关")),
            default="stay",
            escape="stay",
        ),
        window,
    )


def _help(window: DeskWindow) -> QWidget:
    made = HelpWindow(window.desk.theme, HelpShelf(paths.resources_dir() / "help"), window)
    made.open_page("chinese_input")
    return made


_DIALOGS: dict[str, Callable[[DeskWindow], QWidget]] = {
    "palette": lambda window: CommandPalette(window.desk.theme, window.desk.actions, window),
    "keys": lambda window: KeySheet(window.desk.theme, window.desk.actions, window),
    "help": _help,
    "decision": _decision,
}
