"""The room 值班表, and the reminder of who is on today and tomorrow."""
