"""统计, the room of figures."""
