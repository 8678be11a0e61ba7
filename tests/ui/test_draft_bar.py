from datetime import UTC, datetime

import pytest

from dutydesk.domain.draft import Draft
from dutydesk.domain.errors import StoreFull
from dutydesk.ui.draft_bar import DraftBar, DraftFace
from tests.ui.looking import click_waiting
from tests.ui.sample_desk import sample_desk

FACE = DraftFace("entry", "at", ("caller", "text"), "kind", {"patrol": "巡查"})


class Form:
    """Holds one draft, as every form with a bar does."""

    def __init__(self, desk):
        self.desk = desk
        self.draft_id, self.is_saving, self.loaded = "new", False, []
        self.set_aside_count, self.visible, self.content = 0, True, {}

    def isVisible(self):  # noqa: N802 -- Qt names it
        return self.visible

    def is_empty(self):
        return not self.content

    def typed(self):
        return Draft(self.draft_id, "entry", self.content) if self.content else None

    def set_aside(self, then):
        self.set_aside_count += 1
        if self.content:
            self.desk.drafts.keep(self.typed())
        then()

    def load(self, draft):
        self.draft_id, self.content = draft.id, dict(draft.content)
        self.loaded.append(draft.id)

    def give_up(self):
        self.desk.drafts.drop(self.draft_id)
        self.draft_id, self.content = "fresh", {}


def kept(number, saved_at=None, **content):
    return Draft(str(number), "entry", content, saved_at)


@pytest.fixture
def bar(theme, desk_clock, qtbot):
    desk = sample_desk(theme, desk_clock)
    made = DraftBar(desk, Form(desk), FACE)
    qtbot.addWidget(made)
    made.taken = []
    made.taken_up.connect(lambda: made.taken.append(made._form.draft_id))
    return made


def fill(bar, *numbers):
    for number in numbers:
        bar._desk.drafts.keep(kept(number, text=str(number)))
    bar.refresh()


def ids(bar):
    return [one.id for one in bar.drafts]


def test_without_drafts_the_tabs_take_no_space(bar):
    bar.show_drafts([])
    assert bar.isHidden()


def test_the_one_in_the_form_alone_needs_no_tab(bar):
    bar._form.load(kept(1, text="一"))
    bar.show_drafts([kept(1, text="一")])
    assert bar.isHidden()


def test_a_tab_says_kind_caller_or_first_words_and_time(bar):
    bar.show_drafts(
        [
            kept(1, at="02:15", kind="patrol", text="3号楼地下车库进水约10厘米"),
            kept(2, at="02:16", text="来电", caller="安和三社区 李某"),
            kept(3, text="两行\n内容", kind="火灾"),
        ]
    )
    assert bar.tabs.titles() == [
        "巡查 3号楼地下车… 02:15",
        "安和三社区 李某 02:16",
        "火灾 两行 内容",
        "新记录",
    ]
    assert bar.tabs.tabToolTip(0) == "3号楼地下车库进水约10厘米"
    assert bar.tabs.currentIndex() == 3, "what is written now is the current tab"
    assert not bar.isHidden()


def test_the_one_in_the_form_keeps_its_place_among_them_and_follows_what_is_typed(bar):
    bar._form.load(kept(2, text="二"))
    bar.show_drafts([kept(1, text="一"), kept(2, text="旧"), kept(3, text="三")])
    assert bar.tabs.titles() == ["一", "二", "三"]
    assert bar.tabs.currentIndex() == 1
    bar._form.content["text"] = "二，又写了些"
    bar.retitle()
    assert bar.tabs.titles() == ["一", "二，又写了些", "三"]


def test_a_press_sets_aside_what_is_typed_and_shows_the_draft(bar):
    fill(bar, 1, 2)
    bar._form.content = {"text": "正在写"}
    click_waiting(bar, 1)
    assert bar._form.loaded == ["2"]
    assert bar._form.set_aside_count == 1
    assert bar.taken == ["2"]
    assert ids(bar) == ["1", "new"], "the one in the form does not wait"


def test_while_the_form_is_saving_no_draft_takes_its_place(bar):
    fill(bar, 1)
    bar._form.is_saving = True
    click_waiting(bar, 0)
    bar.go(1)
    bar.close_current()
    assert bar._form.loaded == []
    assert bar.tabs.keys()[bar.tabs.currentIndex()] == "new"


def test_a_draft_that_could_not_be_kept_leaves_its_tab_the_current_one(bar):
    fill(bar, 1)
    bar._form.set_aside = lambda then: None
    click_waiting(bar, 0)
    assert bar.tabs.keys()[bar.tabs.currentIndex()] == "new"


def test_the_one_set_aside_last_is_taken_up_by_a_key(bar):
    assert not bar.take_up_last()
    fill(bar, 1, 2)
    assert bar.take_up_last()
    assert bar._form.draft_id == "2"


def test_keys_go_round_the_tabs_both_ways(bar):
    fill(bar, 1, 2, 3)
    bar._form.load(kept(2, text="2"))
    bar.refresh()
    for steps, reached in ((1, "3"), (1, "1"), (-1, "3"), (-1, "2")):
        bar.go(steps)
        assert bar._form.draft_id == reached


