"""Nothing filled in is lost on its way, and nothing unwritten is signed."""

from tests.handover_builders import OUTGOING, sign
from tests.ui.handover.desk_over_room import KEY, draft_of, sign_out


def test_words_typed_right_before_signing_are_signed_with_it(morning):
    morning.page.remarks.text.setPlainText("钥匙在门卫")
    sign_out(morning)
    assert draft_of(morning).handover.remarks == "钥匙在门卫"
    assert draft_of(morning).signatures != ()


def test_words_are_on_record_after_a_pause(morning, qtbot):
    morning.page.remarks.text.setPlainText("钥匙在门卫")
    assert draft_of(morning).handover.remarks == ""
    qtbot.waitUntil(lambda: draft_of(morning).handover.remarks == "钥匙在门卫")


def test_a_signature_from_elsewhere_stops_the_filling_and_loses_nothing(morning, staffed):
    page = morning.page
    sign(staffed, OUTGOING, staffed.admin)
    page.checks.rows()[0].bar.setFocus()
    morning.key(KEY.Key_1)
    assert "交接内容不能再改" in page.answer.text()
    assert page.checks.rows()[0].pending() is not None
