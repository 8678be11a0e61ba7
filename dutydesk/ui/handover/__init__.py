"""交接班 on screen: the one page two officers go through, and what belongs to it."""
