from datetime import UTC, datetime

import pytest

from dutydesk.domain.paper import UNSIGNED, Signature
from dutydesk.domain.paper_directory import masked
from dutydesk.domain.paper_handover_record import HandoverRecord
from dutydesk.domain.paper_special_report import BodyLevel, body_pieces


def test_an_unsigned_place_has_neither_name_nor_time():
    assert Signature() == UNSIGNED
    assert UNSIGNED.at is None


def test_a_chain_head_is_printed_in_four_groups_of_four():
    record = HandoverRecord(
        "单位", "1", "甲班", "乙班", is_practice=True, journal_head="0123456789abcdef" * 4
    )
    assert record.head_groups == "0123 4567 89ab cdef"
    assert HandoverRecord("单位", "1", "甲班", "乙班", is_practice=True).head_groups == ""


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("13800000001", "138****0001"),
        ("138****0001", "138****0001"),
        ("手机 13800000001、15900000002", "手机 138****0001、159****0002"),
        ("0000-0000001", "0000-0000001"),
        ("913800000001", "913800000001"),
        ("8613800000001", "8613800000001"),
        ("110", "110"),
    ],
)
def test_a_masked_text_hides_mobiles_and_nothing_else(text, printed):
    assert masked(text) == printed
    assert masked(printed) == printed


@pytest.mark.parametrize(
    ("paragraph", "levels"),
    [
        ("18时13分，一平房起火。", [BodyLevel.TEXT]),
        ("一、基本情况", [BodyLevel.FIRST]),
        ("十一、其他", [BodyLevel.FIRST]),
        ("一、基本情况。起火平房为砖木结构。", [BodyLevel.FIRST, BodyLevel.TEXT]),
        ("（一）接报和出动。18时15分接警。", [BodyLevel.SECOND, BodyLevel.TEXT]),
        ("（二）现场处置", [BodyLevel.SECOND]),
        ("（二）现场处置。", [BodyLevel.SECOND]),
        ("1. 受影响居民2户5人。", [BodyLevel.TEXT]),
        ("一方面，立即疏散。", [BodyLevel.TEXT]),
        ("一、" + "长" * 150, [BodyLevel.TEXT]),
        ("", [BodyLevel.TEXT]),
    ],
)
def test_headings_of_a_report_are_known_by_their_numbers(paragraph, levels):
    pieces = body_pieces(paragraph)
    assert [piece.level for piece in pieces] == levels
    assert "".join(piece.text for piece in pieces) == paragraph


def test_a_signature_keeps_its_instant():
    at = datetime(2026, 11, 21, 0, 31, tzinfo=UTC)
    assert Signature("陈晓明", at).at == at
