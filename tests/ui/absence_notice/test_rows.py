from dutydesk.services.absence_notice import AbsenceFile
from dutydesk.ui.absence_notice.rows import COLUMNS, row_of, story
from tests.absence_builders import at, notice


def test_a_row_says_state_person_who_acts_and_when():
    row = row_of(notice(), at("11-22 09:00"))
    assert len(row.cells) == len(COLUMNS)
    assert row.cells == (
        "● 外出中",
        "丁某 区应急局 局长",
        "戊某 19900000021",
        "11月21日 08:00 至 11月23日 18:00",
        "省城，参加会议",
    )
    assert row_of(notice(), at("11-24 09:00")).tone == "overdue"


def test_a_story_begins_with_the_filing():
    (line,) = story(AbsenceFile(notice(), ()))
    assert line == "11月20日 周五 08:30 甲某报备，区长批准，代班人 戊某 19900000021"
