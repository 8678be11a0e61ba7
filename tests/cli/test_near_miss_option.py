from tests.builders import Command
from tests.cli.asking import done, refused

OPEN = (
    "incident", "open", "--title", "东市场火灾", "--category", "accident", "--kind", "火灾",
    "--place", "东市场", "--received-at", "2026-11-20T08:20+08:00",
)  # fmt: skip


def test_a_near_miss_is_opened_taken_back_and_marked_again(on_duty: Command) -> None:
    made = done(on_duty, *OPEN, "--at-risk", "12", "--near-miss")
    assert made["is_serious_near_miss"] is True
    assert str(made["near_miss_reason"]).startswith("涉险12人，达到10人")
    update = ("incident", "update", str(made["incident_no"]), "--reason", "现场核实")
    back = done(on_duty, *update, "--no-near-miss")
    assert (back["is_serious_near_miss"], back["near_miss_reason"]) == (False, "")
    assert str(back["near_miss_advice"]).startswith("建议认定为较大涉险事故")
    again = done(on_duty, *update, "--near-miss", "--near-miss-reason", "危及加油站")
    assert again["near_miss_reason"] == "危及加油站"
    assert done(on_duty, *update, "--deaths", "0")["is_serious_near_miss"] is True


def test_without_a_figure_or_words_it_is_refused(on_duty: Command) -> None:
    assert refused(on_duty, *OPEN, "--near-miss") == (2, "near_miss_reason_missing")
    made = done(on_duty, *OPEN, "--near-miss", "--near-miss-reason", "危及加油站")
    assert made["near_miss_reason"] == "危及加油站"
