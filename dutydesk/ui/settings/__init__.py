"""Settings on screen: those of the unit, and those of this machine."""
