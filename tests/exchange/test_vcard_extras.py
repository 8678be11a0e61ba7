"""A card of ours comes back as it went out; one of others may say what it likes."""

from dutydesk.domain.contact_file import ProblemCode
from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber, ContactRole, RolePair
from dutydesk.domain.phone import NumberKind
from dutydesk.exchange.vcard import read_cards, written_cards

CONTACT = Contact(
    id="1",
    name="甲某",
    post="主任",
    duty_role=ContactRole.LIAISON,
    role_pair=RolePair.A,
    other_posts=("乙局 顾问; 兼", "丙局 组长"),
    area="一、二号楼",
    category="消防",
    training_days=0,
)
NUMBERS = tuple(
    ContactNumber(id=kind.value, contact_id="1", kind=kind, number=number, label=label)
    for kind, number, label in (
        (NumberKind.MOBILE, "19900002001", '家"属'),
        (NumberKind.DUTY, "0000-7000001", "夜;间:,"),
        (NumberKind.OFFICE, "0000-7000002", ""),
        (NumberKind.FAX, "0000-7000003", ""),
        (NumberKind.HOME, "0000-7000004", ""),
        (NumberKind.SATELLITE, "1749000", ""),
        (NumberKind.RADIO, "长江一号", ""),
    )
)


def test_what_telephones_have_no_word_for_comes_back() -> None:
    text = written_cards([ContactCard(CONTACT, ("甲局",), NUMBERS)])
    (person,) = read_cards(text, "a.vcf").people
    for field in (
        *("name", "post", "duty_role", "role_pair", "other_posts", "area", "category"),
        "training_days",
    ):
        assert getattr(person, field) == getattr(CONTACT, field), field
    assert [(one.kind, one.number, one.label) for one in person.numbers] == [
        (one.kind, one.number, one.label.replace('"', "")) for one in NUMBERS
    ]
    assert all(one.doubt is None for one in person.numbers)


def test_what_makes_no_sense_is_listed_and_stops_nothing() -> None:
    lines = (
        "BEGIN:VCARD VERSION:3.0 FN:甲某 TEL;X-DUTYDESK-KIND=horn:19900002001"
        " X-DUTYDESK-ROLE-PAIR:C X-DUTYDESK-TRAINING-DAYS:99999999999999999999"
        " X-DUTYDESK-DUTY-ROLE:king END:VCARD"
    )
    reading = read_cards(lines.replace(" ", "\n"), "a.vcf")
    assert [(one.kind, one.number) for one in reading.people[0].numbers] == [
        (NumberKind.MOBILE, "19900002001")
    ]
    assert [one.code for one in reading.problems] == [ProblemCode.VALUE_NOT_TAKEN] * 3
