from typing import Any

import pytest

from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.incident import IncidentCategory, IncidentStatus
from dutydesk.domain.incident_closing import IncidentStillRunning
from dutydesk.domain.incident_masking import (
    DraftMasking,
    IncidentMasking,
    MaskingDecision,
    MaskingReasonMissing,
    MaskingWordsMissing,
    MaskingWordUnfit,
    NothingMasked,
    checked_masking,
    masked,
    masked_file,
    masker_of,
)
from dutydesk.domain.personal_word import Masker
from tests.incident_builders import RECEIVED, grading, incident, report

ENDED = incident(status=IncidentStatus.ENDED, closed_at=RECEIVED)
DECISION = MaskingDecision


def draft(decision: str = "mask", **changes: Any) -> DraftMasking:
    facts: dict[str, Any] = {"id": "m", "incident_id": "i1", "decision": DECISION(decision)}
    return DraftMasking(**(facts | changes))


def decided(decision: str, words: tuple[str, ...] = ()) -> IncidentMasking:
    return IncidentMasking(
        id=f"m-{decision}",
        incident_id="i1",
        decision=DECISION(decision),
        words=words,
        reason="",
        decided_at=RECEIVED,
        decided_by="甲某",
    )


def test_words_are_kept_once_and_trimmed() -> None:
    kept = checked_masking(draft(words=(" 李红 ", "李红", "")), ENDED, None)
    assert kept.words == ("李红",)


@pytest.mark.parametrize(
    ("masking", "refusal"),
    [
        (draft(), MaskingWordsMissing),
        (draft(words=("李",)), MaskingWordUnfit),
        (draft(words=("字" * 21,)), MaskingWordUnfit),
        (draft("keep"), MaskingReasonMissing),
        (draft("unmask", reason="上级调阅"), NothingMasked),
    ],
)
def test_a_decision_that_cannot_be_is_refused(masking: DraftMasking, refusal: type) -> None:
    with pytest.raises(refusal):
        checked_masking(masking, ENDED, None)


def test_nothing_is_masked_while_the_incident_runs() -> None:
    with pytest.raises(IncidentStillRunning):
        checked_masking(draft(words=("李红",)), incident(), None)


def test_keeping_and_showing_again_carry_no_words() -> None:
    keep = checked_masking(draft("keep", reason="留作证据", words=("李红",)), ENDED, None)
    assert keep.words == ()
    before = decided("mask", ("李红",))
    assert checked_masking(draft("unmask", reason="调阅"), ENDED, before).words == ()


def test_the_last_decision_holds() -> None:
    mask, unmask = decided("mask", ("李红",)), decided("unmask")
    assert masker_of([]) is None
    assert masker_of([mask]) is not None
    assert masker_of([mask, unmask]) is None
    assert masker_of([mask, unmask, mask]) is not None


def test_every_text_of_a_record_is_masked_and_nothing_else() -> None:
    masker = Masker(["李红", "火灾", "i1"])
    shown = masked(incident(situation="伤者李红", title="李红家火灾", deaths=1), masker)
    assert (shown.situation, shown.title) == ("伤者李某", "李某家火某")
    assert (shown.id, shown.kind, shown.deaths) == ("i1", "火灾", 1)
    assert shown.category is IncidentCategory.ACCIDENT
    assert masked(incident(), None) == incident()


def test_a_file_is_masked_with_its_reports_and_gradings() -> None:
    sent = report("first", "phone", RECEIVED, body="伤者李红", report_to=("李红家",))
    file = IncidentFile(incident(), (grading(reason="李红重伤"),), (sent,))
    shown = masked_file(file, Masker(["李红"]))
    assert shown.reports[0].body == "伤者李某"
    assert shown.reports[0].report_to == ("李某家",)
    assert shown.gradings[0].reason == "李某重伤"
    assert file.reports[0].body == "伤者李红"
