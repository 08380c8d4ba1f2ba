"""What the steps of a case do beyond moving its state: procedure up to the decision, afterwards what follows it, papers."""
