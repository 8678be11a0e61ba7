import re
from datetime import UTC, datetime

import pytest

from dutydesk import paths
from dutydesk.domain.typed_time import read_typed_time
from dutydesk.ui.help.pages import ORDER, HelpShelf

FOLDER = paths.resources_dir() / "help"
SHELF = HelpShelf(FOLDER)


def test_all_pages_of_the_order_are_there_and_have_titles():
    assert [page.name for page in SHELF.pages] == list(ORDER)
    assert all(re.search("[\u4e00-\u9fff]", page.title) for page in SHELF.pages)


def test_an_unknown_page_is_the_first_one():
    assert SHELF.page("no_such_page").name == "index"


def test_search_finds_every_word_and_titles_first():
    assert SHELF.find("中文")[0].name == "chinese_input"
    assert "contacts" in {page.name for page in SHELF.find("拼音 首字母")}
    assert SHELF.find("没有这样的词") == ()


@pytest.mark.parametrize("page", SHELF.pages, ids=lambda page: page.name)
def test_links_lead_to_pages_and_words_stay_plain(page):
    names = {one.name for one in SHELF.pages}
    assert set(re.findall(r'href="(\w+)\.html"', page.source)) <= names
    for word in ("您", "！", "系统", "数据库", "对象", "ID"):
        assert word not in page.text


def test_every_way_to_write_a_time_on_its_page_is_read():
    now = datetime(2026, 11, 20, 18, 15, 31, tzinfo=UTC)
    cells = re.findall(r'<td class="key">(.*?)</td>', SHELF.page("times").source)
    forms = [form for cell in cells for form in cell.split("、")]
    assert len(forms) > 40
    for form in forms:
        assert read_typed_time(form, now), form
