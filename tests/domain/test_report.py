from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import IncidentStatus
from dutydesk.domain.incident_refusals import IncidentEnded
from dutydesk.domain.report import (
    FirstReportMissing,
    Report,
    ReportMedium,
    ReportStage,
    check_report,
    first_delivery,
    has_final,
    is_reported_out,
    latest_written,
    sequence_no,
    without_corrections,
)
from dutydesk.domain.report_refusals import (
    CorrectedReportUnfit,
    FinalReportExists,
    FirstReportExists,
    ReceiverUnitMissing,
    ReportBeforePrevious,
    ReportBeforeReceived,
    ReportInFuture,
    ReportTextTooLong,
)
from tests.incident_builders import RECEIVED, draft_report, incident, report

NOW = RECEIVED + timedelta(hours=5)


def after(minutes: int):
    return RECEIVED + timedelta(minutes=minutes)


PHONE = report("first", "phone", after(10))
PAPER = report("first", "written", after(30))


@pytest.mark.parametrize("medium", ["phone", "written"])
def test_a_first_report_may_come_by_either_medium(medium: str) -> None:
    check_report(draft_report("first", medium, after(5)), incident(), [], NOW)


@pytest.mark.parametrize("stage", ["follow_up", "verification", "final"])
@pytest.mark.parametrize("medium", ["phone", "written"])
def test_no_later_stage_without_a_first_report(stage: str, medium: str) -> None:
    with pytest.raises(FirstReportMissing):
        check_report(draft_report(stage, medium, after(40)), incident(), [], NOW)


def test_a_follow_up_on_paper_needs_a_first_paper() -> None:
    check_report(draft_report("follow_up", "phone", after(40)), incident(), [PHONE], NOW)
    with pytest.raises(FirstReportMissing):
        check_report(draft_report("follow_up", "written", after(40)), incident(), [PHONE], NOW)
    check_report(draft_report("follow_up", "written", after(40)), incident(), [PHONE, PAPER], NOW)


def test_a_final_paper_may_close_what_was_told_by_telephone() -> None:
    check_report(draft_report("final", "written", after(40)), incident(), [PHONE], NOW)


def test_there_is_one_first_paper_but_several_may_be_called() -> None:
    check_report(draft_report("first", "phone", after(12)), incident(), [PHONE], NOW)
    with pytest.raises(FirstReportExists):
        check_report(draft_report("first", "written", after(40)), incident(), [PAPER], NOW)


def test_nothing_comes_after_the_final_but_the_final_by_the_other_medium() -> None:
    done = [PHONE, PAPER, report("final", "written", after(90))]
    for stage in ReportStage:
        with pytest.raises(FinalReportExists):
            check_report(draft_report(stage, "written", after(100)), incident(), done, NOW)
    check_report(draft_report("final", "phone", after(100)), incident(), done, NOW)
    with pytest.raises(FinalReportExists):
        check_report(draft_report("follow_up", "phone", after(100)), incident(), done, NOW)


def test_nothing_comes_after_the_end() -> None:
    ended = incident(status=IncidentStatus.ENDED, closed_at=after(90))
    with pytest.raises(IncidentEnded):
        check_report(draft_report("follow_up", "written", after(40)), ended, [PAPER], NOW)


