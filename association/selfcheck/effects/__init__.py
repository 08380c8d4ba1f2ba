"""What the steps of the three lives do beyond moving a state."""
