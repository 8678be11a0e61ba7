"""Figures in running text: only what was stated, with what was reported last."""

from __future__ import annotations

from collections.abc import Mapping

from dutydesk.wording.incident import FIGURE, amount

_NOBODY = frozenset(
    {
        "deaths",
        "missing",
        "injured",
        "seriously_injured",
        "lightly_injured",
        "poisoned_or_ill",
        "trapped",
        "at_risk",
    }
)
HARM = ("trapped", "at_risk", "evacuated", "loss_yuan", "burnt_area_m2")


def figure_said(name: str, value: int) -> str:
    """Return 被困3人, 无人员被困, 直接经济损失6.5万元."""
    if value == 0 and name in _NOBODY:
        return f"无人员{FIGURE[name]}"
    return f"{FIGURE[name]}{amount(name, value)}"


def figure_changes(old: Mapping[str, int | None], new: Mapping[str, int | None]) -> list[str]:
    """Return 死亡3人（上次报告2人）for every stated figure that is not the one reported last."""
    return [
        f"{figure_said(name, value)}（{_formerly(name, old.get(name))}）"
        for name, value in new.items()
        if value is not None and value != old.get(name)
    ]


def _formerly(name: str, value: int | None) -> str:
    return "上次未报" if value is None else f"上次报告{amount(name, value)}"