@pytest.mark.parametrize(
    ("minutes", "refusal"), [(-1, ReportBeforeReceived), (311, ReportInFuture)]
)
def test_a_report_is_sent_after_the_receipt_and_not_in_the_future(
    minutes: int, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        check_report(draft_report("first", "phone", after(minutes)), incident(), [], NOW)
    for fine in (0, 310):
        check_report(draft_report("first", "phone", after(fine)), incident(), [], NOW)


def test_a_follow_up_is_not_older_than_what_it_follows() -> None:
    with pytest.raises(ReportBeforePrevious):
        check_report(draft_report("follow_up", "phone", after(9)), incident(), [PHONE], NOW)
    check_report(draft_report("follow_up", "phone", after(10)), incident(), [PHONE], NOW)


def test_a_final_is_not_older_than_any_report() -> None:
    chain = [PAPER, report("follow_up", "written", after(60))]
    with pytest.raises(ReportBeforePrevious):
        check_report(draft_report("final", "written", after(59)), incident(), chain, NOW)


@pytest.mark.parametrize("to", [(), ("",), ("  ", "")])
def test_a_report_goes_to_somebody(to: tuple[str, ...]) -> None:
    with pytest.raises(ReceiverUnitMissing):
        check_report(draft_report("first", "phone", after(1), report_to=to), incident(), [], NOW)


def test_ten_thousand_characters_fit_and_a_book_does_not() -> None:
    fine = draft_report("first", "phone", after(1), body="字" * 20_000)
    check_report(fine, incident(), [], NOW)
    with pytest.raises(ReportTextTooLong):
        check_report(
            draft_report("first", "phone", after(1), body="字" * 20_001), incident(), [], NOW
        )


def test_follow_ups_count_within_their_medium() -> None:
    chain = [PHONE, PAPER, report("follow_up", "written", after(60))]
    assert sequence_no(draft_report("follow_up", "written", after(70)), chain) == 2
    assert sequence_no(draft_report("follow_up", "phone", after(70)), chain) == 1
    assert sequence_no(draft_report("final", "written", after(70)), chain) == 1


def test_later_clocks_run_from_the_first_paper_and_never_from_the_latest() -> None:
    chain = [report("follow_up", "written", after(60)), PAPER, PHONE]
    assert first_delivery(chain) == PAPER.sent_at
    assert first_delivery([PHONE]) is None
    assert latest_written(chain) == chain[0]
    assert latest_written([PHONE]) is None


def test_a_final_by_any_medium_is_a_final() -> None:
    assert has_final([report("final", "phone", after(60))])
    assert not has_final([PHONE, PAPER])


def test_a_final_by_telephone_still_owes_its_paper() -> None:
    told = report("final", "phone", after(60))
    assert not has_final([told], ReportMedium.WRITTEN)
    assert not is_reported_out([told])
    assert is_reported_out([told, report("final", "written", after(70))])


@given(
    st.lists(
        st.tuples(st.sampled_from(ReportStage), st.sampled_from(ReportMedium), st.integers(0, 60)),
        max_size=25,
    )
)
def test_whatever_is_tried_the_accepted_chain_keeps_its_order(
    tries: list[tuple[ReportStage, ReportMedium, int]],
) -> None:
    chain: list[Report] = []
    for place, (stage, medium, minutes) in enumerate(tries):
        draft = draft_report(stage, medium, after(minutes))
        try:
            check_report(draft, incident(), chain, NOW)
        except Refusal:
            continue
        chain.append(
            report(
                stage, medium, after(minutes), id=str(place), sequence_no=sequence_no(draft, chain)
            )
        )
    stages = [one.stage for one in chain]
    if stages:
        assert stages[0] is ReportStage.FIRST
    if ReportStage.FINAL in stages:
        assert set(stages[stages.index(ReportStage.FINAL) :]) == {ReportStage.FINAL}
    papers = [one for one in chain if one.medium is ReportMedium.WRITTEN]
    numbers = [one.sequence_no for one in papers if one.stage is ReportStage.FOLLOW_UP]
    assert numbers == list(range(1, len(numbers) + 1))
    assert sum(one.stage is ReportStage.FIRST for one in papers) <= 1


def test_a_correction_passes_where_the_chain_would_stop_it():
    first = report("first", "written", RECEIVED, id="f", sequence_no=1)
    final = report("final", "written", RECEIVED + timedelta(hours=1), id="z")
    now = RECEIVED + timedelta(hours=2)
    for one in (first, final):
        want = draft_report(one.stage.value, "written", now, corrects_report_id=one.id)
        check_report(want, incident(), (first, final), now)
        assert sequence_no(want, (first, final)) == one.sequence_no
    early = draft_report(
        "final", "written", RECEIVED + timedelta(minutes=1), corrects_report_id="z"
    )
    with pytest.raises(ReportBeforePrevious):
        check_report(early, incident(), (first, final), now)
    for stage, corrects in (("final", "f"), ("first", "nowhere")):
        with pytest.raises(CorrectedReportUnfit):
            check_report(
                draft_report(stage, "written", now, corrects_report_id=corrects),
                incident(),
                (first, final),
                now,
            )


def test_a_correction_takes_no_number_of_the_stage():
    first = report("follow_up", "written", RECEIVED, id="a", sequence_no=1)
    mending = report(
        "follow_up", "written", RECEIVED, id="b", sequence_no=1, corrects_report_id="a"
    )
    next_one = draft_report("follow_up", "written", RECEIVED)
    assert sequence_no(next_one, (first, mending)) == 2
    assert without_corrections((first, mending)) == (first,)
