from datetime import date

from dutydesk.domain.daily import DailyFacts, DailyIncident
from dutydesk.domain.instants import china_instant
from tests.incident_builders import incident

DAY = date(2026, 7, 8)


def facts(*incidents: DailyIncident) -> DailyFacts:
    since, until = china_instant(DAY, 8, 0), china_instant(DAY, 20, 0)
    return DailyFacts(duty_date=DAY, since=since, until=until, incidents=incidents)


def test_an_incident_of_an_earlier_day_that_still_runs_leaves_the_day_quiet() -> None:
    assert facts().is_quiet
    assert facts(DailyIncident(incident(), is_of_day=False)).is_quiet
    assert not facts(DailyIncident(incident())).is_quiet
