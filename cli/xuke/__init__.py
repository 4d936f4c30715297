"""The register of a licensing reform: checked, compared and filed."""

__version__ = "0.1.0"
