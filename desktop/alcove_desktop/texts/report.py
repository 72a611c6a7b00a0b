"""The report as text that can be read and saved."""


def in_text(report: object) -> str:
    """All of it."""
    return str(report)