def test_one_tab_alone_goes_nowhere(bar):
    bar._form.content = {"text": "一"}
    bar.show_drafts([])
    bar.go(1)
    assert bar.taken == []


def test_from_elsewhere_the_key_shows_first_what_stands_in_the_form(bar):
    fill(bar, 1)
    bar._form.content, bar._form.visible = {"text": "写到一半"}, False
    bar.go(1)
    assert bar.taken == ["new"]
    assert bar._form.loaded == []


def test_a_press_on_the_current_tab_goes_back_to_writing(bar):
    fill(bar, 1)
    bar._on_wanted("new")
    assert bar.taken == ["new"]


def test_after_a_start_the_one_written_last_is_in_the_form_and_the_others_wait(bar):
    at = datetime(2026, 11, 20, 18, tzinfo=UTC)
    later = at.replace(hour=19)
    for number, saved_at in ((1, at), (2, later), (3, at)):
        bar._desk.drafts.keep(kept(number, saved_at, text=str(number)))
    bar.restore()
    assert bar._form.draft_id == "2"
    assert ids(bar) == ["1", "3"]


def test_of_those_written_at_the_same_time_the_newest_is_in_the_form(bar):
    for number in (1, 2):
        bar._desk.drafts.keep(kept(number, text=str(number)))
    bar.restore()
    assert bar._form.draft_id == "2"


def test_an_empty_tab_is_closed_unasked_and_the_last_draft_goes_on(bar):
    fill(bar, 1, 2)
    bar.close_current()
    assert bar._desk.messages.decisions == []
    assert bar._form.draft_id == "2"
    assert bar.taken == ["2"]
    assert bar.tabs.titles() == ["1", "2"]


def test_an_empty_form_without_any_draft_stays(bar):
    bar.close_current()
    assert bar._form.draft_id == "new"
    assert bar.taken == []


def test_what_is_written_is_given_up_only_when_the_officer_says_so(bar):
    fill(bar, 1)
    bar._form.content = {"text": "正在写"}
    bar.close_current()
    (asked,) = bar._desk.messages.decisions
    assert "正在写" in asked.text
    assert (asked.default, asked.escape) == ("keep", "keep")
    assert bar._form.content == {"text": "正在写"}
    bar._desk.messages.answers = ["drop"]
    bar.close_current()
    assert bar._form.draft_id == "1"
    assert set(bar._desk.drafts.kept) == {"1"}


def test_given_up_in_the_middle_the_next_one_goes_on(bar):
    fill(bar, 1, 2, 3)
    bar._form.load(kept(2, text="2"))
    bar.refresh()
    bar._desk.messages.answers = ["drop"]
    bar.close_current()
    assert bar._form.draft_id == "3"
    assert ids(bar) == ["1"]


def test_the_last_draft_given_up_leaves_an_empty_form(bar):
    bar._form.content = {"text": "正在写"}
    bar._desk.messages.answers = ["drop"]
    bar.refresh()
    bar.close_current()
    assert bar._form.is_empty()
    assert bar.isHidden()


def test_a_waiting_draft_is_given_up_by_its_cross_and_the_form_is_left_alone(bar):
    fill(bar, 1, 2)
    bar._form.content = {"text": "正在写"}
    bar.close_tab("1")
    assert set(bar._desk.drafts.kept) == {"1", "2"}, "asked, and kept"
    bar._desk.messages.answers = ["drop"]
    bar.close_tab("1")
    assert set(bar._desk.drafts.kept) == {"2"}
    assert bar._form.content == {"text": "正在写"}
    assert bar.tabs.titles() == ["2", "正在写"]
    bar.close_tab("nobody")
    assert len(bar._desk.messages.decisions) == 2


def test_a_draft_that_cannot_be_given_up_is_told(bar):
    fill(bar, 1)
    bar._desk.messages.answers = ["drop"]
    bar._desk.drafts.trouble = StoreFull("/data/room.db")
    bar.close_tab("1")
    (notice,) = bar._desk.notices.notices()
    assert "没有去掉" in notice.text
    assert ids(bar) == ["1"]


def test_out_of_sight_the_form_gives_up_nothing(bar):
    bar._form.content, bar._form.visible = {"text": "正在写"}, False
    bar.close_current()
    assert bar._desk.messages.decisions == []


def test_shown_again_the_old_tabs_go(bar):
    bar.show_drafts([kept(1, text="一"), kept(2, text="二")])
    bar.show_drafts([kept(2, text="二")])
    assert bar.tabs.titles() == ["二", "新记录"]
    bar.show_drafts([])
    assert bar.isHidden()


def test_where_space_is_short_the_tabs_have_all_of_it(bar):
    bar.resize(800, 40)
    bar.show_drafts([kept(1, text="一")])
    bar.show()
    assert bar.label.isVisible()
    bar.resize(600, 40)
    assert not bar.label.isVisible()


def test_a_form_that_has_begun_another_draft_gets_its_tab(bar):
    fill(bar, 1)
    bar._form.draft_id, bar._form.content = "another", {"text": "新的一件"}
    bar.retitle()
    assert bar.tabs.titles() == ["1", "新的一件"]
    assert bar.tabs.currentIndex() == 1
    bar.go(1)
    assert bar._form.draft_id == "1"
