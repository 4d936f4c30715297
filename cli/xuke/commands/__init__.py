"""The command line, one verb a file; the only door to click."""
