"""The room 未办结: what is open, who has it, until when."""
