"""What must hold when processes die, work at the same time, or both."""
