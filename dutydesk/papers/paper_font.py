"""A font as papers embed it: what was printed can be copied and searched, rare names too."""

from __future__ import annotations

import re
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

_MAPS = "toUnicodeCMap:"
_LONG = re.compile("<([0-9A-F]{5,6})>")


class PaperFont(TTFont):  # type: ignore[misc]  # ReportLab ships no types
    """A font whose map back to characters holds those outside the basic plane as well.

    ReportLab writes their number as it is (``<2CB5A>``), but a map is UTF-16.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802 -- ReportLab's name
        """Add the objects of this font to the document, with maps that readers understand."""
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith(_MAPS):
                stream.content = _LONG.sub(_utf16, stream.content)


def _utf16(found: re.Match[str]) -> str:
    return f"<{chr(int(found[1], 16)).encode('utf-16-be').hex().upper()}>"
