"""The room of roll calls."""
