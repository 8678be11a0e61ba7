import pytest

from dutydesk.assembly.opening import open_room
from dutydesk.domain.call_selection import CallList
from dutydesk.domain.officer import Actor
from tests.builders import Command
from tests.call_builders import fill_people
from tests.cli.asking import done, newest_action, refused


@pytest.fixture
def people(on_duty: Command) -> Command:
    room = open_room(on_duty.data)
    fill_people(room, Actor("cli"))
    room.call_reading.save_list(
        CallList(id="l1", name="社区书记", roles=("head",)), by=Actor("cli")
    )
    room.close()
    return on_duty


def start(command: Command, *more: str) -> dict:
    options = more or ("--contact-role", "info_officer")
    return done(command, "call-round", "start", "--title", "暴雨叫应", *options)


def test_a_round_from_the_start_to_the_end(people: Command) -> None:
    begun = start(
        people, "--unit", "安和街道", "--contact-role", "info_officer", "--words", "到岗"
    )
    assert (begun["total"], begun["superior"], begun["status"]) == (3, "丙某", "running")
    assert newest_action(people) == ("cli", "call_round.start")
    assert [one["b_name"] for one in begun["targets"]] == ["王某1", "王某2", "王某3"]
    first, second, third = (one["target_id"] for one in begun["targets"])
    upcoming = done(people, "call-round", "next", begun["id"])["next"]
    assert upcoming.items() >= {"target_id": first, "party": "A", "try_no": 1}.items()
    rung = ("call-round", "attempt", first, "--result")
    slip = done(people, *rung, "answered", "--words", "收到", "--channel", "wechat")
    assert (slip["target"]["status"], slip["channel"]) == ("answered", "wechat")
    right = done(people, *rung, "no_answer", "--corrects", slip["id"])
    assert (right["target"]["status"], right["corrects"]) == ("trying", slip["id"])
    told = done(people, "call-round", "escalate", second, "--words", "派人上门")
    assert (told["party"], told["name"], told["target"]["status"]) == (
        "superior", "张某2", "escalated",
    )  # fmt: skip
    skipped = done(people, "call-round", "skip", third, "--reason", "已在岗")
    assert skipped["status"] == "skipped"
    assert refused(people, "call-round", "end", begun["id"])[1] == "call_round_open"
    ended = done(people, "call-round", "end", begun["id"], "--note", "社区上门")
    assert (ended["status"], ended["asked"], ended["trying"]) == ("ended", 2, 1)
    assert len(ended["targets"][0]["attempts"]) == 2
    assert done(people, "call-round", "next", begun["id"])["next"] is None
    (listed,) = done(people, "call-round", "list")["call_rounds"]
    assert listed["id"] == begun["id"]
    texts = [one["text"] for one in done(people, "log", "list")["entries"]]
    assert [text.partition("：")[0] for text in texts] == [
        "开始叫应", "叫应（暴雨叫应）", "叫应结束",
    ]  # fmt: skip


def test_a_round_is_about_a_warning_by_its_number(people: Command) -> None:
    issued = ("--issued-by", "区气象台", "--issued-at", "2026-11-20T08:00")
    warning = done(people, "warning", "add", "--kind", "暴雨", "--color", "orange", *issued)
    number = ("--warning", warning["warning_no"])
    assert start(people, "--person", "李某1", *number)["warning_id"] == warning["id"]
    start_words = ("call-round", "start", "--title", "x", "--person", "李某1")
    assert refused(people, *start_words, "--warning", "2026-9")[1] == "record_unknown"
    assert refused(people, *start_words, "--warning", "")[1] == "record_unknown"


def test_people_are_named_one_by_one_or_by_a_saved_list(people: Command) -> None:
    names = ("--person", "李某1", "--person", "张某3")
    assert [one["name"] for one in start(people, *names)["targets"]] == ["李某1", "张某3"]
    assert len(start(people, "--list", "社区书记")["targets"]) == 3
    duty = start(people, "--unit-kind", "community", "--duty-phones")
    assert duty["targets"][0]["name"] == "安和1社区值班室"
    assert refused(people, "call-round", "start", "--title", "x")[1] == "callees_missing"
    for options in (("--person", "没有"), ("--unit", "没有"), ("--list", "没有")):
        found = refused(people, "call-round", "start", "--title", "x", *options)
        assert found == (2, "record_unknown")


def test_the_proof_is_printed(people: Command) -> None:
    begun = start(people)
    target = people.data / "proof.pdf"
    words = ("paper", "call_round_sheet", "--output", str(target), "--call-round", begun["id"])
    assert done(people, *words, "--mask")["pages"] == 1
