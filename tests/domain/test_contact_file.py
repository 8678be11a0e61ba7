"""How columns of foreign files are named."""

from __future__ import annotations

import pytest

from dutydesk.domain.contact_file import ColumnGuess, ContactField


@pytest.mark.parametrize(
    ("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (255, "IV")]
)
def test_columns_have_the_letters_of_a_spreadsheet(index: int, letter: str) -> None:
    assert ColumnGuess(index, "手机", ContactField.MOBILE).shown == f"{letter} 手机"
