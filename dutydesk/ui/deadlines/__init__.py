"""The panel 时限: every running clock, always visible."""
