"""Deadlines that are computed: what they run from, and their day."""

WORDS = {
    "dues.signed": "《{name}》签订后",
    "dues.effective": "《{name}》生效后",
    "dues.issued": "《{name}》印发后",
    "dues.published": "《{name}》公开后",
    "dues.begins": "“{name}”开始后",
    "dues.ends": "“{name}”结束后",
    "dues.milestone": "“{name}”到期后",
    "dues.date": "{name} 后",
    "dues.within": "{event} {limit}内",
    "dues.shown": "{words}（{day}）",
    "dues.not_running": "尚未起算",
    "dues.reckoned": "{day}（{start} {event} {limit}）",
    "dues.reckoned_date": "{day}（{event} {limit}）",
}
