"""A page of HTML as a reader finds it."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """A page as a reader finds it: elements, cards, tables, and all text."""

    def __init__(self, html):
        super().__init__()
        self.html, self.open, self.tags = html, [], []
        self.cards, self.tables, self.text = [], [], []
        self.feed(html)
        self.close()
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "input", "br"}:
            self.open.append(tag)
        if tag == "article":
            self.cards.append({"id": dict(attrs)["id"], "text": "", "labels": [], "open": "", "rows": []})
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in {"td", "th"}:
            self.tables[-1][-1].append("")
        if dict(attrs).get("class", "").startswith("label "):
            self.cards[-1]["labels"].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag == "table" and "article" in self.open and "details" not in self.open:
            self.cards[-1]["rows"] = self.tables[-1][1:]

    def handle_data(self, data):
        if not self.open or {"style", "script"} & set(self.open):
            return
        self.text.append(data)
        if {"td", "th"} & set(self.open):
            self.tables[-1][-1][-1] += data
        if "article" in self.open:
            self.cards[-1]["text"] += data
            if "details" not in self.open:
                self.cards[-1]["open"] += data
        if self.open[-1] == "span" and self.cards and self.cards[-1]["labels"][-1:] == [""]:
            self.cards[-1]["labels"][-1] = data

    def card(self, text):
        (found,) = [each for each in self.cards if text in each["open"]]
        return found
