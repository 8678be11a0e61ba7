"""What the page 关于 is given: whom it asks, and what the program is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from dutydesk.domain.dataclass import dataclass
from dutydesk.services.about import AboutService
from dutydesk.services.backup import BackupService
from dutydesk.services.verification import VerificationService
from dutydesk.ui.desk import RecordState


@dataclass(frozen=True, slots=True)
class AboutServices:
    """What the page asks; each is a job for the lane or the pool."""

    about: AboutService
    backup: BackupService
    verification: VerificationService
    record_state: Callable[[], RecordState]


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """What the program is: lines of word and text; ``can_type_chinese`` as found at start."""

    lines: Mapping[str, str]
    licences: str
    can_type_chinese: bool
    open_folder: Callable[[Path], object]
