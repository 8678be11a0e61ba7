"""The columns of an export."""

from __future__ import annotations

from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber
from dutydesk.domain.phone import NumberKind
from dutydesk.exchange.contact_table import headings, rows


def test_a_row_has_a_cell_under_each_heading_and_numbers_share_one() -> None:
    numbers = (
        ContactNumber("a", "1", NumberKind.MOBILE, "19900001003"),
        ContactNumber("b", "1", NumberKind.MOBILE, "19900001004", label="家属"),
    )
    card = ContactCard(Contact("1", "单强"), ("区局", "防汛科", "一组"), numbers)
    (row,) = rows([card], is_masked=False)
    shown = dict(zip(headings(), row, strict=True))
    assert shown["手机"] == "19900001003；19900001004(家属)"
    assert (shown["上级单位"], shown["单位"]) == ("区局 / 防汛科", "一组")
    assert shown["培训天数"] == ""


def test_a_masked_row_hides_every_mobile() -> None:
    card = ContactCard(Contact("1", "单强", note="备用19900001003"))
    (row,) = rows([card], is_masked=True)
    assert row[-1] == "备用199****1003"
