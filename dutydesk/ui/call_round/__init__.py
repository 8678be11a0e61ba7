"""The room 叫应: rounds, the running sheet, whom to call."""
