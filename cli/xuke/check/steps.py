"""What the rules about steps share."""

from xuke.model.views import Part


def is_idle(step: Part) -> bool:
    """Whether neither a provision nor substance of its own is stated for a step."""
    return not step.has("basis") and step.get("substance") is not True


def is_delivery(step: Part) -> bool:
    """Whether it hands the result over; the law gives that its own time, after the decision."""
    return step.text("id") == "delivery" or "送达" in step.text("name")
