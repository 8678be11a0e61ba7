"""The kinds of log entries: each is a register of its own inside the one log."""

from __future__ import annotations

from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry is about (domain notes §7.2, field 类别)."""

    INCOMING_CALL = "incoming_call"
    OUTGOING_CALL = "outgoing_call"
    INCOMING_DOCUMENT = "incoming_document"
    FAX = "fax"
    SUPERIOR_NOTICE = "superior_notice"
    VISIT = "visit"
    PATROL = "patrol"
    INCIDENT = "incident"
    WARNING = "warning"
    CONSULTATION = "consultation"
    DIRECTIVE = "directive"
    EQUIPMENT = "equipment"
    DUTY_CHECK = "duty_check"
    OTHER = "other"
