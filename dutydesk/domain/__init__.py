"""Facts and rules of the duty room: frozen dataclasses and pure functions, standard library only."""
