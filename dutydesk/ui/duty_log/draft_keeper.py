"""The form under which drafts of log entries are kept."""

from __future__ import annotations

from dutydesk.ui.draft_keeper import DraftKeeper

__all__ = ["FORM", "DraftKeeper"]

FORM = "entry"
