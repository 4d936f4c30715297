"""The nouns of the register: frozen values, no input or output."""
