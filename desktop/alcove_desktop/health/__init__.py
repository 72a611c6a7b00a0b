"""The health window: files that could not be indexed, folders in trouble, why a file is missing."""

from alcove_desktop.health.window import HealthWindow

__all__ = ["HealthWindow"]
