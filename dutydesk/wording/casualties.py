"""Who was hurt, in the words of a report (domain notes §5.1, §12).

Rules of this file: every figure stands for itself; what nobody has stated is 正在核实, never 0;
the serious and the light ones are told inside the injured only where these hold them.
"""

from __future__ import annotations

from dutydesk.domain.incident import Figures
from dutydesk.wording.incident import FIGURE

BEING_VERIFIED = "正在核实"

_COUNTED = ("deaths", "missing", "injured", "poisoned_or_ill")
_AMONG_INJURED = ("seriously_injured", "lightly_injured")


def casualties(figures: Figures) -> str:
    """Return 死亡2人、受伤5人（其中重伤2人、轻伤3人）; 无人员伤亡; 人员伤亡情况正在核实."""
    known = {name: value for name in _COUNTED if (value := getattr(figures, name)) is not None}
    among = {
        name: value for name in _AMONG_INJURED if (value := getattr(figures, name)) is not None
    }
    if not known and not among:
        return f"人员伤亡情况{BEING_VERIFIED}"
    parts = []
    for name in _COUNTED:
        if value := known.get(name):
            parts.append(f"{FIGURE[name]}{value}人{_within(figures) if name == 'injured' else ''}")
        if name == "injured" and not _holds_among(figures):
            parts += _told(among)
    if parts:
        return "、".join(parts)
    # 0 deaths alone does not mean that nobody was hurt.
    if "deaths" in known and ("injured" in known or len(among) == len(_AMONG_INJURED)):
        return "无人员伤亡"
    none = "、".join(FIGURE[name] for name in known or among)
    return f"无人员{none}，其他伤亡情况{BEING_VERIFIED}"


def _within(figures: Figures) -> str:
    if not _holds_among(figures):
        return ""
    told = _told({name: getattr(figures, name) or 0 for name in _AMONG_INJURED})
    return f"（其中{'、'.join(told)}）" if told else ""


def _told(among: dict[str, int]) -> list[str]:
    return [f"{FIGURE[name]}{value}人" for name, value in among.items() if value]


def _holds_among(figures: Figures) -> bool:
    """Tell whether the injured as told hold those told apart: they do unless they are fewer."""
    apart = sum(getattr(figures, name) or 0 for name in _AMONG_INJURED)
    return figures.injured is not None and apart <= figures.injured
