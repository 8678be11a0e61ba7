import argparse
from dataclasses import replace
from pathlib import Path

import pytest

from dutydesk.cli.log_find import add_search, search_of
from tests.builders import Command, Staff
from tests.cli.asking import done, newest_action, refused
from tests.cli.test_duty_log import ADD
from tests.domain.test_log_search import FULL

WHO = ("--source", "区气象台", "--person", "赵六", "--phone", "199-0000-7531")


def test_everything_that_can_be_asked_for_has_its_option(staffed: Staff) -> None:
    parser = argparse.ArgumentParser()
    add_search(parser)
    words = "燃气 --from 2026-11-20 --to 2026-11-22 --kind fax --source 气象台 --person 赵六"
    flags = "--phone 7531 --officer 甲某 --open --late --corrected"
    asked = search_of(staffed.room, parser.parse_args(f"{words} {flags}".split()))
    by = staffed.room.officer.by_name("甲某").id
    assert asked == replace(FULL, officer_id=by), "give it an option"


def texts(command: Command, *words: str) -> list[str]:
    found = done(command, "log", "find", *words)
    return [one["text"] for one in found["entries"]]


@pytest.mark.parametrize(
    "words",
    [
        ("氣象臺",),
        ("--source", "氣象"),
        ("--person", "趙"),
        ("--phone", "00075"),
        ("暴雨", "--phone", "7531", "--source", "台", "--open"),
        ("--open",),
        ("--kind", "fax", "--kind", "incoming_call", "--open"),
    ],
)
def test_each_option_finds_the_entry_and_no_other(
    on_duty: Command, words: tuple[str, ...]
) -> None:
    done(on_duty, *ADD, "无事")
    done(on_duty, *ADD, "暴雨预警", *WHO, "--open-item")
    assert texts(on_duty, *words) == ["暴雨预警"]


def test_late_corrected_and_by_whom(on_duty: Command) -> None:
    first = done(on_duty, *ADD, "迟到的", "--at", "2026-11-20T08:05", "--officer", "丙某")
    done(on_duty, "log", "correct", first["id"], "--reason", "错字", "--text", "迟记的")
    done(on_duty, *ADD, "平常的")
    assert texts(on_duty, "--late") == ["迟到的"]
    assert texts(on_duty, "--corrected") == ["迟到的"]
    assert texts(on_duty, "--officer", "丙某") == ["迟到的"]


def test_pages_follow_one_another(on_duty: Command) -> None:
    for text in ("甲一", "甲二", "甲三"):
        done(on_duty, *ADD, text)
    assert texts(on_duty, "甲", "--limit", "2") == ["甲三", "甲二"]
    assert texts(on_duty, "甲", "--limit", "2", "--offset", "2") == ["甲一"]
    assert texts(on_duty, "") == []
    assert refused(on_duty, "log", "find") == (2, "bad_input")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--offset", "-1"), "bad_input"),
        (("--kind", "没有"), "bad_input"),
        (("--officer", "无此人"), "record_unknown"),
        (("--from", "2026-11-21", "--to", "2026-11-20"), "span_reversed"),
        (("--phone", "无"), "bad_input"),
        (("--source", " "), "bad_input"),
        (("--person", ""), "bad_input"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    on_duty: Command,
    words: tuple[str, ...],
    code: str,
) -> None:
    assert refused(on_duty, "log", "find", "甲", *words) == (2, code)


def test_what_is_found_is_written_to_a_spreadsheet(on_duty: Command, tmp_path: Path) -> None:
    done(on_duty, *ADD, "甲一")
    done(on_duty, *ADD, "乙")
    file = tmp_path / "log.xlsx"
    document = done(on_duty, "log", "export", str(file), "甲")
    assert (document["written"], document["rows"], document["cleaned"]) == (str(file), 1, 0)
    assert newest_action(on_duty) == ("cli", "list.export")
    assert done(on_duty, "log", "export", str(file))["rows"] == 2
    for unset in (("",), ("--phone", ""), ("--source", "")):
        assert refused(on_duty, "log", "export", str(file), *unset) == (2, "bad_input")
    assert refused(on_duty, "log", "export", str(tmp_path / "a.csv")) == (2, "list_ending_unknown")
