"""What an entry of supervision has to say."""

from xuke.model.views import View


def is_complete(entry: View) -> bool:
    """Whether it names supervisor and section."""
    return bool(entry.text("supervisor") and entry.text("section"))
