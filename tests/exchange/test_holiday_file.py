import json
from datetime import date
from pathlib import Path

import pytest

from dutydesk import paths
from dutydesk.domain.contact_refusals import ForeignFileMissing
from dutydesk.domain.errors import Refusal
from dutydesk.domain.holiday_refusals import HolidayFileUnreadable, HolidayNoticeMissing
from dutydesk.exchange.holiday_file import read_holiday_file
from dutydesk.wording.sentences import sentence

YEAR = {
    "$id": "2027",
    "year": 2027,
    "papers": ["通知"],
    "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": True}],
}


def written(folder: Path, content: bytes) -> Path:
    file = folder / "2027.json"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_year_is_read_also_with_a_mark_in_front(tmp_path: Path, mark: bytes) -> None:
    file = written(tmp_path, mark + json.dumps(YEAR).encode())
    assert [one.day for one in read_holiday_file(file).days] == [date(2027, 1, 1)]


def test_what_is_shipped_could_be_taken_in(tmp_path: Path) -> None:
    for file in (paths.resources_dir() / "holidays").glob("[0-9]*.json"):
        copy = written(tmp_path, file.read_bytes())
        assert read_holiday_file(copy).year == int(file.stem)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"PK\x03\x04",
        b"[" * 100_000,
        b"{}",
        b" " * 300_000,
        b'{"year": 1e999, "papers": [], "days": []}',
        json.dumps({**YEAR, "days": {"a": 1}}).encode(),
        "元旦".encode("gb18030"),
    ],
)
def test_what_is_no_holiday_file_ends_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(HolidayFileUnreadable) as refused:
        read_holiday_file(written(tmp_path, content))
    assert "2027.json" in sentence(refused.value)


def test_the_empty_file_of_a_coming_year_says_that_the_notice_is_not_out(tmp_path: Path) -> None:
    empty = json.dumps({**YEAR, "papers": [], "days": []}).encode()
    with pytest.raises(HolidayNoticeMissing):
        read_holiday_file(written(tmp_path, empty))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ForeignFileMissing) as refused:
        read_holiday_file(tmp_path / "2027.json")
    assert isinstance(refused.value, Refusal)
