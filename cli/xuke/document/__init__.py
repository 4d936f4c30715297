"""YAML text to documents with places; the only door to ruamel.yaml and its C event parser."""
