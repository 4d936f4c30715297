"""Templates in simplified Chinese."""
