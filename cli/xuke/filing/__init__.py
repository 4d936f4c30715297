"""Filings that can be proved: the bundle, its manifest, and whether a file is what was filed."""
