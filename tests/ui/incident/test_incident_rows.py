from dutydesk.domain.incident import ExitReason, IncidentLevel, IncidentStatus
from dutydesk.ui.incident.incident_rows import level_look, status_word
from tests.incident_builders import incident


def test_a_level_is_told_by_its_word_and_only_then_by_colour():
    looks = [level_look(incident(level=level)) for level in IncidentLevel]
    assert [look.word for look in looks] == ["特别重大", "重大", "较大", "一般", "未定级"]
    assert looks[0].role == "overdue"
    assert level_look(incident(status=IncidentStatus.ENDED)).role == "muted"


def test_an_exit_is_named_instead_of_the_status():
    assert status_word(incident()) == "接报"
    assert status_word(incident(exit_reason=ExitReason.FALSE_ALARM)) == "误报"
