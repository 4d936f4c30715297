"""Templates in English."""
