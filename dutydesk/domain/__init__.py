"""Facts and rules of the duty room: frozen dataclasses and pure functions, no files, no clock."""
