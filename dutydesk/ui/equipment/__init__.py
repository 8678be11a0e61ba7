"""The room 设备: the unit's list, the walk of checks by keys, what is due."""
