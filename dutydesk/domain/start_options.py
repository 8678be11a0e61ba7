"""What the command line may ask of the desk when it opens."""

from pathlib import Path

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class StartOptions:
    """The global options of a start without a command, as typed.

    ``data`` is the data folder (None: the usual one). ``now`` is the instant at which the clock of
    a practice room starts (None: the machine's clock); it is not checked here, since only the desk
    can say in words what is wrong with it.
    """

    data: Path | None = None
    now: str | None = None
