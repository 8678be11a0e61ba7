import pytest

from tests.builders import Command
from tests.cli.asking import done, refused

NOW = "2026-11-21T02:20+08:00"
FIRE = (
    "incident", "open", "--title", "丰收市场火灾", "--category", "accident", "--kind", "火灾",
    "--place", "丰收市场", "--received-at", "2026-11-21T02:15", "--situation",
    "伤者李红送医，家属电话13812345678",
)  # fmt: skip


@pytest.fixture
def fire(practice: Command) -> str:
    return str(done(practice, *FIRE, now=NOW)["id"])


def end(command: Command, incident: str) -> None:
    done(
        command, "incident", "close", incident, "--exit", "false_alarm", "--note", "试验", now=NOW
    )


def test_a_call_is_kept_and_stands_in_the_log(practice: Command, fire: str) -> None:
    notice = done(
        practice, "incident", "notify", fire, "--party", "119", "--person", "王某",
        "--answer", "已出动", "--at", "2026-11-21T02:18", now=NOW,
    )  # fmt: skip
    assert (notice["party"], notice["how"], notice["is_reached"]) == ("119", "phone", True)
    assert notice["told_at"] == "2026-11-21T02:18:00+08:00"
    entry = done(practice, "log", "show", str(notice["entry_id"]), now=NOW)
    assert "通报119王某" in str(entry)
    missed = done(practice, "incident", "notify", fire, "--party", "120", "--unreached", now=NOW)
    assert missed["is_reached"] is False
    sheet = done(practice, "incident", "handling", "2026-001", now=NOW)
    assert "119" not in sheet["untold"]
    assert "120" in sheet["untold"]
    assert sheet["command_hq"] == "区火灾事故应急指挥部"


def test_a_measure_is_kept(practice: Command, fire: str) -> None:
    made = done(
        practice, "incident", "measure", fire, "--measure", "人员疏散", "--done-by", "消防",
        "--note", "12户", now=NOW,
    )  # fmt: skip
    assert (made["measure"], made["done_by"], made["note"]) == ("人员疏散", "消防", "12户")
    sheet = done(practice, "incident", "handling", fire, now=NOW)
    assert [one["measure"] for one in sheet["measures"]] == ["人员疏散"]


def test_a_way_nobody_knows_is_refused(practice: Command, fire: str) -> None:
    words = ("incident", "notify", fire, "--party", "119", "--how", "telegram")
    assert refused(practice, *words, now=NOW) == (2, "bad_input")


def test_review_rectification_and_archive(practice: Command, fire: str) -> None:
    assert refused(practice, "incident", "archive", fire, now=NOW) == (2, "incident_still_running")
    end(practice, fire)
    review = done(practice, "incident", "review", fire, "--problems", "迟了", now=NOW)
    assert review["problems"] == "迟了"
    assert refused(practice, "incident", "review", fire, now=NOW) == (2, "review_empty")
    item = done(
        practice, "incident", "rectify", fire, "--title", "修订预案", "--owner", "应急办",
        "--due", "2026-12-01T12:00", now=NOW,
    )  # fmt: skip
    filed = done(practice, "incident", "archive", fire, "--note", "卷宗3号", now=NOW)
    assert filed["status"] == "archived"
    assert filed["loose_ends"] == []
    assert filed["rectifications"] == [item]
    items = done(practice, "open-item", "list", now=NOW)["open_items"]
    assert [one["title"] for one in items] == ["修订预案"]
    assert refused(practice, "incident", "notify", fire, "--party", "119", now=NOW) == (
        2,
        "incident_filed",
    )


def test_masking_is_decided_and_taken_back(practice: Command, fire: str) -> None:
    assert refused(practice, "incident", "mask", fire, "--found", now=NOW) == (
        2,
        "incident_still_running",
    )
    end(practice, fire)
    made = done(practice, "incident", "mask", fire, "--found", "--hide", "市场", now=NOW)
    assert (made["decision"], made["word_count"]) == ("mask", 3)
    shown = str(done(practice, "incident", "show", fire, now=NOW))
    assert "李红" not in shown
    assert "13812345678" not in shown
    assert "李某" in shown
    done(practice, "incident", "unmask", fire, "--reason", "上级调阅", now=NOW)
    assert "李红" in str(done(practice, "incident", "show", fire, now=NOW))
    kept = done(practice, "incident", "mask", fire, "--keep", "--reason", "留作证据", now=NOW)
    assert (kept["decision"], kept["reason"]) == ("keep", "留作证据")
