"""The health window: files that could not be indexed, folder problems, why a file is not found."""

from alcove_desktop.health.window import HealthWindow

__all__ = ["HealthWindow"]
