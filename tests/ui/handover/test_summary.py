"""The head of the page: shifts, counts, situation, running incidents."""

from dutydesk.ui.handover.summary import IncidentSection, SummarySection
from tests.builders import draft
from tests.handover_builders import fire, stand_at
from tests.incident_builders import at


def test_the_head_counts_calls_and_names_both_shifts(staffed, theme, qtbot):
    staffed.room.duty_log.record(draft(staffed.room), by=staffed.by)
    stand_at(staffed, "2026-11-21T08:20")
    section = SummarySection(theme)
    qtbot.addWidget(section)
    section.show_view(staffed.room.handover.draft())
    figure, word = next(iter(section._counts.values()))
    assert (figure.text(), word.text()) == ("1", "来电")
    assert "交班 2026年11月20日 全天班　甲某" in section.shifts.text()
    assert "接班 2026年11月21日 全天班" in section.shifts.text()
    assert "还没有写" in section.situation.text()


def test_an_overdue_incident_is_marked_by_shape_and_word(staffed, theme, qtbot):
    fire(staffed, at("2026-11-20T08:00"))
    now = stand_at(staffed, "2026-11-20T14:00")
    facts = staffed.room.handover.draft().facts
    section = IncidentSection(theme)
    qtbot.addWidget(section)
    section.show_incidents(facts.incidents, facts.first_report_word, now)
    words = section.body.itemAt(0).widget().text()
    assert words.startswith("▲")
    assert "已超时" in words
    section.show_incidents((), facts.first_report_word, now)
    assert section.words.text() == "没有"
