"""What the commands about memoranda say."""

WORDS = {
    "papers.who": "{place}  {day}  {code} {name} ({unit})",
    "papers.part": "{parts}: {state}",
    "papers.handling": "{suffix} {name}",
    "papers.list": "{words}",
    "papers.moved": "transferred; the bureau acts from {day}",
    "papers.moves_on": "moves on {day}; until then the department acts",
    "papers.moves_later": "to be transferred on a day not yet fixed; until then the department acts",
    "papers.stays": "not transferred; the department acts",
    "papers.ended": "cancelled or withdrawn",
    "papers.nobody": "Nobody answers for it.",
    "papers.section": "Section",
    "papers.until": "Until",
    "papers.then": "{end}, then {unit}",
    "papers.paper": "Rests on",
    "papers.titled": "{title}",
    "papers.numbered": "{title} ({number})",
    "papers.draft": "draft of {title}",
    "papers.register": "record of the item",
    "papers.not_item": "{key} is no item; give a basic code or the name of an item",
}
