"""Warnings as JSON and as lines for people."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.instants import to_json
from dutydesk.domain.warning import WarningNotice, WarningStep
from dutydesk.domain.warning_kind import WarningKind
from dutydesk.domain.warning_reading import WarningReading
from dutydesk.services.warning import WarningFile
from dutydesk.wording import warning as words
from dutydesk.wording import when

_PLAIN = (
    "id",
    "warning_no",
    "kind",
    "title",
    "issued_by",
    "doc_no",
    "area",
    "content",
    "measures",
    "cause",
    "period",
    "impact",
    "recorder",
    "entry_id",
    "replaces",
    "reported_to",
    "forwarded_to",
    "response_level",
    "response_matter",
    "response_measures",
)
_INSTANTS = (
    "issued_at",
    "received_at",
    "valid_from",
    "valid_to",
    "recorded_at",
    "reported_at",
    "forwarded_at",
    "response_until",
    "response_started_at",
    "response_ended_at",
    "ended_at",
)
_READ_INSTANTS = ("issued_at", "valid_from", "valid_to")
_READ = ("kind", "issued_by", "title", "doc_no", "area", "measures", "cause", "impact")


def warning_document(warning: WarningNotice, now: datetime) -> dict[str, object]:
    """Return one warning as JSON."""
    return {
        **{name: getattr(warning, name) for name in _PLAIN},
        **{name: _instant(getattr(warning, name)) for name in _INSTANTS},
        "color": warning.color.value,
        "state": warning.state.value,
        "channels": list(warning.channels),
        "is_expired": warning.is_expired(now),
        "is_response_running": warning.is_response_running,
    }


def warning_line(warning: WarningNotice, now: datetime) -> str:
    """Return one warning as a line for people."""
    response = words.response_words(warning)
    told = (
        f"{when.clock(warning.reported_at)}报告" if warning.reported_at else "未报告",
        f"{when.clock(warning.forwarded_at)}转发" if warning.forwarded_at else "未转发",
    )
    parts = (words.state_word(warning, now), *told, response)
    said = "，".join(part for part in parts if part)
    return f"{warning.warning_no} {words.issued(warning)} {said}"


def file_document(file: WarningFile, now: datetime) -> dict[str, object]:
    """Return one warning with its steps, rounds, and what it replaced or was replaced by."""
    return {
        **warning_document(file.warning, now),
        "entry_no": file.entry_no,
        "replaced_by": file.successor.id if file.successor else None,
        "steps": [_step(one) for one in file.steps],
        "rounds": [
            {
                "id": one.id,
                "title": one.title,
                "started_at": to_json(one.started_at),
                "is_running": one.is_running,
                "answered": one.answered,
                "escalated": one.escalated,
                "total": one.total,
            }
            for one in file.rounds
        ],
    }


def file_lines(file: WarningFile, now: datetime) -> list[str]:
    """Return one warning with its steps as lines for people."""
    warning = file.warning
    lines = [warning_line(warning, now)]
    for name in ("content", "area", "measures"):
        if getattr(warning, name):
            lines.append(f"    {words.FIELD[name]}：{getattr(warning, name)}")
    return [*lines, *(f"    {words.story(step)}" for step in file.steps)]


def reading_document(reading: WarningReading) -> dict[str, object]:
    """Return what a text says; what is not stated is null."""
    return {
        **{name: getattr(reading, name) or None for name in _READ},
        "color": reading.color.value if reading.color else None,
        **{name: _instant(getattr(reading, name)) for name in _READ_INSTANTS},
        "is_lifting": reading.is_lifting,
        "is_change": reading.is_change,
    }


def reading_lines(reading: WarningReading) -> list[str]:
    """Return what a text says as lines for people."""
    color = (
        [f"{words.FIELD['color']}：{words.WARNING_COLOR[reading.color]}"] if reading.color else []
    )
    texts = [f"{words.FIELD[name]}：{text}" for name in _READ if (text := getattr(reading, name))]
    times = [
        f"{words.FIELD[name]}：{when.with_year(at)}"
        for name in _READ_INSTANTS
        if (at := getattr(reading, name)) is not None
    ]
    marks = [
        word
        for word, is_so in (
            ("像是解除通知", reading.is_lifting),
            ("像是变更通知", reading.is_change),
        )
        if is_so
    ]
    return [*texts[:1], *color, *texts[1:], *times, *marks] or ["没有读出什么"]


def kind_document(kind: WarningKind) -> dict[str, object]:
    """Return one kind of the unit's list as JSON."""
    return {
        "id": kind.id,
        "name": kind.name,
        "colors": list(kind.colors),
        "is_active": kind.is_active,
    }


def _step(step: WarningStep) -> dict[str, object]:
    return {
        "id": step.id,
        "kind": step.kind.value,
        "at": to_json(step.at),
        "to_whom": step.to_whom,
        "words": step.words,
        "response_level": step.response_level,
        "until": _instant(step.until),
        "officer": step.officer,
        "recorded_at": to_json(step.recorded_at),
        "entry_id": step.entry_id,
    }


def _instant(at: datetime | None) -> str | None:
    return to_json(at) if at else None
