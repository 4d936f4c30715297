"""Findings about time limits (T)."""

WORDS = {
    "T.on_the_spot": "on the spot",
    "T.day": "{value} day(s)",
    "T.working_day": "{value} working day(s)",
    "T.month": "{value} month(s)",
    "T.year": "{value} year(s)",
    "T001.title": "The promised limit is no longer than the statutory one",
    "T001.why": "A promise shortens what the law allows. A promise beyond the law means that a case handled as promised is handled too late, and unlawfully.",
    "T001.basis": "Administrative Licensing Law, article 42; Changji opinions, part 4 (2) 1: completed within the promised limit",
    "T001.longer": "item {code} promises {promised}, which is longer than the statutory {statutory}; shorten the promise, or check the statutory limit",
    "T005.title": "An immediate case is decided on the spot, a promised one promises more",
    "T005.why": "The service kind tells applicants whether they have to come again. An immediate case with days, or a promised one on the spot, says two things at once to applicants and to the platform.",
    "T005.basis": "Administrative Licensing Law, article 34 (2): what can be decided on the spot is decided on the spot, in writing; mandatory field of the national exchange table",
    "T005.immediate": "item {code} is an immediate case to be decided on the spot, but promises {limit}; promise on the spot, or make it a promised case",
    "T005.promised": "item {code} is a promised case, but promises a decision on the spot; make it immediate, or state the limit that is really promised",
}
