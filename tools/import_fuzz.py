"""Reads many random tables of contacts: ``python -m tools.import_fuzz [COUNT]``, else 10,000.

The same checks as tests/exchange/test_random_tables.py, which takes few of them.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.exchange.random_tables import KINDS, Chance, check_any, check_sound

_SOUND_EVERY = 10


def main(count: int) -> None:
    """Check that many tables, every tenth of them sound and written back in three formats."""
    taken = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(count):
            if seed % _SOUND_EVERY == 0:
                check_sound(Chance(seed), Path(folder))
            taken += check_any(Chance(seed), KINDS[seed % len(KINDS)], Path(folder))
    print(f"{count} tables, {taken} taken, {count - taken} refused by a sentence")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
