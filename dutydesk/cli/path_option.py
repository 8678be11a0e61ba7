"""Files and folders named on the command line."""

from __future__ import annotations

from pathlib import Path

from dutydesk.domain.errors import BadInput


def path_of(field_name: str, text: str) -> Path:
    """Read the path of an option; raises BadInput when it is empty.

    An empty path is a script's unset variable and would mean the folder the script stands in.
    """
    if not text.strip():
        raise BadInput(field_name, "")
    return Path(text)
