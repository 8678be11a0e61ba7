import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dutydesk import paths
from dutydesk.ui.tokens import Look, LookChoice, contrast, look_at, read_tokens

TOKENS = read_tokens(paths.resources_dir() / "theme.toml")
UI = Path(__file__).resolve().parents[2] / "dutydesk" / "ui"


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("pair", TOKENS.body_pairs)
def test_body_text_stands_out_seven_to_one(look, pair):
    colours = TOKENS.palettes[look]
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 7


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("pair", TOKENS.other_pairs)
def test_every_other_text_stands_out_four_and_a_half_to_one(look, pair):
    colours = TOKENS.palettes[look]
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 4.5


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("ground", ["window", "surface"])
def test_the_focus_ring_and_field_edges_stand_out_three_to_one(look, ground):
    colours = TOKENS.palettes[look]
    assert contrast(colours["accent"], colours[ground]) >= 3
    assert contrast(colours["muted"], colours[ground]) >= 3


def test_contrast_of_black_and_white_is_twenty_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_all_palettes_name_the_same_roles():
    assert len({frozenset(palette) for palette in TOKENS.palettes.values()}) == 1


@pytest.mark.parametrize(
    ("hour", "minute", "look"),
    [(10, 59, Look.DAY), (11, 0, Look.NIGHT), (22, 59, Look.NIGHT), (23, 0, Look.DAY)],
)
def test_night_follows_the_clock_from_seven_to_seven_in_china(hour, minute, look):
    now = datetime(2026, 11, 20, hour, minute, tzinfo=UTC)
    assert look_at(LookChoice.CLOCK, now, TOKENS) is look


def test_a_set_palette_holds_at_any_hour():
    now = datetime(2026, 11, 20, 18, 15, tzinfo=UTC)
    assert look_at(LookChoice.DAY, now, TOKENS) is Look.DAY
    assert look_at(LookChoice.HIGH_CONTRAST, now, TOKENS) is Look.HIGH_CONTRAST


def test_no_colour_is_written_outside_the_token_table():
    with_colour = [
        str(file.relative_to(UI))
        for file in UI.rglob("*.py")
        if re.search(r"#[0-9A-Fa-f]{6}\b|rgba?\(|GlobalColor\.(?!transparent)", file.read_text())
    ]
    assert with_colour == []
