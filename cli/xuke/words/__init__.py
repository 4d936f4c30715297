"""All that the product says, in zh-CN and in en."""

from xuke.words.render import Language, label, render

__all__ = ["Language", "label", "render"]
