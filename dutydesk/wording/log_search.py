"""Words of what is looked for in the log."""

from __future__ import annotations

from dutydesk.domain.log_search import LogSearch
from dutydesk.wording import when
from dutydesk.wording.duty_log import ENTRY_KIND

MINE = "本人记的"
STATES = {"is_open": "未办结", "is_late": "迟记", "is_corrected": "已更正"}
_PARTS = {"source": "来源", "person": "对方", "phone": "号码"}


def conditions(search: LogSearch) -> list[str]:
    """Say what is asked for besides the words, each in a few characters."""
    said = [ENTRY_KIND[kind] for kind in search.kinds]
    if search.since is not None and search.since == search.until:
        said.append(when.day(search.since))
    elif search.since is not None or search.until is not None:
        first = when.day(search.since) if search.since else ""
        said.append(f"{first}至{when.day(search.until) if search.until else ''}")
    said += [
        f"{word}“{part}”"
        for name, word in _PARTS.items()
        if (part := getattr(search, name).strip())
    ]
    if search.officer_id is not None:
        said.append(MINE)
    return said + [word for name, word in STATES.items() if getattr(search, name)]
