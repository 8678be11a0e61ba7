"""The room 突发事件: incidents, their clocks, facts and reports."""
