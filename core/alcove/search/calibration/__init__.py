"""Measures what scores mean in a library, and tells whether what was found answers."""
