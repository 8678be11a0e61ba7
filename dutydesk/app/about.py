"""The room 关于·自检, connected to what the start knows of the program and the machine."""

# ruff: noqa: PLC0415 -- loaded when the room is entered

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from dutydesk import paths
from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.actions import ActionSpec
from dutydesk.ui.desk import Desk, RecordState
from dutydesk.ui.input_method import InputPlan, InputState
from dutydesk.ui.rooms import RoomPanel, RoomSpec

_LICENCES = (
    "值守台：MIT。字体：黑体、宋体、楷体按 OFL，仿宋按 GPLv3 加字体例外，全文在程序的"
    "字体文件夹里。图标：Lucide（ISC）。繁简对照：OpenCC（Apache-2.0）。"
    "界面：Qt（LGPLv3）。"
)


def about_spec(room: DutyRoom, state: Callable[[], RecordState], plan: InputPlan) -> RoomSpec:
    """Return the line of the rooms list."""
    return RoomSpec("about", "关于", "info", "Ctrl+H", partial(_about, room, state, plan), _verbs)


def _verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.about.panel import VERBS

    return VERBS


def _about(
    room: DutyRoom, state: Callable[[], RecordState], plan: InputPlan, desk: Desk
) -> RoomPanel:
    import platform

    from PySide6.QtCore import QUrl, qVersion
    from PySide6.QtGui import QDesktopServices, QFontInfo, QGuiApplication

    from dutydesk.ui.about.given import AboutServices, ProgramFacts
    from dutydesk.ui.about.panel import AboutPanel
    from dutydesk.ui.input_state import input_line

    services = AboutServices(room.about, room.backup, room.verification, state)
    lines = {
        "版本": f"值守台 {program_version()}",
        "中文输入": input_line(plan),
        "屏幕字体": QFontInfo(desk.theme.font()).family(),
        "组成": (
            f"Python {platform.python_version()}　Qt {qVersion()} {QGuiApplication.platformName()}"
            f"　SQLite {room.about.sqlite_version()}"
        ),
        "本机设置": str(paths.config_dir()),
        "程序日志": str(paths.logs_dir()),
    }
    program = ProgramFacts(
        lines,
        _LICENCES,
        plan.state is not InputState.MISSING,
        lambda folder: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
    )
    return AboutPanel(desk, services, program)


def program_version() -> str:
    """Return the version of the installed package, or of the checkout the program runs from."""
    from importlib import metadata

    try:
        return metadata.version("dutydesk")
    except metadata.PackageNotFoundError:
        return _version_of_checkout(paths.program_dir() / "setup.cfg")


def _version_of_checkout(file: Path) -> str:
    import configparser

    parser = configparser.ConfigParser(interpolation=None)
    parser.read(file, encoding="utf-8")
    return parser.get("metadata", "version", fallback="")
