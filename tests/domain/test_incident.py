from dutydesk.domain.incident import FIGURES, GRADES, Figures, IncidentLevel, IncidentStatus
from tests.incident_builders import incident


def test_an_unknown_figure_is_none_and_not_zero() -> None:
    figures = Figures(deaths=0).figures()
    assert tuple(figures) == FIGURES
    assert figures["deaths"] == 0
    assert figures["missing"] is None


def test_the_grades_of_the_law_run_from_the_gravest_and_leave_out_ungraded() -> None:
    assert GRADES[0] is IncidentLevel.ESPECIALLY_SERIOUS
    assert GRADES[-1] is IncidentLevel.ORDINARY
    assert IncidentLevel.UNCLASSIFIED not in GRADES


def test_an_incident_is_closed_when_ended_or_archived() -> None:
    closed = [one for one in IncidentStatus if incident(status=one).is_closed]
    assert closed == [IncidentStatus.ENDED, IncidentStatus.ARCHIVED]
