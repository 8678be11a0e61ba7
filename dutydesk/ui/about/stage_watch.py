"""How far a whole check is, told to the page once a part and asked back whether it goes on."""

from __future__ import annotations

from dutydesk.domain.verification import VerifyStage
from dutydesk.ui.tasks import JobCancelledError, Watch
from dutydesk.wording.verify import stage_text


class StageWatch:
    """Called by the check some times a second; raises JobCancelledError once nobody wants it."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._told: VerifyStage | None = None

    def __call__(self, stage: VerifyStage) -> None:
        if self._watch.is_cancelled:
            raise JobCancelledError
        if stage is not self._told:
            self._told = stage
            stages = list(VerifyStage)
            self._watch.step(stages.index(stage) + 1, len(stages), stage_text(stage))
