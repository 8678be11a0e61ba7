"""Settings of the unit: one JSON value a key."""

from __future__ import annotations

import json
from datetime import timedelta

from dutydesk.domain.journal import canonical_json
from dutydesk.domain.settings import DEFAULTS, SettingValue, span
from dutydesk.store.rows import Rows


class SettingTable:
    """Reads and writes settings; a key never written has its default."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def get(self, key: str) -> SettingValue:
        """Return the value in force; raises KeyError for a key that is no setting."""
        default = DEFAULTS[key]
        found = self._rows.one("SELECT value FROM setting WHERE id = ?", (key,))
        if found is None:
            return default
        value: SettingValue = json.loads(found[0])
        return value

    def span(self, key: str) -> timedelta:
        """Return a value that is kept in minutes, hours or days."""
        return span(key, self.get(key))

    def put(self, key: str, value: SettingValue) -> None:
        """Write a value; raises KeyError for a key that is no setting."""
        _ = DEFAULTS[key]
        self._rows.put("setting", {"id": key, "value": canonical_json(value)})
