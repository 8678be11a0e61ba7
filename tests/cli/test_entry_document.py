from dataclasses import replace
from datetime import date

from dutydesk.cli.entry_document import entry_document, entry_line
from dutydesk.domain.duty_log import ListedEntry
from tests.domain.test_duty_log import entry

DAY = date(2026, 11, 20)


def test_the_line_for_people_says_what_is_special_about_an_entry() -> None:
    plain = entry_line(ListedEntry(entry(), DAY))
    assert "3号楼燃气异味" in plain
    assert "〔" not in plain
    late = ListedEntry(replace(entry(), is_late=True), DAY, corrected_by="x")
    assert entry_line(late).count("〔") == 2


def test_the_document_says_what_became_of_an_entry() -> None:
    document = entry_document(ListedEntry(entry(), DAY, corrected_by="x"))
    assert (document["is_struck"], document["corrected_by"]) == (True, "x")
    assert document["duty_date"] == "2026-11-20"
