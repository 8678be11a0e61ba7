import pytest

from dutydesk.domain.draft import Draft
from dutydesk.ui.duty_log.draft_bar import DraftBar


def kept(number, **content):
    return Draft(str(number), "entry", content)


@pytest.fixture
def bar(theme, qtbot):
    made = DraftBar(theme)
    qtbot.addWidget(made)
    return made


def texts(bar):
    return [button.text() for button in bar._buttons]


def test_without_drafts_the_row_takes_no_space(bar):
    bar.show_drafts([])
    assert bar.isHidden()


def test_each_draft_is_a_button_with_its_time_and_first_words(bar):
    bar.show_drafts(
        [
            kept(1, at="02:15", text="3号楼地下车库进水约10厘米"),
            kept(2, at="02:16", text="", caller="安和三社区 李某"),
            kept(3, text="两行\n内容"),
        ]
    )
    assert texts(bar) == ["02:15 3号楼地下车库进水约…", "02:16 安和三社区 李某", "两行 内容"]
    assert bar._buttons[0].toolTip() == "3号楼地下车库进水约10厘米"
    assert not bar.isHidden()


def test_a_press_says_which_one(bar, qtbot):
    drafts = [kept(1, text="一"), kept(2, text="二")]
    bar.show_drafts(drafts)
    with qtbot.waitSignal(bar.chosen) as caught:
        bar._buttons[1].click()
    assert caught.args == [drafts[1]]


def test_shown_again_the_old_buttons_go(bar):
    bar.show_drafts([kept(1, text="一"), kept(2, text="二")])
    bar.show_drafts([kept(2, text="二")])
    assert texts(bar) == ["二"]
    bar.show_drafts([])
    assert texts(bar) == []
    assert bar.isHidden()
