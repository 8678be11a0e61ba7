"""The settings of this machine as a small TOML file that a person can read."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

from dutydesk.domain.settings import SETTINGS, SettingScope, SettingValue

_DEFAULTS = {
    setting.key: setting.default
    for setting in SETTINGS
    if setting.scope is SettingScope.WORKSTATION
}


def read_workstation(file: Path) -> dict[str, SettingValue]:
    """Return every workstation setting; a missing or unreadable file, or value, is the default.

    These settings only change how the desk looks and sounds, so a bad one never stops a start.
    """
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        table = {}
    return {
        key: table[key] if type(table.get(key)) is type(default) else default
        for key, default in _DEFAULTS.items()
    }


def write_workstation(file: Path, values: Mapping[str, SettingValue]) -> None:
    """Write the settings whole or not at all; raises OSError."""
    lines = [f"{key} = {_toml(values[key])}" for key in _DEFAULTS if key in values]
    file.parent.mkdir(parents=True, exist_ok=True)
    pending = file.with_suffix(".tmp")
    pending.write_text("\n".join(lines) + "\n", encoding="utf-8")
    pending.replace(file)


def _toml(value: SettingValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    # A JSON string is a basic string of TOML as well, quotes and backslashes escaped.
    return str(value) if isinstance(value, int) else json.dumps(str(value), ensure_ascii=False)
