"""Numbers with an inner structure: parsed to frozen values, no input or output."""
