"""A drop-down list of all units, indented as the tree; none is a choice too."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dutydesk.domain.contacts import Unit, in_tree_order
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox


class UnitChoice(ChoiceBox):
    """Chooses a unit; ``without`` are left out (a unit cannot stand below itself)."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        units: Sequence[Unit],
        chosen: str | None,
        without: Collection[str] = (),
    ) -> None:
        super().__init__(theme, name)
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.addItem("无", None)
        for unit, depth in in_tree_order(units):
            if unit.id not in without:
                self.addItem(f"{'　' * depth}{unit.name}", unit.id)
        at = self.findData(chosen) if chosen else 0
        self.setCurrentIndex(max(0, at))

    def unit_id(self) -> str | None:
        """Return the unit chosen, None for none."""
        held = self.currentData()
        return held if isinstance(held, str) else None
