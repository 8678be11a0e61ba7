"""A runner that keeps its jobs back while it is held, as a slow disk does."""

from dutydesk.ui.tasks import InlineRunner


class HeldRunner(InlineRunner):
    """Runs every job at once, or after ``release`` while ``is_held``."""

    def __init__(self):
        super().__init__()
        self.is_held = False
        self._waiting = []

    def submit(self, job, **answers):
        if self.is_held:
            self._waiting.append((job, answers))
        else:
            super().submit(job, **answers)

    def release(self):
        """Run what waits, in its order."""
        self.is_held = False
        waiting, self._waiting = self._waiting, []
        for job, answers in waiting:
            super().submit(job, **answers)
