"""Working days of the official calendar, counted without input or output."""
