"""Drills on the desk: what comes in, how fast, and the review."""
