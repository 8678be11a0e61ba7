"""What a log entry already says of an incident; pure."""

from __future__ import annotations

from dutydesk.domain.duty_log import LogEntry

_TITLE = 30
_STOPS = "。；;\n"


def lines_from(entry: LogEntry) -> dict[str, str]:
    """Return the fields of the form as the entry fills them; the place is a guess to correct."""
    return {
        "title": title_from(entry.text),
        "place": entry.source,
        "source": " ".join(filter(None, (entry.source, entry.person, entry.phone))),
        "situation": entry.text,
    }


def title_from(text: str) -> str:
    """Return the first sentence of an entry, short enough for a title."""
    first = text.strip()
    for stop in _STOPS:
        first = first.split(stop)[0]
    first = first.strip()
    return first if len(first) <= _TITLE else first.split("，")[0][:_TITLE]
