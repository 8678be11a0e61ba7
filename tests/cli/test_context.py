import io
from datetime import date

import pytest

from dutydesk.cli.context import Context, actor, choice, day, instant, pins
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import BadForm, BadInput, NotAmong, RecordUnknown
from dutydesk.domain.instants import from_iso, to_text
from dutydesk.domain.officer import Actor
from tests.builders import Command, Staff


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
    with pytest.raises(BadForm) as refusal:
        instant("due", "明天")
    assert (refusal.value.field, refusal.value.value) == ("due", "明天")


def test_a_day_of_an_option_is_read_or_refused_by_its_name() -> None:
    assert day("from", None) is None
    assert day("from", "2026-11-21") == date(2026, 11, 21)
    for text in ("", "昨天", "2026-11-31"):
        with pytest.raises(BadForm) as refusal:
            day("from", text)
        assert (refusal.value.field, refusal.value.value) == ("from", text)


def test_a_word_of_an_enum_is_read_or_refused_by_its_name() -> None:
    assert choice("kind", EntryKind, None) is None
    assert choice("kind", EntryKind, "fax") is EntryKind.FAX
    for text in ("", "传真", "FAX"):
        with pytest.raises(NotAmong) as refusal:
            choice("kind", EntryKind, text)
        assert (refusal.value.field, refusal.value.value) == ("kind", text)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("log", "add", "--kind", "foo", "--text", "x"), "incoming_call 来电、outgoing_call"),
        (
            ("log", "add", "--kind", "other", "--text", "x", "--at", "早上"),
            "2026-11-21T02:15+08:00",
        ),
        (("log", "list", "--duty-date", "今天"), "请写成 2026-11-20 这样"),
        (("incident", "report", "1", "--stage", "x"), "first 首报、follow_up 续报"),
        (("incident", "update", "1", "--reason", "x", "--status", "ended"), "stable "),
        (("officer", "add", "--name", "甲", "--role", "x", "--pin-stdin"), "viewer 查阅"),
        (("log",), "没有写要做什么。可用：add、list"),
        (("foo",), "没有这个命令：foo。可用：init、"),
    ],
)
def test_a_refused_word_is_answered_with_the_words_that_are_allowed(
    practice: Command, words: tuple[str, ...], said: str
) -> None:
    code, document, stderr = practice(*words)
    assert (code, document["error"]["code"]) == (2, "bad_input")  # type: ignore[index]  # JSON
    assert said in stderr


def test_help_is_chinese(practice: Command) -> None:
    from dutydesk.cli.main import run

    with pytest.raises(SystemExit):
        run(["log", "add", "--help"])
    out = practice.capsys.readouterr().out
    assert out.startswith("用法：dutydesk log add")
    for english in ("usage", "options", "positional", "show this"):
        assert english not in out
