from dutydesk.domain.contact_import import ImportReport
from dutydesk.ui.contacts.people_list import PeopleList
from dutydesk.ui.contacts.unit_lines import Which
from tests.ui.sample_desk import sample_desk

MANY = 20_000


def test_twenty_thousand_people_are_listed_in_pages(staffed, theme, desk_clock, qtbot, tmp_path):
    file = tmp_path / "many.csv"
    rows = (f"甲局,王{number},1{3900000000 + number}" for number in range(MANY))
    file.write_text("单位,姓名,手机\n" + "\n".join(rows), encoding="utf-8")
    report: ImportReport = staffed.room.contact_import.import_file(file, by=staffed.by).value
    assert report.added == MANY
    people = PeopleList(sample_desk(theme, desk_clock), staffed.room.contacts)
    qtbot.addWidget(people)
    people.resize(500, 400)
    people.show()
    people.show_which(Which())
    assert people.people.rowCount() == MANY
    people.step(MANY)
    assert people.card().contact.name == f"王{MANY - 1}"
    assert len(people.people._rows) < 2_000
