"""Cyclic garbage of the desk is collected on the window's thread only.

Python runs its collector on whatever thread happens to allocate. On the store lane it would
destroy widgets there, and Qt dies of that now and then.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject

from dutydesk.ui.hub import Hub


class Collector(QObject):
    """Switches the automatic collector off and collects once a minute with the hub."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        gc.disable()
        hub.minute.connect(self.collect)

    def collect(self, _now: object = None) -> None:
        """Collect what is due by the usual thresholds, oldest generation first."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return

    @staticmethod
    def release() -> None:
        """Give the collector back to Python when the desk has closed."""
        gc.enable()
