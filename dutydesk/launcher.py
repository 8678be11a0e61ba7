"""Decides between desk and command line before either is imported, so that neither pays for both.

A scheduled job must not load Qt, and the desk must not load the command parser before its first
paint. At the top only the standard library, `dutydesk.paths` and `dutydesk.domain` are imported.
"""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from dutydesk.domain.start_options import StartOptions

READ_APART = "read-apart"
"""What a frozen program calls itself with to read a foreign file (`exchange/apart.py`)."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the words after its name and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words == [READ_APART]:
        from dutydesk.exchange.apart_child import main as read_apart  # noqa: PLC0415 - as below

        read_apart()
        return 0
    options = desk_options(words)
    if options is None:
        from dutydesk.cli.main import run as run_command  # noqa: PLC0415 - see the module text

        return run_command(words)
    # Loading makes many objects and no garbage; the desk collects by itself (ui/collector.py).
    gc.disable()
    from dutydesk.app.start import run as open_desk  # noqa: PLC0415 - see the module text

    return open_desk(options)


def desk_options(words: Sequence[str]) -> StartOptions | None:
    """Read the start options of the desk; None when the words are for the command line.

    Everything but ``--data DIR`` and ``--now INSTANT`` is for the command line, also what is
    wrong: it is the part that can say so in words.
    """
    found: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if name not in {"--data", "--now"}:
            return None
        given = value if equals else next(rest, "")
        if not given or given.startswith("--"):
            return None
        found[name] = given
    data = found.get("--data")
    return StartOptions(data=Path(data) if data else None, now=found.get("--now"))
