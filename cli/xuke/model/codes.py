"""The written table of all finding codes; a code is never used again for something else."""

from xuke.model.diagnostic import Severity

E, W = Severity.ERROR, Severity.WARNING

#: Findings about the text of a file, made while reading it.
TEXT = {
    "Y001": E,
    "Y002": E,
    "Y003": E,
    "Y004": E,
    "Y005": E,
    "Y006": E,
    "Y007": E,
    "Y008": E,
}

#: Findings of the schemas.
SCHEMA = {
    "S001": E,
    "S002": E,
    "S003": E,
    "S004": E,
    "S005": E,
    "S006": E,
    "S007": E,
}

#: Findings about keys, references, places of files, and suppressions.
KEYS = {
    "K001": E,
    "K002": E,
    "K003": E,
    "K004": E,
    "K005": W,
    "K006": E,
    "K007": E,
    "K008": W,
    "K009": E,
}

#: Findings of the rules of the reform.
RULES = {
    "C001": E,
    "C002": E,
    "C005": E,
    "C006": E,
    "C007": E,
    "C008": E,
    "L003": E,
    "L004": E,
    "L005": E,
    "L006": E,
    "L008": E,
    "L010": E,
    "L011": E,
    "L012": E,
    "T001": E,
    "T005": E,
    "M001": E,
    "M004": E,
    "M005": E,
    "M006": E,
    "M007": E,
    "M015": E,
    "P001": E,
    "P002": E,
    "P005": W,
    "P008": E,
    "P009": W,
    "Q001": E,
    "Q002": E,
    "Q003": E,
}

ALL = {**TEXT, **SCHEMA, **KEYS, **RULES}
