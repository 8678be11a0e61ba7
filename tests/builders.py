"""Values with sensible defaults, and the small parts that tests share."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest
from argon2 import PasswordHasher

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.main import run
from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_detail import DETAILS, YES, DetailField, DetailType
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.officer import Actor, Officer
from dutydesk.domain.open_item import DraftOpenItem
from dutydesk.domain.open_item_progress import DraftProgress
from dutydesk.domain.shift import Shift

PIN = "246810"

# The real parameters cost 0.17 s a hash; tests of the gate itself check those once.
QUICK_HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@dataclass(frozen=True)
class Staff:
    """A room with three officers and a running shift."""

    room: DutyRoom
    admin: Officer
    officer: Officer
    lead: Officer
    shift: Shift

    @property
    def by(self) -> Actor:
        return Actor(self.admin.id, self.admin.id)


def draft(
    room: DutyRoom, text: str = "接区政府总值班室电话通知。", **changes: object
) -> DraftEntry:
    """A draft of an incoming call at the room's clock."""
    values: dict[str, object] = {
        "id": room.duty_log.new_id(),
        "kind": EntryKind.INCOMING_CALL,
        "text": text,
        "at": room.clock.now(),
    }
    return DraftEntry(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def detail_sample(kind: EntryKind) -> dict[str, str]:
    """A value in every field that a kind asks, as it is kept."""
    return {field.name: _sample(field) for field in DETAILS[kind]}


def _sample(field: DetailField) -> str:
    match field.type:
        case DetailType.CHOICE:
            return field.choices[-1]
        case DetailType.FLAG:
            return YES
        case DetailType.NUMBER:
            return "3"
        case DetailType.INSTANT:
            return "2026-11-20T01:15:00Z"
        case DetailType.TEXT:
            return f"某{field.name}"


def item_draft(
    title: str, owner: str, due_at: datetime | None = None, attention: str = "", **changes: object
) -> DraftOpenItem:
    """A draft of an open item with an id of its own."""
    values = {"id": str(uuid4()), "title": title, "owner": owner, "attention": attention}
    return DraftOpenItem(**{**values, "due_at": due_at, **changes})  # type: ignore[arg-type]  # fields by name


def progress_draft(room: DutyRoom, item_id: str, text: str, **changes: object) -> DraftProgress:
    """A draft of a note of progress at the room's clock."""
    values = {"id": str(uuid4()), "item_id": item_id, "text": text, "at": room.clock.now()}
    return DraftProgress(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


@dataclass(frozen=True)
class Command:
    """The command line on one data folder, run in this process."""

    data: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def __call__(
        self, *words: str, now: datetime | str | None = None, stdin: str = ""
    ) -> tuple[int, dict[str, object], str]:
        """Run ``words`` with --json; return exit code, document, stderr."""
        import io

        self.monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        options = ["--data", str(self.data), "--json", *(["--now", str(now)] if now else [])]
        code = run([*options, *words])
        captured = self.capsys.readouterr()
        return code, json.loads(captured.out), captured.err
