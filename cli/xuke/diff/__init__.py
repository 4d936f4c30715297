"""What changed between two snapshots; one delta serves every use of it."""
