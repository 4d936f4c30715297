"""Deadlines that are computed: what they run from, and their day."""

WORDS = {
    "dues.signed": 'the signing of "{name}"',
    "dues.effective": 'the entry into force of "{name}"',
    "dues.issued": 'the issue of "{name}"',
    "dues.published": 'the publication of "{name}"',
    "dues.begins": 'the beginning of the phase "{name}"',
    "dues.ends": 'the end of the phase "{name}"',
    "dues.milestone": 'the deadline of "{name}"',
    "dues.date": "{name}",
    "dues.within": "within {limit} of {event}",
    "dues.shown": "{words} ({day})",
    "dues.not_running": "not yet running",
    "dues.reckoned": "{day} ({limit} after {event} on {start})",
    "dues.reckoned_date": "{day} ({limit} after {event})",
}
