"""Benches: ratios measured in one run, because absolute numbers move with the machine."""
