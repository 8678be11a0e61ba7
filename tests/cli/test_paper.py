import hashlib
from pathlib import Path

import pytest

from dutydesk.cli.paper import OPTIONS
from dutydesk.domain.paper_issue import PaperKind
from tests.builders import Command
from tests.cli.asking import done, head, newest_action, refused
from tests.habits.source import ROOT


def test_a_log_sheet_is_written_archived_and_counted(on_duty: Command, tmp_path: Path) -> None:
    done(on_duty, "log", "add", "--kind", "other", "--text", "3号楼燃气异味")
    target = tmp_path / "日志.pdf"
    document = done(on_duty, "paper", "log_sheet", "--output", str(target))
    assert document["written"] == str(target)
    content = target.read_bytes()
    assert document["sha256"] == hashlib.sha256(content).hexdigest()
    assert (document["pages"], document["copy_no"]) == (1, 1)
    archived = on_duty.data / "papers" / f"{document['sha256']}.pdf"
    assert archived.read_bytes() == content
    assert newest_action(on_duty) == ("cli", "paper.saved")
    again = done(on_duty, "paper", "log_sheet", "--output", str(target))
    assert (again["copy_no"], again["sha256"]) == (2, document["sha256"])


def test_a_relative_name_is_answered_with_its_absolute_path(
    on_duty: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    document = done(on_duty, "paper", "log_sheet", "--output", "日志.pdf")
    assert Path(document["written"]) == (tmp_path / "日志.pdf").resolve()
    assert Path(document["written"]).is_file()


def test_another_day_is_another_subject(on_duty: Command, tmp_path: Path) -> None:
    words = ("paper", "log_sheet", "--output", str(tmp_path / "a.pdf"))
    one = done(on_duty, *words)
    other = done(on_duty, *words, "--duty-date", "2026-11-19")
    assert (one["copy_no"], other["copy_no"]) == (1, 1)
    assert one["sha256"] != other["sha256"]


CALLS = ("paper", "call_register", "--output", "x.pdf")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("paper", "log", "--output", "x.pdf"), "paper_kind_unknown"),
        (("paper", "log_sheet", "--output", "没有/x.pdf"), "paper_not_written"),
        (("paper", "log_sheet", "--output", "/"), "paper_not_written"),
        (("paper", "log_sheet", "--output", ""), "bad_input"),
        (("paper", "log_sheet", "--output", "x.pdf", "--duty-date", "今天"), "bad_input"),
        (("paper", "log_sheet", "--output", "x.pdf", "--duty-date", ""), "bad_input"),
        (("paper", "log_sheet", "--output", "x.pdf", "--month", "2026-10"), "paper_option_unfit"),
        (("paper", "directory", "--output", "x.pdf", "--report", "x"), "paper_option_unfit"),
        (("paper", "log_sheet", "--output", "x.pdf", "--mask"), "paper_option_unfit"),
        (("paper", "log_sheet"), "bad_input"),
        (
            ("paper", "month_volume", "--output", "x.pdf", "--from", "2026-11-20"),
            "paper_option_unfit",
        ),
        (("paper", "call_register", "--output", "x.pdf", "--month", "11"), "bad_input"),
        (("paper", "call_register", "--output", "x.pdf", "--handover", "x"), "paper_option_unfit"),
        (
            ("paper", "log_sheet", "--output", "x.pdf", "--from", "2026-11-01"),
            "paper_option_unfit",
        ),
        (
            (*CALLS, "--month", "2026-11", "--duty-date", "2026-11-20"),
            "span_unclear",
        ),
        (
            (*CALLS, "--from", "2026-11-20", "--to", "2026-11-19"),
            "span_reversed",
        ),
    ],
)
def test_a_refusal_registers_and_writes_nothing(
    on_duty: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    code: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = head(on_duty)
    assert refused(on_duty, *words) == (2, code)
    assert head(on_duty) == before
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
    assert not (on_duty.data / "papers").exists()


def test_a_register_is_counted_by_its_month_day_or_span(on_duty: Command, tmp_path: Path) -> None:
    done(on_duty, "log", "add", "--kind", "incoming_call", "--text", "3号楼燃气异味")
    words = ("paper", "call_register", "--output", str(tmp_path / "a.pdf"))
    asked = (
        ("--month", "2026-11"),
        (),
        ("--duty-date", "2026-11-20"),
        ("--from", "2026-11-01", "--to", "2026-11-30"),
        ("--from", "2026-11-02", "--to", "2026-11-30"),
        ("--month", "2026-10"),
    )
    copies = [done(on_duty, *words, *options)["copy_no"] for options in asked]
    # The month, the newest month and the span over the same days are one paper.
    assert copies == [1, 2, 1, 3, 1, 1]


def test_a_month_is_bound_and_counted_by_its_month(on_duty: Command, tmp_path: Path) -> None:
    done(on_duty, "log", "add", "--kind", "incoming_call", "--text", "3号楼燃气异味")
    words = ("paper", "month_volume", "--output", str(tmp_path / "合订本.pdf"))
    first = done(on_duty, *words, "--month", "2026-11")
    again = done(on_duty, *words)
    other = done(on_duty, *words, "--month", "2026-10")
    assert (first["pages"], first["copy_no"], again["copy_no"], other["copy_no"]) == (4, 1, 2, 1)
    # The first copy was journalled, so the record's head on the second is another one.
    assert first["sha256"] != again["sha256"]
    assert (tmp_path / "合订本.pdf").read_bytes().startswith(b"%PDF")


def test_every_kind_of_paper_says_what_it_can_be_asked_for() -> None:
    assert set(OPTIONS) == set(PaperKind), "add the kind to OPTIONS of dutydesk/cli/paper.py"


def test_the_ledger_of_a_month_and_the_list_of_what_is_open_are_written(
    on_duty: Command, tmp_path: Path
) -> None:
    done(on_duty, "directive", "add", "--leader", "区长", "--text", "排查隐患")
    for words in (("directive_ledger", "--month", "2026-11"), ("open_item_list",)):
        target = tmp_path / f"{words[0]}.pdf"
        made = done(on_duty, "paper", *words, "--output", str(target))
        assert (made["written"], made["copy_no"]) == (str(target), 1)
        assert target.stat().st_size > 1000
    out = str(tmp_path / "x.pdf")
    assert refused(on_duty, "paper", "open_item_list", "--output", out, "--month", "2026-11") == (
        2,
        "paper_option_unfit",
    )


def test_the_papers_of_an_incident_are_written(on_duty: Command, tmp_path: Path) -> None:
    out = str(tmp_path / "x.pdf")
    assert refused(on_duty, "paper", "incident_dossier", "--output", out)[1] == "nothing_to_print"
    facts = ("--title", "火", "--category", "accident", "--kind", "火灾", "--place", "市场")
    opened = done(on_duty, "incident", "open", *facts, "--received-at", "2026-11-20T08:00")
    about = ("--incident", str(opened["incident_no"]))
    asked = ("paper", "phone_report_sheet", "--output", out)
    assert refused(on_duty, *asked, *about) == (2, "nothing_to_print")
    said = ("--stage", "first", "--medium", "phone", "--at", "2026-11-20T08:00", "--to", "区委")
    told = done(on_duty, "incident", "report", str(opened["id"]), *said)
    report = ("--report", str(told["report_id"]))
    for words in (
        ("phone_report_sheet", *about),
        ("phone_report_sheet", *report),
        ("incident_dossier", *about),
        ("incident_ledger", "--month", "2026-11"),
        ("statistics", "--month", "2026-11"),
    ):
        made = done(on_duty, "paper", *words, "--output", out)
        assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF"), made
    assert refused(on_duty, "paper", "special_report", "--output", out, *report) == (
        2,
        "record_unknown",
    )


def test_every_paper_is_in_the_manual() -> None:
    manual = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    assert [kind.value for kind in PaperKind if f"`{kind.value}`" not in manual] == []
