"""Intermediary services, as their list states them."""

from xuke.model.views import View

#: Words by which a list says that a service is no longer offered.
_ENDED = ("取消", "退出")


def is_ended(service: View) -> bool:
    """Whether a listed service is cancelled or has left the list."""
    return any(word in service.text("state") for word in _ENDED)
