from dutydesk.domain.bulletin import BulletinKind, BulletinState, accept, sign
from dutydesk.domain.instants import china_instant
from dutydesk.domain.room import Room
from dutydesk.wording import bulletin as words
from tests.domain.test_bulletin import NOW, draft

ROOM = Room(id="r", unit="安和街道办事处值班室", is_practice=False, created_at=NOW)


def test_every_kind_and_state_has_its_word() -> None:
    assert set(words.BULLETIN_KIND) == set(BulletinKind)
    assert set(words.BULLETIN_STATE) == set(BulletinState)


def test_a_signed_one_is_named_by_year_and_number_a_draft_by_neither() -> None:
    made = accept(draft(), drafted_by="甲某", now=NOW)
    assert (words.issue_words(made), words.number_words(made)) == ("第　　期", "")
    signed = sign(made, "丙某", issue=(2026, 12), now=NOW)
    assert (words.issue_words(signed), words.number_words(signed)) == ("第12期", "2026年第12期")
    assert words.signed_entry(signed) == (
        "签发值班快报第12期：关于车库积水情况的报告，签发丙某，报送区委值班室。"
    )


def test_the_paper_says_what_was_written_as_it_is() -> None:
    made = accept(draft(body="<b>一\n\n二&"), drafted_by="甲某", now=NOW)
    paper = words.bulletin_paper(ROOM, made, phone="0000", now=NOW)
    assert (paper.body, paper.masthead, paper.timed_at) == (("<b>一", "二&"), "值班快报", None)
    signed = sign(made, "丙某", issue=(2026, 1), now=NOW)
    assert words.bulletin_paper(ROOM, signed, phone="", now=NOW).timed_at == NOW
    period = accept(draft(kind=BulletinKind.HIGHLIGHTS), drafted_by="", now=NOW)
    told = sign(period, "丙某", issue=(2026, 1), now=NOW)
    assert words.bulletin_paper(ROOM, told, phone="", now=NOW).timed_at is None


def test_what_is_being_typed_can_be_looked_at_before_it_is_whole() -> None:
    paper = words.typed_paper(
        ROOM,
        draft(title="", body=""),
        drafted_by="甲某",
        phone="",
        now=china_instant(NOW.date(), 0, 0),
    )
    assert (paper.title, paper.body, paper.issue_no) == ("", (), "第　　期")
