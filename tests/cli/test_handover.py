from typing import Any

import pytest

from tests.builders import PIN, Command

AT = "2026-11-21T08:20+08:00"


@pytest.fixture
def staffed_command(command: Command) -> Command:
    command("init", "--unit", "安和值班室", "--practice", now="2026-11-20T08:00+08:00")
    for name, role in (("甲某", "admin"), ("乙某", "duty_officer"), ("丙某", "lead_officer")):
        added = command("officer", "add", "--name", name, "--role", role, "--pin-stdin", stdin=PIN)
        assert added[0] == 0
    code, _, _ = command(
        *("shift", "start", "--officer", "甲某", "--lead", "丙某", "--pin-stdin"),
        stdin=PIN,
        now="2026-11-20T08:31+08:00",
    )
    assert code == 0
    return command


def sign(
    command: Command, side: str, name: str, *more: str, now: str = AT, pin: str = PIN
) -> tuple[int, Any, str]:
    return command(
        *("handover", "sign", "--as", side, "--officer", name, "--pin-stdin", *more),
        stdin=pin,
        now=now,
    )


def test_a_draft_tells_everything_and_changes_nothing(staffed_command: Command) -> None:
    code, first, _ = staffed_command("handover", "draft", now=AT)
    assert code == 0
    assert {
        "handover_id",
        "status",
        "open_items",
        "checklist",
        "blocking",
        "journal_head",
    } <= set(first)
    assert (first["status"], first["blocking"], first["open_items"]) == ("draft", [], [])
    assert first["checklist"][0]["result_text"] == "未核对"
    assert len(first["journal_head"]) == 64
    assert first["outgoing_shift"]["primary_officer"] == "甲某"
    assert staffed_command("handover", "draft", now=AT)[1] == first


def test_two_people_sign_and_duty_passes(staffed_command: Command) -> None:
    now = "2026-11-20T10:00+08:00"
    staffed_command(
        *("log", "add", "--kind", "incoming_call", "--text", "路面塌陷", "--open-item"), now=now
    )
    code, document, _ = sign(staffed_command, "outgoing", "甲某", "--note", "塌陷待围挡")
    assert (code, document["status"]) == (0, "outgoing_signed")
    code, done, _ = sign(staffed_command, "incoming", "乙某")
    assert (code, done["status"]) == (0, "completed")
    assert [item["is_taken"] for item in done["open_items"]] == [True]
    assert [one["side"] for one in done["signatures"]] == ["outgoing", "incoming"]
    assert done["signatures"][0]["note"] == "塌陷待围挡"
    shift = staffed_command("shift", "show", now=AT)[1]
    assert (shift["duty_date"], shift["primary_officer"], shift["lead_officer"]) == (
        "2026-11-21",
        "乙某",
        "丙某",
    )
    listed: Any = staffed_command("handover", "list", now=AT)[1]
    assert listed["handovers"] == [done]
    code, signed, _ = sign(staffed_command, "lead", "丙某", now="2026-11-21T09:00+08:00")
    assert signed["countersigned_at"] == "2026-11-21T09:00:00+08:00"
    assert (signed["handover_id"], signed["journal_head"]) == (
        done["handover_id"],
        done["journal_head"],
    )
    items: Any = staffed_command("open-item", "list", now=AT)[1]
    assert len(items["open_items"]) == 1


@pytest.mark.parametrize(
    ("side", "name", "error"),
    [
        ("outgoing", "乙某", "not_outgoing_officer"),
        ("incoming", "甲某", "handover_blocked"),
        ("lead", "乙某", "officer_may_not"),
        ("incoming", "没有", "record_unknown"),
        ("别的", "甲某", "bad_input"),
    ],
)
def test_a_wrong_signer_is_refused_with_a_sentence(
    staffed_command: Command, side: str, name: str, error: str
) -> None:
    code, document, stderr = sign(staffed_command, side, name)
    assert code == 2
    assert document["error"]["code"] == error
    assert stderr.strip() == document["error"]["message"]
    assert staffed_command("handover", "list", now=AT)[1] == {"handovers": []}


def test_an_overdue_first_report_needs_a_note(staffed_command: Command) -> None:
    opened = staffed_command(
        *("incident", "open", "--title", "东市场火灾", "--category", "accident", "--kind", "火灾"),
        *("--place", "东市场", "--received-at", "2026-11-20T18:00+08:00"),
        now="2026-11-20T18:00+08:00",
    )
    assert opened[0] == 0
    draft: Any = staffed_command("handover", "draft", now=AT)[1]
    assert draft["blocking"]
    assert "已超时" in draft["blocking"][0]
    assert draft["incidents"][0]["next_stage"] == "first"
    code, document, _ = sign(staffed_command, "outgoing", "甲某")
    assert (code, document["error"]["code"]) == (2, "handover_blocked")
    assert sign(staffed_command, "outgoing", "甲某", "--note", "现场失联")[0] == 0
    assert sign(staffed_command, "incoming", "乙某")[1]["status"] == "completed"


def test_a_wrong_pin_is_refused(staffed_command: Command) -> None:
    code, document, _ = sign(staffed_command, "outgoing", "甲某", pin="135790")
    assert (code, document["error"]["code"]) == (2, "pin_wrong")
    assert sign(staffed_command, "outgoing", "甲某", pin="")[0] == 2


def test_people_read_lines(staffed_command: Command) -> None:
    from dutydesk.cli.main import run

    capsys = staffed_command.capsys
    assert run(["--data", str(staffed_command.data), "--now", AT, "handover", "draft"]) == 0
    out = capsys.readouterr().out
    assert "2026-001 2026年11月20日 全天班 → 2026年11月21日 全天班 未签字" in out
    assert "检查清单 34 项，未核对 34 项" in out
    assert run(["--data", str(staffed_command.data), "--now", AT, "handover", "list"]) == 0
    assert capsys.readouterr().out == "无\n"
