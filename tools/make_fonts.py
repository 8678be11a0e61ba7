"""Turns whole fonts into the faces of resources/fonts: TrueType outlines, office characters.

ReportLab embeds TrueType outlines only, and a whole Chinese font is three times the size.
Called by make_fonts.sh: `make_fonts.py UNIHAN_OTHER_MAPPINGS OUT_FOLDER ROLE=FONT …`.
"""

import bz2
import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FAMILY_RECORDS, POSTSCRIPT_RECORD = (1, 4, 16), 6  # of the `name` table
LARGEST_ERROR = 1.0  # font units by which a converted curve may differ
WIDE = "wide"
# The OFL keeps the name LXGW for the unmodified font; parts of one font need names that differ.
RENAMED = {"kai": "Zhiban Kai", WIDE: "Zhiban Wide Song"}
DROPPED = ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "STAT", "DSIG"]
NO_SUCH_GLYPHS = dict.fromkeys(
    ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"), 0
) | dict.fromkeys(
    (
        "maxStackElements",
        "maxSizeOfInstructions",
        "maxComponentElements",
        "maxPoints",
        "maxContours",
        "maxCompositePoints",
        "maxCompositeContours",
        "maxComponentDepth",
    ),
    0,
)
SIGNS = [(0x20, 0x180), (0x2000, 0x2070), (0x2100, 0x2300), (0x2460, 0x2600)]
SIGNS += [(0x3000, 0x3030), (0xFF00, 0xFFF0)]
WIDE_BLOCKS = [(0x20, 0x7F), (0x80, 0xAC00), (0xF900, 0x10000), (0x10000, 0x30000)]
"""What the last face takes of its source: all but Hangul, which no paper needs."""


def wanted_characters(unihan: Path) -> set[int]:
    """Give GB 2312, the 8,105 standard characters (Unihan's kTGH), Latin letters and signs."""
    wanted = {code for first, end in SIGNS for code in range(first, end)}
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            wanted |= {ord(sign) for sign in bytes((high, low)).decode("gb2312", "ignore")}
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        wanted |= {int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line}
    return wanted


def rest_of(font: TTFont, wanted: set[int]) -> set[int]:
    """Give what the font has beyond `wanted`, with ASCII: the face of last resort."""
    blocks = {code for first, end in WIDE_BLOCKS for code in range(first, end)}
    return (set(font.getBestCmap()) & blocks - wanted) | set(range(0x20, 0x7F))


def to_truetype(font: TTFont) -> None:
    """Replace cubic outlines by quadratic ones, in place."""
    order = font.getGlyphOrder()
    drawn = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, LARGEST_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    table = font["glyf"] = newTable("glyf")
    table.glyphOrder, table.glyphs = order, glyphs
    widths = font["hmtx"]
    for name, glyph in glyphs.items():
        glyph.recalcBounds(table)
        widths[name] = (widths[name][0], glyph.xMin if glyph.numberOfContours else 0)
    profile = font["maxp"]
    profile.tableVersion, profile.maxZones = 0x00010000, 1
    for field, value in NO_SUCH_GLYPHS.items():
        setattr(profile, field, value)
    for name in [*DROPPED, "CFF "]:
        if name in font:
            del font[name]
    font.sfntVersion = "\0\1\0\0"


def rename(font: TTFont, name: str) -> None:
    """Give the face a name of its own in every record that holds one."""
    for record in font["name"].names:
        if record.nameID in FAMILY_RECORDS:
            record.string = name
        elif record.nameID == POSTSCRIPT_RECORD:
            record.string = name.replace(" ", "") + "-Regular"


def make_face(role: str, source: Path, folder: Path, wanted: set[int]) -> None:
    """Write one face and say what it covers."""
    font = TTFont(source, recalcTimestamp=False)
    if "CFF " in font:
        to_truetype(font)
    if role == WIDE:
        wanted = rest_of(font, wanted)
    options = subset.Options()
    options.layout_features, options.hinting, options.glyph_names = [], False, False
    options.name_IDs, options.notdef_outline = ["*"], True
    options.drop_tables += DROPPED
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font["post"].formatType = 3.0
    if role in RENAMED:
        rename(font, RENAMED[role])
    target = folder / f"{role}.ttf"
    font.save(target)
    covered = len(wanted & set(font.getBestCmap()))
    print(
        f"{role}: {target.stat().st_size / 2**20:.2f} MiB, {covered} of {len(wanted)} characters"
    )


if __name__ == "__main__":
    characters = wanted_characters(Path(sys.argv[1]))
    for pair in sys.argv[3:]:
        face, _, file = pair.partition("=")
        make_face(face, Path(file), Path(sys.argv[2]), characters)
