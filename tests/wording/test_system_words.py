import errno
import os

import pytest

from dutydesk.wording.system_words import in_brackets, system_words


@pytest.mark.parametrize(
    "number",
    [errno.ENOENT, errno.EEXIST, errno.EACCES, errno.ENOSPC, errno.EISDIR, errno.ENAMETOOLONG],
)
def test_what_the_system_says_reaches_people_in_chinese(number: int) -> None:
    assert system_words(os.strerror(number)).isascii() is False


def test_words_that_nobody_foresaw_stay_as_they_are() -> None:
    assert system_words("0x80070005") == "0x80070005"


def test_nothing_known_leaves_no_empty_brackets() -> None:
    assert in_brackets("") == ""
    assert in_brackets("File exists") == "（那里已有同名的文件）"
