"""Where files may have changed: the system's events, and what stands in where they are lost."""
