from dutydesk.domain.absence_refusals import AbsenceOverlaps
from dutydesk.domain.call_round_refusals import CallRoundEnded
from dutydesk.domain.directive_refusals import DirectiveNotFedBack
from dutydesk.domain.errors import StoreBusy, StoreLocked
from dutydesk.domain.handover import HandoverSide, HandoverSigned, NotOutgoingOfficer
from dutydesk.domain.handover_facts import (
    FirstReportOverdue,
    HandoverBlocked,
    OpenItemWithoutOwner,
)
from dutydesk.domain.instants import from_iso
from dutydesk.domain.report import ReportMedium
from dutydesk.domain.report_refusals import ReportSignerMissing
from dutydesk.wording.command_refusals import command_sentence
from dutydesk.wording.sentences import sentence

AT = from_iso("2026-11-20T08:30")


def test_a_missing_signer_is_given_by_its_option() -> None:
    assert "--signed-by" in command_sentence(ReportSignerMissing())


def test_what_is_ticked_in_the_desk_is_an_option_here() -> None:
    words = command_sentence(DirectiveNotFedBack())
    assert "--without-feedback" in words
    assert "勾" not in words
    assert "--overlap" in command_sentence(AbsenceOverlaps("甲某", AT, AT))


def test_what_only_the_desk_can_do_is_looked_for_there() -> None:
    for refusal in (
        HandoverSigned(HandoverSide.LEAD, "丙某"),
        NotOutgoingOfficer("乙某", "甲某"),
        HandoverBlocked((OpenItemWithoutOwner("围挡"),)),
    ):
        assert "值守台窗口" in command_sentence(refusal)
    overdue = FirstReportOverdue("2026-001", "火灾", ReportMedium.PHONE, AT)
    assert "--note" in command_sentence(HandoverBlocked((overdue,)))


def test_a_round_that_ended_is_not_gone_on_with_by_a_button_that_is_not_there() -> None:
    ended = CallRoundEnded("暴雨叫应", AT)
    assert "按继续叫应" in sentence(ended)
    assert "按继续叫应" not in command_sentence(ended)
    assert "值守台窗口" in command_sentence(ended)


def test_nobody_is_told_to_open_a_window_read_only() -> None:
    locked = StoreLocked("一号机", "甲某", AT, 1)
    assert "只读打开" in sentence(locked)
    assert "只读打开" not in command_sentence(locked)


def test_everything_else_is_said_as_in_the_desk() -> None:
    assert command_sentence(StoreBusy()) == sentence(StoreBusy())
