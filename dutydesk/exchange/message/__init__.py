"""Reading a pasted message: what happened, when, where, to how many, by rules and word lists."""
