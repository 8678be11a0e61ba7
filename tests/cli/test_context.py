import io
from datetime import date

import pytest

from dutydesk.cli.context import Context, actor, choice, day, instant, pins
from dutydesk.domain.duty_log import EntryKind
from dutydesk.domain.errors import BadInput, RecordUnknown
from dutydesk.domain.instants import from_iso, to_text
from dutydesk.domain.officer import Actor
from tests.builders import Staff


def test_now_fixes_the_clock_and_without_it_the_machines_runs(staffed: Staff) -> None:
    at = from_iso("2026-11-21T02:15")
    folder = staffed.room.store.folder
    assert Context(folder, at).clock.now() == at
    assert abs((Context(folder).clock.now() - at).total_seconds()) > 0


def test_a_closed_context_lets_go_of_the_room(staffed: Staff) -> None:
    folder = staffed.room.store.folder
    staffed.room.close()
    context = Context(folder)
    for _ in range(2):
        assert context.writing_room().lock is not None
        context.close()
        context.close()


def test_the_journals_actor_is_cli_and_the_recorder_the_named_officer(staffed: Staff) -> None:
    assert actor(staffed.room, None) == Actor("cli", None)
    assert actor(staffed.room, "乙某") == Actor("cli", staffed.officer.id)
    for unknown in ("没有", ""):
        with pytest.raises(RecordUnknown):
            actor(staffed.room, unknown)


@pytest.mark.parametrize(
    ("typed", "least", "most", "expected"),
    [
        ("123456\n", 1, None, ["123456"]),
        ("123456", 1, None, ["123456"]),
        (" 123456 \r\n\r\n654321\r\n", 1, 2, ["123456", "654321"]),
        ("1\n2\n3\n", 1, 2, ["1", "2"]),
        ("1\n2\n", 1, None, ["1"]),
    ],
)
def test_pins_come_one_a_line(
    monkeypatch: pytest.MonkeyPatch, typed: str, least: int, most: int | None, expected: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert pins(least, most=most) == expected


@pytest.mark.parametrize("typed", ["", "\n \n"])
def test_a_missing_pin_is_refused(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    with pytest.raises(BadInput):
        pins(1)


def test_an_instant_of_an_option_is_read_or_refused_by_its_name() -> None:
    assert instant("at", None) is None
    read = instant("at", "2026-11-21T02:15")
    assert read is not None
    assert to_text(read) == "2026-11-20T18:15:00Z"
    with pytest.raises(BadInput) as refusal:
        instant("due", "明天")
    assert (refusal.value.field, refusal.value.value) == ("due", "明天")


def test_a_day_of_an_option_is_read_or_refused_by_its_name() -> None:
    assert day("from", None) is None
    assert day("from", "2026-11-21") == date(2026, 11, 21)
    for text in ("", "昨天", "2026-11-31"):
        with pytest.raises(BadInput) as refusal:
            day("from", text)
        assert (refusal.value.field, refusal.value.value) == ("from", text)


def test_a_word_of_an_enum_is_read_or_refused_by_its_name() -> None:
    assert choice("kind", EntryKind, None) is None
    assert choice("kind", EntryKind, "fax") is EntryKind.FAX
    for text in ("", "传真", "FAX"):
        with pytest.raises(BadInput) as refusal:
            choice("kind", EntryKind, text)
        assert (refusal.value.field, refusal.value.value) == ("kind", text)
