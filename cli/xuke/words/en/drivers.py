"""What is said of the merge driver, the differences and the hook."""

WORDS = {
    "drivers.part": "part",
    "drivers.state": "state",
    "drivers.place": "place",
    "drivers.installed": "installed",
    "drivers.missing": "missing",
    "drivers.other": "something else",
    "drivers.hook_taken": "the check before commits is not installed: {place} holds something else, or the repository names another folder of hooks; add this line there: {line}",
}
