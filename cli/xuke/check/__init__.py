"""Findings about a register: schemas, keys and references, then the rules of the reform."""
