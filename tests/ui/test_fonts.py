import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QDialogButtonBox

from dutydesk.ui.fonts import FontMissingError, load_screen_font


def test_the_buttons_of_qt_are_chinese(theme, qtbot):
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.Save | kinds.Yes | kinds.Close)
    qtbot.addWidget(box)
    texts = [button.text() for button in box.buttons()]
    assert all(any("\u4e00" <= sign <= "\u9fff" for sign in text) for text in texts), texts


def test_every_sign_the_desk_draws_is_in_its_font(theme):
    font = QRawFont.fromFont(theme.font())
    signs = "▲◆●○→…–×·　（）：，。、喆堃玥珺昇"
    assert [sign for sign in signs if not font.supportsCharacter(ord(sign))] == []


def test_a_missing_font_is_named(qapp, tmp_path):
    with pytest.raises(FontMissingError) as caught:
        load_screen_font(tmp_path)
    assert caught.value.file == tmp_path / "hei.ttf"
