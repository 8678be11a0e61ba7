"""关于·自检 on screen: what this room is, and whether its record is sound."""
