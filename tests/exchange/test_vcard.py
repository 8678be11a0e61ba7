"""Cards of telephones, old and new."""

from __future__ import annotations

import quopri

import pytest

from dutydesk.domain.contact_file import ProblemCode
from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber
from dutydesk.domain.phone import NumberKind
from dutydesk.exchange.vcard import read_cards, written_cards


def quoted(text: str, charset: str) -> str:
    return quopri.encodestring(text.encode(charset)).decode().replace("=\n", "=\r\n")


@pytest.mark.parametrize("charset", ["UTF-8", "GBK", "GB2312"])
def test_quoted_printable_chinese_of_old_telephones(charset: str) -> None:
    name = "欧阳玉的很长的名字" * 4
    value = quoted(name, charset.replace("GB2312", "GBK"))
    assert "=\r\n" in value
    head = f"CHARSET={charset};ENCODING=QUOTED-PRINTABLE"
    card = f"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;{head}:{value}\r\nTEL;CELL:19900001541\r\nEND:VCARD"
    (person,) = read_cards(card, "a.vcf").people
    assert person.name == name
    assert person.numbers[0].number == "19900001541"


def test_a_card_of_version_3_with_folds_escapes_and_groups() -> None:
    card = (
        "BEGIN:VCARD\nVERSION:3.0\nN:张;三;;;\nFN:张三\n"
        "item1.TEL;type=CELL;type=pref:+86 138 0000 0001\nTEL;TYPE=WORK,FAX:0000-1234567\n"
        "ORG:区应急局;防汛科;\nTITLE:科\n 长\nNOTE:夜间\\n可打\\, 急\nEND:VCARD\n"
    )
    (person,) = read_cards(card, "a.vcf").people
    assert [step.name for step in person.unit_path] == ["区应急局", "防汛科"]
    assert person.post == "科长"
    assert person.note == "夜间\n可打, 急"
    assert [(n.kind, n.number) for n in person.numbers] == [
        (NumberKind.MOBILE, "13800000001"),
        (NumberKind.FAX, "0000-1234567"),
    ]


def test_a_card_of_version_4_with_a_uri() -> None:
    card = (
        "BEGIN:VCARD\nVERSION:4.0\nN:李;四;;;\n"
        'TEL;VALUE=uri;TYPE="cell,voice":tel:+86-138-0000-0001\nEND:VCARD\n'
    )
    (person,) = read_cards(card, "a.vcf").people
    assert (person.name, person.numbers[0].number) == ("李四", "13800000001")


def test_a_card_without_a_name_and_a_broken_card_stop_no_other() -> None:
    text = (
        "BEGIN:VCARD\nTEL:19900001001\nEND:VCARD\n"
        "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=NOSUCH:=E6\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:单强\nEND:VCARD\n"
    )
    reading = read_cards(text, "a.vcf")
    assert [person.name for person in reading.people] == ["单强"]
    assert reading.skipped == 2
    assert [(p.code, p.row) for p in reading.problems] == [
        (ProblemCode.NAME_MISSING, 1),
        (ProblemCode.CARD_UNREADABLE, 2),
    ]


def test_photographs_and_endless_folds_are_passed_over() -> None:
    photo = "PHOTO;ENCODING=b:" + "\n ".join(["A" * 70] * 20_000)
    text = f"BEGIN:VCARD\nFN:单强\n{photo}\nTEL:110\nEND:VCARD\n"
    (person,) = read_cards(text, "a.vcf").people
    assert person.numbers[0].number == "110"


def test_what_is_written_is_read_back() -> None:
    contact = Contact("1", "单;强,\\", post="主任", address="东湖路1号", note="甲\n乙" * 30)
    number = ContactNumber("n", "1", NumberKind.MOBILE, "19900001001")
    text = written_cards([ContactCard(contact, ("区局", "科;室"), (number,))])
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (person,) = read_cards(text, "a.vcf").people
    assert (person.name, person.post, person.address) == ("单;强,\\", "主任", "东湖路1号")
    assert person.note == contact.note
    assert [step.name for step in person.unit_path] == ["区局", "科;室"]
