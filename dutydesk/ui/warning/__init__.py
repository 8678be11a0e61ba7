"""The room 预警: what is in force, what was done about it within which time."""
