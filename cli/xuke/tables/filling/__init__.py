"""A superior's own form, filled in place: only what has to change in its archive changes."""
