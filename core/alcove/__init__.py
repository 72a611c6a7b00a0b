"""Alcove finds your documents by what they mean, entirely on your own machine."""

__version__ = "0.1.0"
