"""Which settings let Chinese input work on this Linux desktop; decided before Qt starts.

The Qt we ship has a plug-in for ibus and none for fcitx. fcitx 5 answers the ibus protocol under
the portal name, so most desktops need variables and nothing else (rule 3 of the ecosystem notes).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import field
from enum import StrEnum
from pathlib import Path

from dutydesk.domain.dataclass import dataclass

OVERRIDE = "DUTYDESK_INPUT_METHOD"
"""Set by a user who knows better: ``keep`` leaves the environment alone, else a module name."""

PORTAL_NAME = "org.freedesktop.portal.IBus"
_PROBE_SECONDS = 0.08
_NAMING = ("QT_IM_MODULE", "QT_IM_MODULES", "XMODIFIERS", "GTK_IM_MODULE")
_OWN_CHOICE = frozenset(
    {"compose", "qtvirtualkeyboard", "simple", "none", "uim", "nimf", "maliit"}
)
_BY_FCITX = {
    "QT_IM_MODULES": "wayland;fcitx;ibus",
    "QT_IM_MODULE": "ibus",
    "IBUS_USE_PORTAL": "1",
}


class InputState(StrEnum):
    """How Chinese gets in; worded for the page 关于."""

    NOT_LINUX = "not_linux"
    USER_SET = "user_set"
    OWN_PLUGIN = "own_plugin"
    FCITX_BY_PORTAL = "fcitx_by_portal"
    IBUS = "ibus"
    WAYLAND = "wayland"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Machine:
    """What the ladder looks at. ``portal_owned`` may answer None: the bus did not answer in time.

    ``plugins`` are the file names in Qt's input-method plug-in folder.
    """

    platform: str
    environment: Mapping[str, str]
    plugins: Iterable[str]
    has_ibus_daemon: bool
    portal_owned: Callable[[], bool | None]


@dataclass(frozen=True, slots=True)
class InputPlan:
    """The state found and the variables to set for it."""

    state: InputState
    changes: Mapping[str, str] = field(default_factory=dict)


def plan_input(machine: Machine) -> InputPlan:
    """Return what to set so that Chinese can be typed; never overrides what the user set."""
    if not machine.platform.startswith("linux"):
        return InputPlan(InputState.NOT_LINUX)
    chosen = machine.environment.get(OVERRIDE, "")
    if chosen:
        changes = {} if chosen == "keep" else {"QT_IM_MODULE": chosen}
        return InputPlan(InputState.USER_SET, changes)
    if _names_own_choice(machine.environment):
        return InputPlan(InputState.USER_SET)
    if _names(machine.environment, "fcitx"):
        return _for_fcitx(machine)
    return _for_ibus(machine)


def _for_fcitx(machine: Machine) -> InputPlan:
    if any("fcitx" in plugin for plugin in machine.plugins):
        return InputPlan(InputState.OWN_PLUGIN)
    # An unanswered question counts as yes: fcitx may start after us, and the variables do no harm.
    if machine.portal_owned() is not False:
        return InputPlan(InputState.FCITX_BY_PORTAL, _BY_FCITX)
    if machine.has_ibus_daemon:
        return InputPlan(InputState.IBUS, {"QT_IM_MODULE": "ibus"})
    return InputPlan(InputState.MISSING)


def _for_ibus(machine: Machine) -> InputPlan:
    environment = machine.environment
    if machine.has_ibus_daemon and _names(environment, "ibus"):
        return InputPlan(InputState.IBUS)
    if machine.portal_owned():
        wanted = {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}
        changes = {name: value for name, value in wanted.items() if not environment.get(name)}
        return InputPlan(InputState.FCITX_BY_PORTAL, changes)
    if machine.has_ibus_daemon:
        return InputPlan(InputState.IBUS, {"QT_IM_MODULE": "ibus"})
    if environment.get("WAYLAND_DISPLAY"):
        return InputPlan(InputState.WAYLAND)
    return InputPlan(InputState.MISSING)


def _names(environment: Mapping[str, str], word: str) -> bool:
    return any(word in environment.get(name, "").lower() for name in _NAMING)


def _names_own_choice(environment: Mapping[str, str]) -> bool:
    return environment.get("QT_IM_MODULE", "").lower() in _OWN_CHOICE


def prepare_input(
    environment: MutableMapping[str, str], platform: str, plugin_folder: Path
) -> InputPlan:
    """Look at this machine, set the variables in ``environment`` and return the plan.

    Called before the application object exists. The bus is asked only on Linux, only when the
    ladder needs it, and for 80 ms at most.
    """
    plan = plan_input(
        Machine(
            platform=platform,
            environment=dict(environment),
            plugins=_file_names(plugin_folder),
            has_ibus_daemon=shutil.which("ibus-daemon") is not None,
            portal_owned=lambda: _portal_owned(environment),
        )
    )
    environment.update(plan.changes)
    return plan


def _file_names(folder: Path) -> tuple[str, ...]:
    return tuple(file.name for file in folder.iterdir()) if folder.is_dir() else ()


def _portal_owned(environment: Mapping[str, str]) -> bool | None:
    address = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    if not address:
        return False
    from dutydesk.ui.session_bus import name_has_owner  # noqa: PLC0415 - needs Unix sockets

    return name_has_owner(address, PORTAL_NAME, _PROBE_SECONDS)
