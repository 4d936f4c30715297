"""Checks a document against the part of XML Schema that the schema of JUnit reports is written in."""

import re
from xml.etree import ElementTree

_XS = "{http://www.w3.org/2001/XMLSchema}"
_TEXT = "xs:string"


def parsed(text):
    """The root of a document; an error where it is not well-formed."""
    return ElementTree.fromstring(text)  # noqa: S314 - our own reports and the schema beside the tests


class Schema:
    """A schema of global elements and types; whatever it does not know in the schema is an error."""

    def __init__(self, text):
        root = parsed(text)
        self.elements, self.types = {}, {_TEXT: None}
        places = {"element": self.elements, "complexType": self.types, "simpleType": self.types}
        for child in root:
            places[child.tag.removeprefix(_XS)][child.get("name")] = child

    def faults(self, text):
        """What is wrong with a document, as sentences."""
        root = parsed(text)
        if root.tag not in self.elements:
            return [f"{root.tag} is no root"]
        return list(self._element(root, self.elements[root.tag]))

    def _element(self, node, declared):
        inner = declared.find(f"{_XS}complexType")
        kind = self.types[declared.get("type")] if inner is None else inner
        if kind is None:
            yield from self._plain(node)
            return
        assert kind.tag == f"{_XS}complexType", kind.tag
        attributes = [child for child in kind if child.tag == f"{_XS}attribute"]
        models = [child for child in kind if child.tag != f"{_XS}attribute"]
        yield from self._attributes(node, attributes)
        yield from self._content(node, models, is_mixed=kind.get("mixed") == "true")

    def _plain(self, node):
        if len(node) or node.attrib:
            yield f"{node.tag} holds text only"

    def _attributes(self, node, declared):
        known = {each.get("name"): each for each in declared}
        yield from (f"{node.tag} has no attribute {name}" for name in node.attrib if name not in known)
        for name, each in known.items():
            if name not in node.attrib:
                if each.get("use") == "required":
                    yield f"{node.tag} lacks {name}"
            elif not self._fits(node.get(name), each.get("type")):
                yield f"{name} of {node.tag} is {node.get(name)}"

    def _fits(self, value, name):
        kind = self.types[name]
        if kind is None:
            return True
        (restriction,) = kind
        assert restriction.get("base") == _TEXT
        return all(re.fullmatch(each.get("value"), value) for each in restriction)

    def _content(self, node, models, *, is_mixed):
        texts = [node.text, *(child.tail for child in node)]
        if not is_mixed and any(text and text.strip() for text in texts):
            yield f"{node.tag} holds text"
        model = "".join(map(self._model, models))
        if not re.fullmatch(model, "".join(f"<{child.tag}>" for child in node)):
            yield f"children of {node.tag} do not fit"
        local = {each.get("name"): each for one in models for each in one if each.get("name")}
        for child in node:
            declared = local.get(child.tag, self.elements.get(child.tag))
            if declared is not None:
                yield from self._element(child, declared)

    def _model(self, part):
        match part.tag.removeprefix(_XS):
            case "element":
                text = f"<{part.get('ref') or part.get('name')}>"
            case "sequence":
                text = "".join(map(self._model, part))
            case "choice":
                text = "|".join(map(self._model, part))
            case other:
                raise NotImplementedError(other)
        most = part.get("maxOccurs", "1")
        return f"(?:{text}){{{part.get('minOccurs', '1')},{'' if most == 'unbounded' else most}}}"
