from dutydesk.domain.incident_masking import MaskingDecision
from dutydesk.domain.personal_word import PersonalKind
from dutydesk.wording.incident_masking import (
    MASKING_DECISION,
    PERSONAL_KIND,
    masking_entry,
    masking_words,
)
from tests.domain.test_incident_masking import decided
from tests.incident_builders import incident


def test_every_decision_and_kind_has_a_word() -> None:
    assert set(MASKING_DECISION) == set(MaskingDecision)
    assert set(PERSONAL_KIND) == set(PersonalKind)


def test_what_is_masked_is_counted_and_not_named() -> None:
    mask = decided("mask", ("李红", "13812345678"))
    assert masking_entry(incident(), mask).endswith("涉及人员信息遮盖2处。")
    assert "李红" not in masking_entry(incident(), mask)
    assert masking_words(mask) == "2026年11月21日 02:15　甲某　遮盖2处"
