import pytest

from tests.builders import Command
from tests.cli.test_incident import FIRE, desk, done, empty  # noqa: F401 -- fixtures by name

AT = "2026-11-21T02:30+08:00"


def reported(room: Command, *words: str, medium: str = "written") -> dict[str, object]:
    incident = done(room, *FIRE, "--deaths", "2")["id"]
    return done(
        room, "incident", "report", incident, "--stage", "first", "--medium", medium,
        "--at", AT, "--to", "区政府总值班室", *words, now=AT,
    )  # fmt: skip


def test_a_report_is_recorded_as_made_and_tells_what_has_to_be_asked(desk: Command) -> None:  # noqa: F811
    document = reported(desk, "--text", "三人死亡。请求支援。")
    assert document["body"] == "三人死亡。请求支援。"
    (finding,) = document["findings"]
    assert (finding["finding"], finding["subject"]) == ("figure_differs", "deaths")
    assert (finding["expected"], finding["found"], finding["reason"]) == ("2", "3", "")
    assert "文中写死亡3人，登记的是2人" in finding["message"]


def test_the_programs_own_text_has_its_sources_and_no_findings(desk: Command) -> None:  # noqa: F811
    document = reported(desk)
    assert document["findings"] == []
    assert {one["origin"] for one in document["sources"]} == {"fact"}
    again = done(desk, "incident", "sources", str(document["report_id"]))
    assert again["sources"] == document["sources"]


def test_what_was_said_on_the_phone_is_kept(desk: Command) -> None:  # noqa: F811
    document = reported(
        desk, "--already-told", "119", "--instruction", "先疏散", "--read-back", medium="phone"
    )
    assert (document["already_told"], document["instruction"]) == ("119", "先疏散")
    assert document["is_read_back"] is True


def test_an_unknown_report_has_no_sources(desk: Command) -> None:  # noqa: F811
    code, _, stderr = desk("incident", "sources", "没有")
    assert code == 2
    assert "没有" in stderr


@pytest.mark.parametrize("odd", ["<b>火</b>&", "长" * 10_000, "火\x01灾", "😀🚒"])
def test_odd_texts_come_back_as_they_were_given(desk: Command, odd: str) -> None:  # noqa: F811
    assert reported(desk, "--text", odd)["body"] == odd


def test_a_time_ahead_and_one_before_the_receipt_are_refused(desk: Command) -> None:  # noqa: F811
    incident = done(desk, *FIRE)["id"]
    for at in ("2026-11-21T05:00+08:00", "2026-11-21T02:00+08:00"):
        code, _, stderr = desk(
            "incident", "report", incident, "--stage", "first", "--medium", "phone",
            "--at", at, "--to", "区政府总值班室", now=AT,
        )  # fmt: skip
        assert code == 2
        assert "报出时间" in stderr
