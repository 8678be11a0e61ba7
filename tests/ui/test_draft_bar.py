import pytest

from dutydesk.domain.draft import Draft
from dutydesk.ui.draft_bar import DraftBar, DraftFace
from tests.ui.sample_desk import sample_desk

FACE = DraftFace("entry", "at", ("text", "caller"))


class Form:
    """Holds one draft, as every form with a bar does."""

    def __init__(self):
        self.draft_id, self.is_saving, self.loaded = "new", False, []
        self.set_aside_count = 0

    def is_empty(self):
        return not self.loaded

    def set_aside(self, then):
        self.set_aside_count += 1
        then()

    def load(self, draft):
        self.draft_id = draft.id
        self.loaded.append(draft)


def kept(number, **content):
    return Draft(str(number), "entry", content)


@pytest.fixture
def bar(theme, desk_clock, qtbot):
    made = DraftBar(sample_desk(theme, desk_clock), Form(), FACE)
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


def test_a_press_sets_aside_what_is_typed_and_shows_the_draft(bar, qtbot):
    for draft in (kept(1, text="一"), kept(2, text="二")):
        bar._desk.drafts.keep(draft)
    bar.refresh()
    with qtbot.waitSignal(bar.taken_up):
        bar._buttons[1].click()
    assert [one.id for one in bar._form.loaded] == ["2"]
    assert bar._form.set_aside_count == 1
    assert [one.id for one in bar.drafts] == ["1"], "the one in the form does not wait"


def test_while_the_form_is_saving_no_draft_takes_its_place(bar):
    bar.show_drafts([kept(1, text="一")])
    bar._form.is_saving = True
    bar._buttons[0].click()
    assert bar._form.loaded == []


def test_the_one_set_aside_last_is_taken_up_by_a_key(bar):
    assert not bar.take_up_last()
    for number in (1, 2):
        bar._desk.drafts.keep(kept(number, text=str(number)))
    bar.refresh()
    assert bar.take_up_last()
    assert bar._form.draft_id == "2"


def test_after_a_start_the_newest_is_in_the_form_and_the_others_wait(bar):
    for number in (1, 2, 3):
        bar._desk.drafts.keep(kept(number, text=str(number)))
    bar.restore()
    assert bar._form.draft_id == "3"
    assert texts(bar) == ["1", "2"]


def test_shown_again_the_old_buttons_go(bar):
    bar.show_drafts([kept(1, text="一"), kept(2, text="二")])
    bar.show_drafts([kept(2, text="二")])
    assert texts(bar) == ["二"]
    bar.show_drafts([])
    assert texts(bar) == []
    assert bar.isHidden()


def test_of_many_drafts_the_newest_stand_whole_and_the_rest_is_counted(bar):
    bar.resize(420, 40)
    bar.show_drafts([kept(number, at="02:15", text="3号楼地下车库进水") for number in range(6)])
    shown = [button for button in bar._buttons if not button.isHidden()]
    assert 0 < len(shown) < 6
    assert shown == bar._buttons[-len(shown) :]
    assert bar._rest.text() == f"还有{6 - len(shown)}份更早的"
    bar.resize(2400, 40)
    bar._fit()
    assert bar._rest.isHidden()
    assert not any(button.isHidden() for button in bar._buttons)
