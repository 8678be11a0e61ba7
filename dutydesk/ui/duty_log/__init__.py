"""The duty log on screen: the running log, the quick entry, corrections, and the whole log."""
