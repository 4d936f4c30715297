"""Plans of change: what would be written where, checked before anything is."""
