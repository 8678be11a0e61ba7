import pytest

from tests.builders import PIN
from tests.cli.asking import done, newest_action, refused

LATER = "2026-11-20T08:40+08:00"


@pytest.fixture
def incident(on_duty):
    words = ("--title", "丰收市场火灾", "--category", "accident", "--kind", "火灾")
    place = ("--place", "丰收市场", "--received-at", "2026-11-20T08:30+08:00")
    return done(on_duty, "incident", "open", *words, *place)["id"]


def draft(command, incident, *more):
    words = ("report", "draft", incident, "--stage", "first", "--to", "区政府总值班室", *more)
    return done(command, *words)


def waits_for_signature(command, incident):
    made = draft(command, incident)["report_id"]
    done(command, "report", "submit", made)
    done(command, "report", "review", made, "--by-phone", "戊主任")
    return made


def test_a_report_goes_through_its_gates_and_leaves(on_duty, incident):
    made = draft(
        on_duty, incident, "--copy-to", "区应急局", "--text", "一平房起火。", "--officer", "甲某"
    )
    assert (made["state"], made["issue_no"], made["sent_at"]) == ("drafting", None, None)
    report = made["report_id"]
    changed = done(on_duty, "report", "change", report, "--text", "两间平房起火。")
    assert (changed["body"], changed["copy_to"]) == ("两间平房起火。", ["区应急局"])
    assert done(on_duty, "report", "submit", report)["state"] == "under_review"
    signer = ("--signer", "丙某", "--pin-stdin")
    reviewed = done(on_duty, "report", "review", report, *signer, stdin=f"{PIN}\n")
    assert (reviewed["state"], reviewed["reviewed_by"]) == ("awaiting_signature", "丙某")
    signed = done(on_duty, "report", "sign", report, *signer, stdin=f"{PIN}\n")
    assert (signed["state"], signed["issue_no"]) == ("signed", 1)
    assert (signed["signed_by"], signed["signature_form"]) == ("丙某", "in_person")
    assert newest_action(on_duty) == ("cli", "report_draft.sign")
    sent = done(on_duty, "report", "send", report, "--receiver", "王某", now=LATER)
    assert (sent["state"], sent["met"], sent["late_by_minutes"]) == ("sent", True, 0)
    assert sent["sent_at"] == "2026-11-20T08:40:00+08:00"
    (reported,) = done(on_duty, "incident", "show", incident)["reports"]
    assert (reported["report_id"], reported["reviewed_by"]) == (report, "丙某")
    words = ("report", "acknowledge", report, "--person", "王某")
    got = done(on_duty, *words, "--at", LATER, now=LATER)
    assert got["state"] == "acknowledged"
    assert [one["step"] for one in got["steps"]] == [
        "drafted",
        "submitted",
        "reviewed",
        "signed",
        "sent",
        "acknowledged",
    ]
    assert done(on_duty, "report", "show", report) == got


def test_a_leader_signs_by_telephone_and_who_put_it_on_record_is_kept(on_duty, incident):
    report = waits_for_signature(on_duty, incident)
    words = ("report", "sign", report, "--by-phone", "丁副主任", "--officer", "甲某")
    made = done(on_duty, *words)
    last = made["steps"][-1]
    assert (last["person"], last["form"], last["recorder"]) == ("丁副主任", "phone", "甲某")
    assert (
        refused(on_duty, "report", "sign", report, "--by-phone", "甲某")[1] == "report_step_unfit"
    )


def test_a_wrong_pin_or_none_signs_nothing(on_duty, incident):
    report = waits_for_signature(on_duty, incident)
    words = ("report", "sign", report, "--signer", "丙某", "--pin-stdin")
    assert refused(on_duty, *words, stdin="135791\n")[1] == "pin_wrong"
    assert refused(on_duty, *words)[1] == "bad_input"
    assert done(on_duty, "report", "show", report)["state"] == "awaiting_signature"


def test_what_is_sent_back_is_written_again_and_what_is_given_up_keeps_its_number(
    on_duty, incident
):
    report = waits_for_signature(on_duty, incident)
    back = done(on_duty, "report", "return", report, "--reason", "地点不准")
    assert (back["state"], back["steps"][-1]["reason"]) == ("drafting", "地点不准")
    assert refused(on_duty, "report", "send", report)[1] == "report_step_unfit"
    other = waits_for_signature(on_duty, incident)
    done(on_duty, "report", "sign", other, "--by-phone", "丁副主任")
    assert done(on_duty, "report", "list", "--waiting")["reports"][-1]["state"] == "signed"
    gone = done(on_duty, "report", "void", other, "--reason", "改由电话报")
    assert (gone["state"], gone["issue_no"]) == ("void", 1)
    listed = done(on_duty, "report", "list", "--incident", incident)["reports"]
    assert [one["report_id"] for one in listed] == [report, other]
    assert (
        refused(on_duty, "report", "change", other, "--text", "再写")[1] == "report_draft_not_open"
    )


def test_a_correction_names_what_it_corrects(on_duty, incident):
    words = ("incident", "report", incident, "--stage", "first", "--medium", "written")
    to = ("--at", "2026-11-20T08:30+08:00", "--to", "区政府总值班室")
    first = done(on_duty, *words, *to)
    made = draft(on_duty, incident, "--corrects", first["report_id"])
    assert made["corrects_report_id"] == first["report_id"]
    quick = done(on_duty, *words, *to, "--corrects", first["report_id"])
    assert (quick["issue_no"], quick["corrects_report_id"]) == (2, first["report_id"])
    assert (quick["met"], quick["due_at"]) == (None, None)
    wrong = ("--stage", "follow_up", "--to", "区政府总值班室", "--corrects", first["report_id"])
    assert refused(on_duty, "report", "draft", incident, *wrong)[1] == "corrected_report_unfit"
