"""Facts and rules of the duty room: frozen dataclasses, pure functions, standard library."""
