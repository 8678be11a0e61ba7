"""Text that has to stand on one line of every screen and paper."""

from __future__ import annotations

import unicodedata

# Controls, line and paragraph separators. What only looks empty, such as a wide blank, is text.
_BREAKING = frozenset({"Cc", "Zl", "Zp"})


def is_one_line(text: str) -> bool:
    """Tell whether a text holds nothing that breaks a line or steers a screen."""
    return not any(unicodedata.category(sign) in _BREAKING for sign in text)
