import pytest

from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber
from dutydesk.domain.phone import NumberKind
from dutydesk.ui.contacts.dialling import candidates, dialled, first_number


@pytest.mark.parametrize(
    ("number", "dial", "extension"),
    [
        ("19900000013", "19900000013", ""),
        ("0000-6000013", "00006000013", ""),
        ("0571-88888888-801", "057188888888", "801"),
        ("6000013", "6000013", ""),
        ("6123646/47", "6123646/47", ""),
        ("110", "110", ""),
    ],
)
def test_a_number_is_dialled_without_dashes_and_its_extension_afterwards(number, dial, extension):
    assert dialled(number) == (dial, extension)


def test_the_mobile_is_rung_first_a_doubtful_one_last_and_a_fax_never():
    def number(kind, *, is_doubtful=False):
        return ContactNumber(kind, "1", kind, "1", is_doubtful=is_doubtful)

    contact = Contact("1", "单某")
    fax, duty = number(NumberKind.FAX), number(NumberKind.DUTY)
    doubtful = number(NumberKind.MOBILE, is_doubtful=True)
    assert first_number(ContactCard(contact, (), (fax,))) is None
    assert first_number(ContactCard(contact, (), (fax, doubtful, duty))) is duty
    assert first_number(ContactCard(contact, (), (fax, doubtful))) is doubtful


def test_candidates_tell_namesakes_apart():
    card = ContactCard(Contact("1", "单某", post="科长"), ("区政府", "应急局"))
    (found,) = candidates(lambda _: [card], "sm")
    assert (found.value, found.name, found.detail) == (card, "单某", "应急局　科长")
