"""谁管这事 on screen: whom to ring for what happened there, and the list behind it."""
