"""What the program writes never needs an answer, whatever is on record: only figures that fall."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.incident import FIGURES, IncidentLevel
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.report_check import FindingKind, check_text
from dutydesk.domain.report_writing import tells_all
from dutydesk.wording.report_text.stages import body_of, paragraphs
from tests.incident_builders import RECEIVED, at, incident, report
from tests.wording.report_text.builders import facts

NUMBERS = st.dictionaries(
    st.sampled_from(FIGURES), st.one_of(st.none(), st.integers(0, 1200)), max_size=6
)
FACTS = st.fixed_dictionaries(
    {
        "occurred_at": st.sampled_from([None, at("2026-11-21 02:10"), at("2026-11-21 02:00")]),
        "cause": st.sampled_from(["", "电气线路故障"]),
        "measures": st.sampled_from(["", "消防救援站到场"]),
        "level": st.sampled_from(IncidentLevel),
        "kind": st.sampled_from(["火灾", "食物中毒", "暴雨", "其他事故"]),
        "is_serious_near_miss": st.booleans(),
        "near_miss_reason": st.sampled_from(["涉险面大", ""]),
    }
)


@given(NUMBERS, NUMBERS, FACTS, st.sampled_from(ReportStage), st.sampled_from(ReportMedium))
def test_the_programs_own_text_agrees_with_the_record(
    now: dict[str, Any],
    last: dict[str, Any],
    known: dict[str, Any],
    stage: ReportStage,
    medium: ReportMedium,
) -> None:
    one = incident(**now, **known)
    before = {} if stage is ReportStage.FIRST else last
    previous = report("first", "written", RECEIVED, figures=before) if before else None
    body = body_of(paragraphs(facts(stage, medium, incident=one, previous=previous)))
    found = check_text(body, one, before, tells_all=tells_all(stage))
    numbers_alone = {FindingKind.FIGURE_FELL, FindingKind.TOTAL_WRONG}
    assert [one for one in found if one.kind not in numbers_alone] == [], body
