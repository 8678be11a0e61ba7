"""A person is gathered from the cells of a row."""

from __future__ import annotations

from dutydesk.domain.contact_file import ColumnGuess, ContactField, ProblemCode
from dutydesk.domain.contacts import ContactRole
from dutydesk.exchange.contact_draft import PersonDraft


def test_the_heading_of_a_name_becomes_the_post_when_there_is_none() -> None:
    draft = PersonDraft("孟宇洋")
    draft.conclude("安全负责人", None)
    assert draft.person("表", 2, ()).post == "安全负责人"


def test_a_plain_heading_is_no_post_and_the_sheet_may_name_the_role() -> None:
    draft = PersonDraft("孟宇洋")
    draft.conclude("姓名", ContactRole.INFO_OFFICER)
    person = draft.person("表", 2, ())
    assert (person.post, person.duty_role) == ("", ContactRole.INFO_OFFICER)


def test_the_post_names_the_role_before_the_sheet_does() -> None:
    draft = PersonDraft("孟宇洋")
    assert list(draft.fill(ColumnGuess(1, "职务", ContactField.POST), "联络员")) == []
    draft.conclude("姓名", ContactRole.INFO_OFFICER)
    assert draft.duty_role is ContactRole.LIAISON


def test_days_are_numbers_or_a_doubt() -> None:
    draft = PersonDraft("孟宇洋")
    column = ColumnGuess(6, "培训天数", ContactField.TRAINING_DAYS)
    assert list(draft.fill(column, "4天")) == []
    assert draft.training_days == 4
    assert list(draft.fill(column, "多")) == [(ProblemCode.TRAINING_DAYS_UNKNOWN, "多")]
