from pathlib import Path

from tests.builders import Command
from tests.cli.asking import done, refused

QUIET = ("bulletin", "add", "--kind", "duty_information")


def test_one_is_drafted_changed_signed_and_printed(on_duty: Command, tmp_path: Path) -> None:
    made = done(on_duty, *QUIET, "--to", "区委值班室", "--to", "区政府总值班室")
    assert (made["state"], made["issue_no"]) == ("draft", None)
    assert made["report_to"] == ["区委值班室", "区政府总值班室"]
    number = str(made["id"])
    changed = done(on_duty, "bulletin", "change", number, "--text", "无事", "--urgency", "加急")
    assert (changed["text"], changed["title"]) == ("无事", made["title"])
    signed = done(on_duty, "bulletin", "sign", number, "--signed-by", "丙某")
    assert (signed["issue_year"], signed["issue_no"], signed["signed_by"]) == (2026, 1, "丙某")
    assert done(on_duty, "bulletin", "show", number) == signed
    assert done(on_duty, "bulletin", "list")["bulletins"] == [signed]
    assert done(on_duty, "bulletin", "list", "--kind", "highlights")["bulletins"] == []
    out = str(tmp_path / "x.pdf")
    paper = done(on_duty, "paper", "duty_information", "--output", out)
    again = done(on_duty, "paper", "duty_information", "--output", out, "--bulletin", number)
    assert (paper["sha256"], again["copy_no"]) == (again["sha256"], 2)
    assert refused(on_duty, "paper", "bulletin", "--output", out, "--bulletin", number) == (
        2,
        "record_unknown",
    )
    assert refused(on_duty, "bulletin", "change", number, "--text", "改") == (
        2,
        "bulletin_frozen",
    )


def test_a_draft_is_dropped_with_its_reason(on_duty: Command) -> None:
    made = done(on_duty, *QUIET, "--title", "值班情况", "--text", "无事")
    dropped = done(on_duty, "bulletin", "drop", str(made["id"]), "--reason", "已电话报告")
    assert (dropped["state"], dropped["drop_reason"]) == ("dropped", "已电话报告")


def test_refusals_name_what_is_wrong(on_duty: Command) -> None:
    asked = (
        (("bulletin", "add", "--kind", "快报"), "bad_input"),
        ((*QUIET, "--incident", "没有"), "record_unknown"),
        ((*QUIET, "--incident", "x", "--duty-date", "2026-11-20"), "bad_input"),
        ((*QUIET, "--title", ""), "bulletin_text_missing"),
        (("bulletin", "show", "没有"), "record_unknown"),
    )
    for words, code in asked:
        assert refused(on_duty, *words) == (2, code), words
    made = done(on_duty, *QUIET, "--to", "")
    assert refused(on_duty, "bulletin", "sign", str(made["id"]), "--signed-by", "丙某") == (
        2,
        "bulletin_receiver_missing",
    )


def test_the_paper_said_extra_urgent_where_the_other_commands_take_that_word(
    on_duty: Command,
) -> None:
    assert done(on_duty, *QUIET, "--urgency", "extra_urgent")["urgency"] == "特急"
    assert done(on_duty, *QUIET, "--urgency", "ordinary")["urgency"] == ""
